using Sensorium.Inference;

namespace Sensorium.Lab.Voices;

/// <summary>Runs Silero's voice activity model (version 5: 512 samples a call after the last 64 of the call before) for comparison.</summary>
internal static class SileroFrames
{
    private const int Frame = 512;
    private const int Before = 64;
    private const int Stride = 320;

    /// <summary>Finds voices.</summary>
    /// <param name="session">The model.</param>
    /// <param name="sound">Mono at 16 kHz.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Whether each stretch of 20 ms has voice, centred on sample 320 j + 256.</returns>
    public static bool[] Find(InferenceSession session, float[] sound, CancellationToken cancellationToken)
    {
        RecurrentSession stream = new(session, [new StateLink("stateN", "state", Tensor.Zeros(TensorType.Float32, 2, 1, 128))]);
        float[] window = new float[Before + Frame];
        Dictionary<string, Tensor> inputs = new() { ["input"] = Tensor.Of(window, 1, window.Length), ["sr"] = Tensor.Of([16_000L]) };
        bool[] coarse = new bool[(sound.Length / Frame) + 1];
        for (int i = 0; (i + 1) * Frame <= sound.Length; i++)
        {
            window.AsSpan(Frame).CopyTo(window);
            sound.AsSpan(i * Frame, Frame).CopyTo(window.AsSpan(Before));
            coarse[i] = stream.Run(inputs, cancellationToken)["output"].Values<float>()[0] > 0.5f;
        }

        return [.. Enumerable.Range(0, Math.Max(0, (sound.Length - Frame) / Stride)).Select(j => coarse[Math.Min(coarse.Length - 1, ((j * Stride) + 256) / Frame)])];
    }
}
