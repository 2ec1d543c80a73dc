using System.CommandLine;

namespace Sensorium.Cli;

/// <summary>What <c>hear</c> takes on the command line. All values are read as text, so that every fault can be told at once.</summary>
internal sealed class HearArguments : CommandArguments
{
    /// <summary>Creates the argument and the options.</summary>
    /// <param name="language">Language of their descriptions.</param>
    public HearArguments(Language language)
        : base(language)
    {
        Pictures = new Argument<string[]>("PICTURE")
        {
            Description = new LocalizedText(
                "Pictures: JPEG, PNG, WebP, GIF, BMP, TIFF, and HEIC or AVIF where the local ffmpeg has them.",
                "그림 파일: JPEG, PNG, WebP, GIF, BMP, TIFF, 그리고 설치된 ffmpeg가 읽을 수 있으면 HEIC와 AVIF.").In(language),
            Arity = ArgumentArity.ZeroOrMore,
        };
        Out = One("--out", "DIR", new("Folder for the files, made when missing. Default: the current one.", "파일을 쓸 폴더. 없으면 만듭니다. 기본값은 현재 폴더입니다."), "-o");
        Formats = Many("--formats", "LIST", new(
            "Files to write, out of html, json, wav, mp3, mid, ogg; or none. Default: html,json,wav,mp3,mid.",
            "만들 파일: html, json, wav, mp3, mid, ogg 가운데에서 고르거나 none. 기본값은 html,json,wav,mp3,mid입니다."));
        Clusters = One("--k", "N|auto", new($"Number of colours, {HearLimits.LeastClusters} to {HearLimits.MostClusters}. Default: auto, the picture decides.", $"색의 수, {HearLimits.LeastClusters}~{HearLimits.MostClusters}. 기본값 auto는 그림에 따라 정합니다."));
        Space = One("--space", "oklab|lab|hsv", new("Colour space in which regions are found. Default: oklab.", "영역을 찾을 색 공간. 기본값은 oklab입니다."));
        Mapping = One("--mapping", "NAME|FILE", new("How colour becomes sound: perceptual, hsv or a mapping file. Default: perceptual.", "색을 소리로 바꾸는 방식: perceptual, hsv 또는 매핑 파일. 기본값은 perceptual입니다."));
        Sounds = Many("--sounds", "LIST", new("One to four sound sets by name or manifest file; the first one also plays the piece. Default: orchestra.", "소리 세트 하나에서 넷까지의 이름이나 명세 파일. 첫째 세트가 곡도 연주합니다. 기본값은 orchestra입니다."));
        Pitch = One("--pitch", "LOW-HIGH", new("Pitch range in Hz, e.g. 110-880, at least an octave. Default: the mapping's.", "음높이 범위(Hz), 예: 110-880. 한 옥타브 이상이어야 합니다. 기본값은 매핑을 따릅니다."));
        Labels = Many("--label", "ID=TEXT", new("Words spoken for a region; may be given many times.", "영역을 읽어 줄 말. 여러 번 쓸 수 있습니다."));
        Seed = One("--seed", "N", new("Seed of everything random; the same seed gives the same bytes. Default: 1.", "난수의 씨앗. 씨앗이 같으면 결과도 바이트까지 같습니다. 기본값은 1입니다."));
        SoundFont = One("--soundfont", "FILE", new("The SoundFont (.sf2, .sf3) that plays. Default: the installed FluidR3 GM.", "연주할 사운드폰트(.sf2, .sf3). 기본값은 설치된 FluidR3 GM입니다."));

        Formats.CompletionSources.Add([.. HearLimits.Formats, "none"]);
        Space.CompletionSources.Add("oklab", "lab", "hsv");
        Mapping.CompletionSources.Add("perceptual", "hsv");
        Clusters.CompletionSources.Add("auto");
        Options = [Out, Formats, Clusters, Space, Mapping, Sounds, Pitch, Labels, Seed, SoundFont];
    }

    /// <summary>The pictures.</summary>
    public Argument<string[]> Pictures { get; }

    /// <summary>Folder for the files.</summary>
    public Option<string?> Out { get; }

    /// <summary>Kinds of files, in one or more lists.</summary>
    public Option<string[]> Formats { get; }

    /// <summary>Number of colours.</summary>
    public Option<string?> Clusters { get; }

    /// <summary>Colour space.</summary>
    public Option<string?> Space { get; }

    /// <summary>Mapping from colour to sound.</summary>
    public Option<string?> Mapping { get; }

    /// <summary>Sound sets, in one or more lists.</summary>
    public Option<string[]> Sounds { get; }

    /// <summary>Pitch range.</summary>
    public Option<string?> Pitch { get; }

    /// <summary>Words for regions.</summary>
    public Option<string[]> Labels { get; }

    /// <summary>Seed.</summary>
    public Option<string?> Seed { get; }

    /// <summary>SoundFont file.</summary>
    public Option<string?> SoundFont { get; }

    /// <summary>All options, in the order of the help.</summary>
    public IReadOnlyList<Option> Options { get; }
}
