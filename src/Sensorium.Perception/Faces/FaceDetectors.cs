using System.Text.Json;
using Sensorium.Inference;

namespace Sensorium.Perception;

/// <summary>Opens face detectors: our own, YuNet and UltraFace.</summary>
public static class FaceDetectors
{
    /// <summary>The task that a face detector's manifest names.</summary>
    public const string Task = "face-detection";

    /// <summary>Opens a detector from its model folder.</summary>
    /// <param name="model">
    /// The folder. Its parameters name the <c>decoder</c> (<c>sensorium</c>, <c>yunet</c> or <c>ultraface</c>) and may state <c>longSide</c>,
    /// <c>coarseSide</c> (the second look for large faces, 0 for none), <c>minScore</c> and <c>nmsIou</c>; its first <c>.onnx</c> file is the network.
    /// <c>second</c> names the file of a second stage that judges what the network proposes; <c>secondRoom</c>, <c>secondFrom</c>, <c>secondGroup</c>,
    /// <c>secondAlone</c>, <c>secondClear</c> and <c>secondMost</c> say how (docs/models/face-detector.md).
    /// </param>
    /// <param name="options">How it runs; null for what the manifest states.</param>
    /// <returns>The detector, to be disposed.</returns>
    /// <exception cref="UnsupportedInputException">The model is for another task, or its decoder is unknown.</exception>
    /// <exception cref="MalformedInputException">The manifest or the network is not sound.</exception>
    /// <exception cref="MissingComponentException">ONNX Runtime is not installed.</exception>
    public static OnnxFaceDetector Open(ModelFolder model, FaceDetectorOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ModelManifest manifest = model.Manifest;
        ModelTasks.Require(manifest, Task);
        string path = ModelTasks.Network(model);
        IFaceOutputs outputs = OutputsNamed(manifest);
        FaceDetectorSettings settings = FaceDetectorSettings.From(options ?? new(), manifest, outputs.Defaults);
        FaceVerifier? verifier = Text(manifest.Parameters, "second") is { } second
            ? FaceVerifier.Open(model.FilePath(second), FaceVerifierSettings.From(manifest), settings.Threads)
            : null;
        try
        {
            return Open(path, outputs, settings, manifest.Name, verifier);
        }
        catch
        {
            verifier?.Dispose();
            throw;
        }
    }

    /// <summary>Opens a bare ONNX file; which detector it is shows in the names of its outputs.</summary>
    /// <param name="path">The file of our own detector, of YuNet or of UltraFace.</param>
    /// <param name="options">How it runs; null for what the kind is usually run with.</param>
    /// <returns>The detector, to be disposed; its model's name is the file's.</returns>
    /// <exception cref="UnsupportedInputException">The outputs are none of these detectors'.</exception>
    /// <exception cref="MalformedInputException">There is no such file, or it is not a sound model.</exception>
    /// <exception cref="MissingComponentException">ONNX Runtime is not installed.</exception>
    public static OnnxFaceDetector OpenFile(string path, FaceDetectorOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        IFaceOutputs outputs;
        using (var session = InferenceSession.Open(path))
        {
            outputs = OutputsOf(session);
        }

        return Open(path, outputs, FaceDetectorSettings.From(options ?? new(), null, outputs.Defaults), Path.GetFileNameWithoutExtension(path));
    }

    private static OnnxFaceDetector Open(string path, IFaceOutputs outputs, FaceDetectorSettings settings, string name, FaceVerifier? verifier = null)
    {
        var session = InferenceSession.Open(path, new SessionOptions { Threads = settings.Threads });
        try
        {
            return new OnnxFaceDetector(session, outputs, settings, name, verifier);
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    private static IFaceOutputs OutputsNamed(ModelManifest manifest)
    {
        string? decoder = Text(manifest.Parameters, "decoder");
        return decoder switch
        {
            "sensorium" => new SensoriumOutputs(),
            "yunet" => new YuNetOutputs(),
            "ultraface" => new UltraFaceOutputs(Text(manifest.Parameters, "boxes") == "corners"),
            _ => throw new UnsupportedInputException(new LocalizedText(
                $"The decoder of {manifest.Name} is \"{decoder}\"; sensorium, yunet and ultraface are known. Correct \"decoder\" under \"parameters\" in its model.json.",
                $"{manifest.Name} 모델의 디코더가 \"{decoder}\"입니다. sensorium, yunet, ultraface만 쓸 수 있습니다. model.json의 \"parameters\"에서 \"decoder\"를 고치십시오.")),
        };
    }

    private static IFaceOutputs OutputsOf(InferenceSession session)
    {
        HashSet<string> names = [.. session.Outputs.Select(output => output.Name)];
        if (names.Contains("cls_8") && names.Contains("kps_32"))
        {
            return new YuNetOutputs();
        }

        if (names.Contains("scores") && names.Contains("boxes"))
        {
            TensorSpec scores = session.Outputs.First(output => output.Name == "scores");
            return scores.Shape.Count == 3 ? new UltraFaceOutputs(corners: false) : new SensoriumOutputs();
        }

        string list = string.Join(", ", session.Outputs.Select(output => output.Name));
        throw new UnsupportedInputException(new LocalizedText(
            $"{session.Name} is no known face detector: its outputs are {list}. YuNet, UltraFace and our own detector are known.",
            $"{session.Name} 파일은 알려진 얼굴 검출 모델이 아닙니다. 출력: {list}. YuNet, UltraFace, Sensorium의 검출 모델만 쓸 수 있습니다."));
    }

    private static string? Text(JsonElement parameters, string key) =>
        parameters.ValueKind == JsonValueKind.Object && parameters.TryGetProperty(key, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
