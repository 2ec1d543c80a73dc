using Sensorium.Inference;

namespace Sensorium.Perception;

/// <summary>
/// Tells speech, singing, music and everything else apart, fifty times a second, with an ONNX network of task <c>voice-activity</c> that looks
/// 1.3 s back and ahead. Safe to use from several threads.
/// </summary>
internal sealed class VoiceActivityModel : IDisposable
{
    /// <summary>Frames that the network sees before and after the frame that it judges.</summary>
    public const int Context = 128;

    /// <summary>Frames from one judgement to the next: 20 ms.</summary>
    public const int Stride = 2;

    /// <summary>Judgements of one run: 2 s.</summary>
    public const int Block = 100;

    /// <summary>Frames that one run takes.</summary>
    public const int BlockFrames = (2 * Context) + ((Block - 1) * Stride) + 1;

    /// <summary>Classes: those of <see cref="SoundClass"/>.</summary>
    public const int Classes = 4;

    private readonly InferenceSession _session;

    private VoiceActivityModel(InferenceSession session, string model)
    {
        _session = session;
        Model = model;
    }

    /// <summary>Name and version.</summary>
    public string Model { get; }

    /// <summary>Opens the model from its folder.</summary>
    /// <param name="model">The folder.</param>
    /// <param name="threads">Threads of one run.</param>
    /// <returns>The model.</returns>
    /// <exception cref="UnsupportedInputException">The model is for another task, or takes something else.</exception>
    public static VoiceActivityModel Open(ModelFolder model, int threads)
    {
        ModelTasks.Require(model.Manifest, VoicePerceiver.ActivityTask);
        var session = InferenceSession.Open(ModelTasks.Network(model), new SessionOptions { Threads = threads });
        TensorSpec input = session.Inputs[0], output = session.Outputs[0];
        if (session.Inputs.Count == 1 && input.Type == TensorType.Float32 && input.Shape.Count == 3 && input.Shape[1] == VoiceSound.Bands
            && output.Type == TensorType.Float32 && output.Shape.Count == 3)
        {
            return new VoiceActivityModel(session, model.Manifest.Name);
        }

        session.Dispose();
        throw new UnsupportedInputException(new LocalizedText(
            $"{model.Manifest.Name} takes {input} and gives {output}; a voice-activity model takes float32 [1, {VoiceSound.Bands}, frames] and gives [1, {Classes}, judgements].",
            $"{model.Manifest.Name} 모델의 입력은 {input}, 출력은 {output}입니다. 음성 구간 모델은 float32 [1, {VoiceSound.Bands}, 프레임]을 받아 [1, {Classes}, 판정]을 내야 합니다."));
    }

    /// <summary>Judges a block of sound.</summary>
    /// <param name="frames">Mel bands in decibels, <c>[<see cref="BlockFrames"/> x 64]</c>.</param>
    /// <param name="shares">Receives how likely each class is, <c>[<see cref="Block"/> x 4]</c> in the order of <see cref="SoundClass"/>; each four add up to 1.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public void Judge(ReadOnlySpan<float> frames, Span<float> shares, CancellationToken cancellationToken)
    {
        float[] turned = new float[BlockFrames * VoiceSound.Bands];
        for (int t = 0; t < BlockFrames; t++)
        {
            for (int band = 0; band < VoiceSound.Bands; band++)
            {
                turned[(band * BlockFrames) + t] = frames[(t * VoiceSound.Bands) + band];
            }
        }

        ReadOnlySpan<float> logits = _session.Run([Tensor.Of(turned, 1, VoiceSound.Bands, BlockFrames)], cancellationToken)[0].Values<float>();
        if (logits.Length != Classes * Block)
        {
            throw VoiceErrors.BadOutput(Model);
        }

        for (int t = 0; t < Block; t++)
        {
            float most = float.NegativeInfinity, sum = 0;
            for (int c = 0; c < Classes; c++)
            {
                most = Math.Max(most, logits[(c * Block) + t]);
            }

            for (int c = 0; c < Classes; c++)
            {
                sum += shares[(t * Classes) + c] = MathF.Exp(logits[(c * Block) + t] - most);
            }

            for (int c = 0; c < Classes; c++)
            {
                shares[(t * Classes) + c] /= sum;
            }
        }
    }

    /// <summary>Gives the network's memory back.</summary>
    public void Dispose() => _session.Dispose();
}
