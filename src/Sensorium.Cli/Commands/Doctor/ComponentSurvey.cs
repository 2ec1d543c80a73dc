using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Sensorium.Inference;
using Sensorium.Media;
using Sensorium.Music;

namespace Sensorium.Cli;

/// <summary>Looks for every component and asks each for its version.</summary>
/// <param name="variable">Reads an environment variable.</param>
internal sealed partial class ComponentSurvey(Func<string, string?> variable)
{
    private static readonly LocalizedText SoundFontByHand = new(
        $"no package: get FluidR3_GM.sf2 and set {SoundFontLocator.PathVariable} to it",
        $"패키지 없음: FluidR3_GM.sf2를 구해 {SoundFontLocator.PathVariable}에 경로를 지정하십시오");

    private static readonly LocalizedText OnnxRuntimeByHand = new(
        $"no package: use npm as above, or get a release from https://github.com/microsoft/onnxruntime/releases and set {OnnxRuntimeLibrary.PathVariable} to its library",
        $"패키지 없음: 위의 npm을 쓰거나 https://github.com/microsoft/onnxruntime/releases 에서 받아 {OnnxRuntimeLibrary.PathVariable}에 라이브러리 경로를 지정하십시오");

    private readonly ProgramProbe _programs = new(variable);
    private readonly FFmpegLocator _ffmpeg = new(variable);

    /// <summary>Looks for all components.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The components, required ones first.</returns>
    public async Task<IReadOnlyList<Component>> RunAsync(CancellationToken cancellationToken)
    {
        Task<Component> ffmpeg = AskAsync(FFmpeg("ffmpeg", _ffmpeg.FindFFmpeg()), ["-version"], cancellationToken);
        Task<Component> ffprobe = AskAsync(FFmpeg("ffprobe", _ffmpeg.FindFFprobe()), ["-version"], cancellationToken);
        Task<Component> node = AskAsync(Node(), ["--version"], cancellationToken);
        Task<Component> chromium = AskAsync(Chromium(), ["--version"], cancellationToken);
        Component found = await ffmpeg.ConfigureAwait(false);
        IReadOnlyList<Component> formats = await FormatsAsync(found, cancellationToken).ConfigureAwait(false);
        return
        [
            Runtime(), found, await ffprobe.ConfigureAwait(false), TurboJpeg(), OnnxRuntime(), FluidSynth(), SoundFont(), .. formats,
            .. new ServiceSurvey(variable).Find(),
            await node.ConfigureAwait(false), await chromium.ConfigureAwait(false),
        ];
    }

    private static Component Runtime() => new()
    {
        Name = "dotnet",
        Title = ".NET",
        Need = ComponentNeed.Always,
        Purpose = new("to run at all", "프로그램 실행"),
        IsFound = true,
        Version = Environment.Version.ToString(),
        Location = RuntimeEnvironment.GetRuntimeDirectory(),
        Install = InstallGuide.For(["dotnet-sdk-10.0", "dotnet-sdk-10.0", "dotnet-sdk", "dotnet", "Microsoft.DotNet.SDK.10"], default),
    };

    private static Component FFmpeg(string name, string? location) => new()
    {
        Name = name,
        Title = name,
        Need = ComponentNeed.Always,
        Purpose = new("to read pictures and to write MP3 and OGG", "그림 읽기, MP3와 OGG 쓰기"),
        Location = location,
        Install = InstallGuide.For(["ffmpeg", "ffmpeg-free", "ffmpeg", "ffmpeg", "Gyan.FFmpeg"], default),
    };

    private Component Node() => new()
    {
        Name = "node",
        Title = "Node",
        Need = ComponentNeed.Build,
        Purpose = new("to bundle the page's script and to get ONNX Runtime", "페이지 스크립트 묶기, ONNX Runtime 받기"),
        Location = _programs.Find(null, "node", "nodejs"),
        Install = InstallGuide.For(["nodejs npm", "nodejs npm", "nodejs npm", "node", "OpenJS.NodeJS.LTS"], default),
    };

    private Component Chromium() => new()
    {
        Name = "chromium",
        Title = "Chromium",
        Need = ComponentNeed.Tests,
        Purpose = new("to try the page in a real browser", "실제 브라우저에서 페이지 시험"),
        Location = _programs.Find("SENSORIUM_CHROMIUM", "chromium", "chromium-browser", "google-chrome", "chrome"),
        Install = InstallGuide.For(["chromium", "chromium", "chromium", "--cask chromium", "Hibbiki.Chromium"], default),
    };

    private static Component TurboJpeg()
    {
        string? location = JpegCodec.LibraryName is { } name
            ? Path.IsPathRooted(name) ? name : LibraryProbe.Locate(name) ?? name
            : null;
        return new()
        {
            Name = "libjpeg-turbo",
            Title = "TurboJPEG",
            Need = ComponentNeed.Always,
            Purpose = new("to read JPEG quickly and to write it", "JPEG 빨리 읽기와 쓰기"),
            IsFound = location is not null,
            Location = location,
            Install = InstallGuide.For([IsUbuntu() ? "libturbojpeg" : "libturbojpeg0", "turbojpeg", "libjpeg-turbo", "jpeg-turbo", "libjpeg-turbo.libjpeg-turbo.VC"], default),
        };
    }

