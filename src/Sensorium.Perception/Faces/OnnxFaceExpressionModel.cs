using Sensorium.Inference;

namespace Sensorium.Perception;

/// <summary>
/// Reads expressions with an ONNX network of task <c>face-expression</c>: grey tiles in, eight logits out, in the order of
/// <see cref="Emotion"/> and calibrated in training, so that softmax gives the shares. Safe to use from several threads.
/// </summary>
public sealed class OnnxFaceExpressionModel : IFaceExpressionModel, IDisposable
{
    /// <summary>The task that the model's manifest names.</summary>
    public const string Task = "face-expression";

    // More tiles in one run only take more memory.
    private const int MostTiles = 32;
    private const int MostSide = 1024;

    private readonly InferenceSession _session;
    private readonly int _side;
    private readonly int _most;

    private OnnxFaceExpressionModel(InferenceSession session, int side, string model)
    {
        _session = session;
        _side = side;

        // A network that was exported for one tile sees them one by one.
        _most = session.Inputs[0].Shape[0] == 1 ? 1 : MostTiles;
        Model = model;
    }

    /// <inheritdoc/>
    public string Model { get; }

    /// <summary>Opens the model from its folder.</summary>
    /// <param name="model">The folder; its first <c>.onnx</c> file is the network: float32 <c>[N, 1, side, side]</c> of 0..255 to <c>[N, 8]</c>, with N free or 1.</param>
    /// <param name="threads">Threads that share the work of one call; 0 for one a core.</param>
    /// <returns>The model, to be disposed.</returns>
    /// <exception cref="UnsupportedInputException">The model is for another task, or takes or gives something else.</exception>
    /// <exception cref="MalformedInputException">The manifest or the network is not sound.</exception>
    /// <exception cref="MissingComponentException">ONNX Runtime is not installed.</exception>
    public static OnnxFaceExpressionModel Open(ModelFolder model, int threads = 1)
    {
        ArgumentNullException.ThrowIfNull(model);
        ModelTasks.Require(model.Manifest, Task);
        var session = InferenceSession.Open(ModelTasks.Network(model), new SessionOptions { Threads = threads });
        try
        {
            return new OnnxFaceExpressionModel(session, SideOf(session, model.Manifest), model.Manifest.Name);
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<EmotionScores> Perceive(IReadOnlyList<GreyTile> tiles, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tiles);
        var scores = new EmotionScores[tiles.Count];
        for (int from = 0; from < tiles.Count; from += _most)
        {
            int count = Math.Min(_most, tiles.Count - from);
            float[] pixels = new float[count * _side * _side];
            for (int i = 0; i < count; i++)
            {
                ReadOnlySpan<byte> tile = tiles[from + i].Resize(_side).Pixels;
                for (int p = 0; p < tile.Length; p++)
                {
                    pixels[(i * tile.Length) + p] = tile[p];
                }
            }

            ReadOnlySpan<float> logits = Checked(_session.Run([Tensor.Of(pixels, count, 1, _side, _side)], cancellationToken)[0].Values<float>(), count);
            for (int i = 0; i < count; i++)
            {
                scores[from + i] = EmotionScores.FromLogits(logits.Slice(i * EmotionScores.Count, EmotionScores.Count));
            }
        }

        return scores;
    }

    /// <summary>Gives the network's memory back.</summary>
    public void Dispose() => _session.Dispose();

    private ReadOnlySpan<float> Checked(ReadOnlySpan<float> logits, int tiles)
    {
        bool isSound = logits.Length == tiles * EmotionScores.Count;
        foreach (float logit in logits)
        {
            isSound &= float.IsFinite(logit);
        }

        return isSound ? logits : throw new MalformedInputException(new LocalizedText(
            $"The model {Model} gave no eight finite numbers for each face; get its files again ('sensorium models verify'), or use another model.",
            $"{Model} 모델이 얼굴마다 유한한 수 여덟 개를 내지 않았습니다. 모델 파일을 다시 구하거나('sensorium models verify') 다른 모델을 쓰십시오."));
    }

    private static int SideOf(InferenceSession session, ModelManifest manifest)
    {
        ModelTasks.RequireEnds(session, manifest);
        TensorSpec input = session.Inputs[0], output = session.Outputs[0];
        bool fits = input.Type == TensorType.Float32 && input.Shape.Count == 4 && input.Shape[0] is -1 or 1 && input.Shape[1] == 1 && input.Shape[2] == input.Shape[3]
            && output.Type == TensorType.Float32 && output.Shape.Count == 2 && output.Shape[1] is -1 or EmotionScores.Count;
        long side = fits && input.Shape[2] > 0 ? input.Shape[2] : manifest.Input?.Width ?? GreyTile.StandardSide;
        return fits && side <= MostSide ? (int)side : throw new UnsupportedInputException(new LocalizedText(
            $"{manifest.Name} takes {input} and gives {output}; a face-expression model takes float32 [N, 1, side, side] with N free or 1 and a side of at most {MostSide}, and gives [N, 8].",
            $"{manifest.Name} 모델의 입력은 {input}, 출력은 {output}입니다. 얼굴 표정 모델은 float32 [N, 1, 변, 변](N은 임의 또는 1, 변은 {MostSide} 이하)을 받아 [N, 8]을 내야 합니다."));
    }
}
