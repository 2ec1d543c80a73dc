using Sensorium.Expression;
using Sensorium.Imaging;
using Sensorium.Media;
using Sensorium.Perception;

namespace Sensorium;

/// <summary>A picture becomes a sound map, a piece of music and a page to explore.</summary>
/// <param name="pictures">Reads pictures.</param>
/// <param name="scenes">Measures their feeling.</param>
/// <param name="sounds">Encodes sound.</param>
public sealed class HearFlow(IPictureReader pictures, ISceneModel scenes, SoundEncoder sounds)
{
    private static readonly string[] SoundFormats = ["wav", "mp3", "ogg"];

    /// <summary>Creates the flow with what Sensorium brings along.</summary>
    public HearFlow()
        : this(new PictureReader(), new InstalledScene(), new SoundEncoder())
    {
    }

    /// <summary>The name and version that every map carries.</summary>
    public static string Generator { get; } = $"sensorium {typeof(HearFlow).Assembly.GetName().Version?.ToString(3)}";

    /// <summary>Reads a picture and writes what <paramref name="options"/> ask for; nothing appears at the target names before all of it is done.</summary>
    /// <param name="picturePath">The picture file.</param>
    /// <param name="outputFolder">Where the files go, made when missing; null writes no file and only returns the map.</param>
    /// <param name="options">What to make and how.</param>
    /// <param name="progress">Told of each step; may be null.</param>
    /// <param name="cancellationToken">Stops the work; nothing is left behind.</param>
    /// <returns>The map and the paths of the files.</returns>
    /// <exception cref="SensoriumException">The input is unfit, a limit was reached, or a component is missing.</exception>
    public async Task<HearResult> RunAsync(
        string picturePath,
        string? outputFolder,
        HearOptions options,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(picturePath);
        ArgumentNullException.ThrowIfNull(options);
        Mapping mapping = DataFiles.Mapping(options.Mapping);
        HearOptionsCheck.Require(options, mapping);
        string[] formats = outputFolder is null ? [] : [.. options.Formats.Distinct()];
        bool wantsPage = formats.Contains("html");
        bool wantsPiece = wantsPage || formats.Contains("mid") || formats.Any(SoundFormats.Contains);
        HearSteps steps = new(progress);

        steps.Report(HearSteps.Reading);
        DecodedPicture decoded = await pictures.ReadAsync(picturePath, new PictureReadOptions(), cancellationToken);
        steps.Report(HearSteps.Finding);
        (SoundMap map, Piece? piece, HearSounds? studio) = await MapAsync(picturePath, decoded, mapping, options, wantsPiece, cancellationToken);

        FinishedPiece? finished = null;
        IReadOnlyList<LoopSet> loops = [];
        if (studio is not null)
        {
            steps.Report(HearSteps.Playing);
            bool wantsSound = formats.Any(SoundFormats.Contains);
            Task<FinishedPiece?> playing = Task.Run(() => wantsSound ? studio.Play(piece!, cancellationToken) : null, cancellationToken);
            Task<IReadOnlyList<LoopSet>> looping = Task.Run(() => studio.RenderLoops(map, cancellationToken), cancellationToken);
            await Task.WhenAll(playing, looping);
            finished = await playing;
            loops = await looping;
            VoiceCalibration calibration = new(loops[0].Loops);
            map = map with { Sounds = [.. map.Sounds.Select(calibration.Calibrate)] };
        }

        string json = SoundMapJson.Write(map, piece, Generator);
        List<string> files = [];
        if (outputFolder is not null)
        {
            steps.Report(HearSteps.Writing);
            using OutputBatch batch = new();
            HearFiles writer = new(batch, sounds, Path.Combine(Path.GetFullPath(outputFolder), StemOf(picturePath)));
            files = await writer.WriteAsync(formats, new HearContent(map, decoded, json, piece, finished, loops, options.Language), cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            batch.Commit();
        }

        steps.Report(HearSteps.Done);
        return new HearResult
        {
            Map = map,
            Json = json,
            Files = files,
            Warning = decoded.Warning,
            LoudnessLufs = finished?.LoudnessLufs,
            TruePeakDbtp = finished?.TruePeakDbtp,
        };
    }

    private async Task<(SoundMap Map, Piece? Piece, HearSounds? Sounds)> MapAsync(
        string picturePath, DecodedPicture decoded, Mapping mapping, HearOptions options, bool wantsPiece, CancellationToken cancellationToken)
    {
        Task<HearSounds>? opening = wantsPiece ? Task.Run(() => HearSounds.OpenAsync(options, cancellationToken), cancellationToken) : null;
        RegionMap regions = RegionFinder.Find(decoded.Picture, options.Regions with { Seed = options.Seed }, cancellationToken);
        RequireKnown(options.Labels.Keys, regions);
        SonifierInput input = new()
        {
            Name = Path.GetFileName(picturePath),
            Width = decoded.SourceWidth,
            Height = decoded.SourceHeight,
            Seed = options.Seed,
            Feeling = scenes.Perceive(decoded.Picture, regions, cancellationToken),
            Regions = regions,
            Labels = options.Labels,
        };
        SoundMap map = Sonifier.Sonify(input, mapping, options.LowestHz, options.HighestHz);
        if (opening is null)
        {
            return (map, null, null);
        }

        HearSounds studio = await opening;
        return (map, new PieceComposer(map, studio.First).Compose(), studio);
    }

    /// <summary>The file name of the results: the picture's without its extension.</summary>
    private static string StemOf(string picturePath)
    {
        string stem = Path.GetFileNameWithoutExtension(picturePath);
        return stem.Length > 0 ? stem : Path.GetFileName(picturePath).TrimStart('.');
    }

    private static void RequireKnown(IEnumerable<int> labelled, RegionMap regions)
    {
        int[] unknown = [.. labelled.Where(id => id < 0 || id >= regions.Regions.Count)];
        if (unknown.Length > 0)
        {
            string ids = string.Join(", ", unknown);
            throw new MalformedInputException(new LocalizedText(
                $"A label names region {ids}, but this picture has regions 0 to {regions.Regions.Count - 1}. Run once without labels and look the numbers up in the JSON.",
                $"이름표가 영역 {ids}번을 가리키지만 이 그림의 영역은 0번부터 {regions.Regions.Count - 1}번까지입니다. 이름표 없이 한 번 실행해 JSON에서 번호를 확인하십시오."));
        }
    }
}