    private static Component OnnxRuntime()
    {
        string? version = OnnxRuntimeLibrary.FindVersion();
        string? location = OnnxRuntimeLibrary.Location is { } name
            ? Path.IsPathRooted(name) ? name : LibraryProbe.Locate("libonnxruntime") ?? name
            : null;
        return new()
        {
            Name = "onnxruntime",
            Title = "ONNX Runtime",
            Need = ComponentNeed.Always,
            Purpose = new("to run the models that perceive", "감정을 읽는 모델 실행"),
            IsFound = version is not null,
            Version = version,
            Location = location,
            Install =
            [
                new InstallLine("npm", new("npm ci --ignore-scripts (in Sensorium's folder)", "npm ci --ignore-scripts (Sensorium 폴더에서)")),
                .. InstallGuide.For([string.Empty, "onnxruntime", "onnxruntime-cpu", "onnxruntime", string.Empty], OnnxRuntimeByHand),
            ],
        };
    }

    private Component FluidSynth()
    {
        string? version = FluidLibrary.FindVersion();
        return new()
        {
            Name = "fluidsynth",
            Title = "FluidSynth",
            Need = ComponentNeed.Always,
            Purpose = new("to play the instruments", "악기 연주"),
            IsFound = version is not null,
            Version = version,
            Location = version is null ? null : variable(FluidLibrary.PathVariable) is { Length: > 0 } given ? given : LibraryProbe.Locate("libfluidsynth"),
            Install = InstallGuide.For(["libfluidsynth3", "fluidsynth-libs", "fluidsynth", "fluid-synth", "FluidSynth.FluidSynth"], default),
        };
    }

    private Component SoundFont()
    {
        string? location = variable(SoundFontLocator.PathVariable) is { Length: > 0 } given
            ? File.Exists(given) ? given : null
            : SoundFontLocator.Find(new SensoriumHome(variable).Path);
        return new()
        {
            Name = "soundfont",
            Title = "SoundFont",
            Need = ComponentNeed.Always,
            Purpose = new("the instruments' recordings", "악기 소리의 녹음"),
            IsFound = location is not null,
            Location = location,
            Install = InstallGuide.For(["fluid-soundfont-gm", "fluid-soundfont-gm", "soundfont-fluid", string.Empty, string.Empty], SoundFontByHand),
        };
    }

    // What the local ffmpeg can decode differs from build to build, and a HEIC that fails is better explained here than there:
    // ffmpeg opens HEIC still pictures from version 7.0 on; before it, its HEVC decoder knows films only.
    private async Task<IReadOnlyList<Component>> FormatsAsync(Component ffmpeg, CancellationToken cancellationToken)
    {
        string decoders = ffmpeg.Location is null ? string.Empty : await _programs.AskAsync(ffmpeg.Location, ["-hide_banner", "-decoders"], cancellationToken).ConfigureAwait(false);
        return
        [
            Format("webp", "WebP", "webp"),
            Format("avif", "AVIF", "libdav1d|libaom-av1|av1"),
            Format("heic", "HEIC", "hevc", oldestMajor: 7),
        ];

        Component Format(string name, string title, string names, int oldestMajor = 0)
        {
            Match decoder = Regex.Match(decoders, $@"^\s*V\S+\s+({names})\s", RegexOptions.Multiline);
            bool found = decoder.Success && (oldestMajor == 0 || MajorOf(ffmpeg) >= oldestMajor);
            bool isOld = oldestMajor > 0 && ffmpeg.IsFound && MajorOf(ffmpeg) < oldestMajor;
            string condition = oldestMajor == 0 ? string.Empty : $" (ffmpeg {oldestMajor}.0+)";
            return new()
            {
                Name = name,
                Title = title,
                Need = ComponentNeed.Sometimes,
                Purpose = new($"to read {title} pictures{condition}", $"{title} 그림 읽기{condition}"),
                IsFound = found,
                Location = found ? $"ffmpeg: {decoder.Groups[1].Value}" : null,
                Install = isOld ? Newer(ffmpeg, oldestMajor) : ffmpeg.Install,
            };
        }
    }

    // Ubuntu and what is made from it call one package otherwise than Debian does.
    private static bool IsUbuntu() =>
        File.Exists("/etc/os-release") && File.ReadLines("/etc/os-release").Any(line => line.StartsWith("ID", StringComparison.Ordinal) && line.Contains("ubuntu", StringComparison.Ordinal));

    // The package is installed already; installing it again would change nothing.
    private static IReadOnlyList<InstallLine> Newer(Component ffmpeg, int major) => InstallGuide.For(
        [string.Empty, string.Empty, string.Empty, string.Empty, string.Empty],
        new(
            $"a newer ffmpeg is needed, {major}.0 or later; this one is {ffmpeg.Version ?? "older"}",
            $"더 새로운 ffmpeg {major}.0 이상이 필요합니다(지금 버전: {ffmpeg.Version ?? "알 수 없음"})"));

    private static int MajorOf(Component ffmpeg) => int.TryParse(ffmpeg.Version?.Split('.')[0], out int major) ? major : 0;

    private async Task<Component> AskAsync(Component component, IReadOnlyList<string> question, CancellationToken cancellationToken)
    {
        if (component.Location is null)
        {
            return component;
        }

        string answer = await _programs.AskAsync(component.Location, question, cancellationToken).ConfigureAwait(false);
        Match version = VersionNumber().Match(answer);
        return component with { IsFound = answer.Length > 0, Version = version.Success ? version.Value : null };
    }

    [GeneratedRegex(@"\d+\.\d+(\.\d+)*(-\S+)?")]
    private static partial Regex VersionNumber();
}
