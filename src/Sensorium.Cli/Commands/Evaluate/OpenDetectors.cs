using System.Text.Json;
using Sensorium.Inference;
using Sensorium.Lab.Detection;
using Sensorium.Perception;

namespace Sensorium.Cli;

/// <summary>Opens the detectors that an evaluation asks for, and closes them together.</summary>
/// <param name="home">The folder that holds everything Sensorium stores.</param>
/// <param name="data">A folder that may hold the published detectors as bare files in <c>models/</c>; null for none.</param>
internal sealed class OpenDetectors(string home, string? data) : IDisposable
{
    /// <summary>Doubtful faces are told of too: the curve of precision against recall needs them.</summary>
    private const double LeastConfidence = .05;

    /// <summary>A judge that sees anything at this confidence in a scene keeps it from being one without people.</summary>
    private const double JudgeConfidence = .3;

    private readonly ModelCatalogue _catalogue = ModelCatalogue.Default(home);
    private readonly List<IDisposable> _open = [];

    /// <summary>Opens them.</summary>
    /// <param name="ids">Ids of models; empty for all that are installed.</param>
    /// <param name="yuNet">YuNet's file; null looks for it.</param>
    /// <param name="ultraFace">UltraFace's file; null looks for it.</param>
    /// <returns>The detectors.</returns>
    /// <exception cref="MissingComponentException">There is no detector at all, or ONNX Runtime is missing.</exception>
    public DetectorChoice Choose(IReadOnlyList<string> ids, string? yuNet, string? ultraFace)
    {
        ModelFolder[] folders = ids.Count == 0
            ? [.. _catalogue.List().Where(model => model.Manifest.Task == FaceDetectors.Task)]
            : [.. ids.Select(id => _catalogue.FindForTask(FaceDetectors.Task, id)!)];
        List<DetectorUnderTest> detectors = [.. folders.Select(Measured)];
        List<string> absent = [];
        OnnxFaceDetector? judge = null;
        foreach ((string decoder, string name, string? file) in ((string, string, string?)[])
            [("yunet", "YuNet", yuNet ?? FileOf("yunet", "yunet_n_dynamic.onnx")), ("ultraface", "UltraFace", ultraFace ?? FileOf("ultraface", "version-RFB-320_simplified.onnx"))])
        {
            ModelFolder? folder = _catalogue.List().FirstOrDefault(model => model.Manifest.Task == FaceDetectors.Task && Decoder(model) == decoder);
            if (file is not null)
            {
                detectors.Add(Measured(file));
            }
            else if (folder is null)
            {
                absent.Add(name);
            }

            if (decoder == "yunet" && (file is not null || folder is not null))
            {
                FaceDetectorOptions options = new() { MinScore = JudgeConfidence };
                judge = Keep(file is not null ? FaceDetectors.OpenFile(file, options) : FaceDetectors.Open(folder!, options));
            }
        }

        return detectors.Count > 0
            ? new DetectorChoice(detectors, judge, absent, folders.Select(Themes).FirstOrDefault(themes => themes is not null))
            : throw new MissingComponentException("models", new LocalizedText(
                $"There is no model for {FaceDetectors.Task} in {string.Join(", ", _catalogue.Roots)}; put one there, or give --yunet or --ultraface.",
                $"{string.Join(", ", _catalogue.Roots)} 폴더에 {FaceDetectors.Task} 모델이 없습니다. 그곳에 두거나 --yunet 또는 --ultraface를 주십시오."));
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (IDisposable detector in _open)
        {
            detector.Dispose();
        }
    }

    private static string? Decoder(ModelFolder model) =>
        model.Manifest.Parameters is { ValueKind: JsonValueKind.Object } parameters && parameters.TryGetProperty("decoder", out JsonElement decoder) && decoder.ValueKind == JsonValueKind.String
            ? decoder.GetString()
            : null;

    private static string[]? Themes(ModelFolder model) =>
        model.Manifest.Parameters is { ValueKind: JsonValueKind.Object } parameters && parameters.TryGetProperty("heldOutThemes", out JsonElement themes) && themes.ValueKind == JsonValueKind.Array
            ? [.. themes.EnumerateArray().Where(theme => theme.ValueKind == JsonValueKind.String).Select(theme => theme.GetString()!)]
            : null;

    private string? FileOf(string folder, string file) =>
        data is not null && Path.Combine(data, "models", folder, file) is { } path && File.Exists(path) ? path : null;

    private DetectorUnderTest Measured(ModelFolder folder)
    {
        using OnnxFaceDetector usual = FaceDetectors.Open(folder);
        return new DetectorUnderTest(Keep(FaceDetectors.Open(folder, new FaceDetectorOptions { MinScore = Math.Min(LeastConfidence, usual.MinScore) })), usual.MinScore);
    }

    private DetectorUnderTest Measured(string file)
    {
        using OnnxFaceDetector usual = FaceDetectors.OpenFile(file);
        return new DetectorUnderTest(Keep(FaceDetectors.OpenFile(file, new FaceDetectorOptions { MinScore = Math.Min(LeastConfidence, usual.MinScore) })), usual.MinScore);
    }

    private T Keep<T>(T detector)
        where T : IDisposable
    {
        _open.Add(detector);
        return detector;
    }
}
