using System.Text.Json;
using Sensorium.Inference;

namespace Sensorium.Perception;

/// <summary>
/// Models like wav2vec2, of task <c>voice-emotion</c>: raw samples in, <c>[1, samples]</c> or <c>[1, 1, samples]</c>; logits of labelled emotions out, or
/// valence, arousal and dominance.
/// </summary>
/// <remarks>
/// In the manifest's <c>parameters</c>: <c>normalize</c> (default true) brings the utterance to mean 0 and variance 1; for valence and arousal <c>lowest</c> and
/// <c>highest</c> (default 0 and 1) say what stands for -1 and 1, and <c>sd</c> (default .3) how far they are off.
/// </remarks>
internal sealed class WaveVoiceModel : IUtteranceModel
{
    private readonly InferenceSession _session;
    private readonly VoiceLabels _labels;
    private readonly bool _normalize;
    private readonly double _lowest;
    private readonly double _highest;
    private readonly double _sd;

    private WaveVoiceModel(InferenceSession session, ModelManifest manifest)
    {
        _session = session;
        _labels = VoiceLabels.Of(manifest);
        _normalize = !(manifest.Parameters.TryGetProperty("normalize", out JsonElement normalize) && normalize.ValueKind == JsonValueKind.False);
        _lowest = Number(manifest, "lowest", 0);
        _highest = Number(manifest, "highest", 1);
        _sd = Math.Max(0, Number(manifest, "sd", 0.3));
        Model = manifest.Name;
    }

    /// <inheritdoc/>
    public string Model { get; }

    /// <summary>Takes over an opened network.</summary>
    /// <param name="session">The network; disposed with the model, also where this fails.</param>
    /// <param name="manifest">What its folder says.</param>
    /// <returns>The model.</returns>
    /// <exception cref="UnsupportedInputException">It takes something else, or another rate.</exception>
    public static WaveVoiceModel Open(InferenceSession session, ModelManifest manifest)
    {
        try
        {
            TensorSpec input = session.Inputs[0];
            int rate = manifest.Input?.SampleRate ?? VoiceSound.SampleRate;
            if (session.Inputs.Count != 1 || input.Type != TensorType.Float32 || input.Shape.Count is not (2 or 3) || rate != VoiceSound.SampleRate)
            {
                throw new UnsupportedInputException(new LocalizedText(
                    $"{manifest.Name} takes {string.Join(" and ", session.Inputs)} at {rate} Hz; a voice-emotion model takes float32 [1, samples] at {VoiceSound.SampleRate} Hz.",
                    $"{manifest.Name} 모델의 입력은 {rate} Hz의 {string.Join(", ", session.Inputs)}입니다. 음성 감정 모델은 {VoiceSound.SampleRate} Hz의 float32 [1, 샘플]을 받아야 합니다."));
            }

            return new WaveVoiceModel(session, manifest);
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public UtteranceScores Feel(ReadOnlySpan<float> samples, float[] statistics, VoiceProfile? speaker, CancellationToken cancellationToken)
    {
        float[] input = samples.ToArray();
        if (_normalize)
        {
            Normalize(input);
        }

        Tensor tensor = _session.Inputs[0].Shape.Count == 2 ? Tensor.Of(input, 1, input.Length) : Tensor.Of(input, 1, 1, input.Length);
        ReadOnlySpan<float> output = _session.Run([tensor], cancellationToken)[0].Values<float>();
        if (output.Length != _labels.Count || output.ContainsAnyExceptInRange(float.MinValue, float.MaxValue))
        {
            throw VoiceErrors.BadOutput(Model);
        }

        return _labels.IsPlane ? _labels.FromPlane(output, _lowest, _highest, _sd) : _labels.FromLogits(output);
    }

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();

    private static void Normalize(float[] samples)
    {
        double mean = 0, square = 0;
        foreach (float sample in samples)
        {
            mean += sample;
            square += (double)sample * sample;
        }

        mean /= samples.Length;
        double scale = 1 / Math.Sqrt(Math.Max(0, (square / samples.Length) - (mean * mean)) + 1e-7);
        for (int i = 0; i < samples.Length; i++)
        {
            samples[i] = (float)((samples[i] - mean) * scale);
        }
    }

    private static double Number(ModelManifest manifest, string name, double otherwise) =>
        manifest.Parameters.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : otherwise;
}
