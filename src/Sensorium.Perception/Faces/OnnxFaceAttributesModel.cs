using System.Text.Json;
using Sensorium.Imaging;
using Sensorium.Inference;

namespace Sensorium.Perception;

/// <summary>
/// Guesses age and gender with an ONNX network of task <c>face-attributes</c>. Sensorium comes with none; such a model is a pack that the user
/// installs, and it runs only when asked for. Safe to use from several threads.
/// </summary>
/// <remarks>
/// The network takes one picture <c>[N, 3, height, width]</c> as its manifest's <c>input</c> says and gives <c>age</c> (<c>[N, 1]</c>, years), or
/// <c>gender</c> (<c>[N, labels]</c>, logits in the order of the manifest's labels), or both. Faces are cut as for expressions; the parameter
/// <c>margin</c> widens the square by that share of its side, 0 to 2.
/// </remarks>
public sealed class OnnxFaceAttributesModel : IFaceAttributesModel, IDisposable
{
    /// <summary>The task that the model's manifest names.</summary>
    public const string Task = "face-attributes";

    private const string AgeOutput = "age";
    private const string GenderOutput = "gender";
    private const double OldestAge = 120;

    private readonly InferenceSession _session;
    private readonly ModelManifest _manifest;
    private readonly PixelScale _pixels;
    private readonly int _side;
    private readonly double _margin;

    private OnnxFaceAttributesModel(InferenceSession session, ModelManifest manifest)
    {
        _session = session;
        _manifest = manifest;
        ModelTasks.RequireEnds(session, manifest);
        _pixels = PixelScale.From(manifest.Input, "rgb", 0, 1);
        _side = SideOf(session, manifest);
        _margin = MarginOf(manifest);
        RequireOutputs();
    }

    /// <inheritdoc/>
    public string Model => _manifest.Name;

    /// <summary>Opens the model from its folder.</summary>
    /// <param name="model">The folder; its first <c>.onnx</c> file is the network.</param>
    /// <param name="threads">Threads that share the work of one call; 0 for one a core.</param>
    /// <returns>The model, to be disposed.</returns>
    /// <exception cref="UnsupportedInputException">The model is for another task, or takes or gives something else.</exception>
    /// <exception cref="MalformedInputException">The manifest or the network is not sound.</exception>
    /// <exception cref="MissingComponentException">ONNX Runtime is not installed.</exception>
    public static OnnxFaceAttributesModel Open(ModelFolder model, int threads = 1)
    {
        ArgumentNullException.ThrowIfNull(model);
        ModelTasks.Require(model.Manifest, Task);
        var session = InferenceSession.Open(ModelTasks.Network(model), new SessionOptions { Threads = threads });
        try
        {
            return new OnnxFaceAttributesModel(session, model.Manifest);
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<FaceAttributes> Estimate(Picture picture, IReadOnlyList<DetectedFace> faces, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentNullException.ThrowIfNull(faces);
        var guesses = new FaceAttributes[faces.Count];
        for (int i = 0; i < guesses.Length; i++)
        {
            CropFrame frame = FaceFrame.Upright(faces[i].Box);
            Picture crop = PictureCrop.Colour(picture, frame with { Side = frame.Side * (1 + _margin) }, _side);
            Tensor input = PictureTensor.Of(crop, _side, _side, _pixels);
            guesses[i] = Read(_session.Run(new Dictionary<string, Tensor> { [_session.Inputs[0].Name] = input }, cancellationToken));
        }

        return guesses;
    }

    /// <summary>Gives the network's memory back.</summary>
    public void Dispose() => _session.Dispose();

    private FaceAttributes Read(IReadOnlyDictionary<string, Tensor> outputs)
    {
        double? age = outputs.ContainsKey(AgeOutput) ? Math.Clamp(Finite(FaceOutputValues.Of(outputs, AgeOutput, 1))[0], 0, OldestAge) : null;
        LocalizedText? gender = null;
        double share = 0;
        if (outputs.ContainsKey(GenderOutput))
        {
            ReadOnlySpan<float> logits = Finite(FaceOutputValues.Of(outputs, GenderOutput, _manifest.Labels.Count));
            int best = 0;
            double sum = 0;
            for (int i = 1; i < logits.Length; i++)
            {
                best = logits[i] > logits[best] ? i : best;
            }

            foreach (float logit in logits)
            {
                sum += Math.Exp((double)logit - logits[best]);
            }

            (gender, share) = (_manifest.Labels[best].Title, 1 / sum);
        }

        return new FaceAttributes { Model = Model, Age = age, Gender = gender, GenderShare = share };
    }

    private ReadOnlySpan<float> Finite(ReadOnlySpan<float> values)
    {
        foreach (float value in values)
        {
            if (!float.IsFinite(value))
            {
                throw ModelTasks.NotFinite(_manifest);
            }
        }

        return values;
    }

    private void RequireOutputs()
    {
        bool age = _session.Outputs.Any(output => output.Name == AgeOutput);
        bool gender = _session.Outputs.Any(output => output.Name == GenderOutput);
        if ((!age && !gender) || (gender && _manifest.Labels.Count == 0))
        {
            string list = string.Join(", ", _session.Outputs);
            throw new UnsupportedInputException(new LocalizedText(
                $"{Model} gives {list}; a face-attributes model gives \"age\" [N, 1], or \"gender\" [N, labels] with that many \"labels\" in its model.json.",
                $"{Model} 모델의 출력은 {list}입니다. face-attributes 모델은 \"age\" [N, 1]이나, model.json의 \"labels\" 수만큼의 \"gender\" [N, 라벨 수]를 내야 합니다."));
        }
    }

    private static int SideOf(InferenceSession session, ModelManifest manifest)
    {
        TensorSpec input = session.Inputs[0];
        long side = input.Shape.Count == 4 && input.Shape[2] > 0 ? input.Shape[2] : manifest.Input?.Width ?? 0;
        bool fits = input.Type == TensorType.Float32 && input.Shape.Count == 4 && input.Shape[1] is -1 or 3 && side is > 0 and <= 1024
            && (input.Shape[3] < 0 || input.Shape[3] == side);
        return fits ? (int)side : throw new UnsupportedInputException(new LocalizedText(
            $"{manifest.Name} takes {input}; a face-attributes model takes one float32 [N, 3, side, side], with the side in the network or in \"input\" of its model.json.",
            $"{manifest.Name} 모델의 입력은 {input}입니다. face-attributes 모델은 float32 [N, 3, 변, 변]을 받아야 하며, 변의 길이는 모델이나 model.json의 \"input\"에 있어야 합니다."));
    }

    private static double MarginOf(ModelManifest manifest)
    {
        if (manifest.Parameters.ValueKind != JsonValueKind.Object || !manifest.Parameters.TryGetProperty("margin", out JsonElement value))
        {
            return 0;
        }

        return value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double margin) && margin is >= 0 and <= 2
            ? margin
            : throw new MalformedInputException(new LocalizedText(
                $"In the model.json of {manifest.Name}, \"margin\" is {value.GetRawText()}; a number from 0 to 2 is needed.",
                $"{manifest.Name} 모델의 model.json에서 \"margin\" 값이 {value.GetRawText()}입니다. 0~2의 수여야 합니다."));
    }
}
