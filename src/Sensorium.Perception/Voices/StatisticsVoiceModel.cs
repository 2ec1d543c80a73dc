using Sensorium.Inference;

namespace Sensorium.Perception;

/// <summary>
/// The embedded model: statistics of an utterance in, calibrated logits out, of task <c>voice-emotion</c>. Where the speaker's voice is
/// known, a second network takes the statistics of their other utterances too, and sees how far this one is from where that voice usually is.
/// </summary>
internal sealed class StatisticsVoiceModel : IUtteranceModel
{
    private readonly InferenceSession _plain;
    private readonly InferenceSession _calibrated;
    private readonly VoiceLabels _labels;

    private StatisticsVoiceModel(InferenceSession plain, InferenceSession calibrated, VoiceLabels labels, string model)
    {
        (_plain, _calibrated, _labels, Model) = (plain, calibrated, labels, model);
    }

    /// <inheritdoc/>
    public string Model { get; }

    /// <summary>Whether a network takes statistics rather than samples.</summary>
    /// <param name="session">The network.</param>
    public static bool Fits(InferenceSession session) => session.Inputs[0].Name == "statistics";

    /// <summary>Takes over an opened network.</summary>
    /// <param name="plain">The network; disposed with the model, also where this fails.</param>
    /// <param name="model">The folder it came from.</param>
    /// <param name="threads">Threads of one run.</param>
    /// <returns>The model.</returns>
    public static StatisticsVoiceModel Open(InferenceSession plain, ModelFolder model, int threads)
    {
        InferenceSession? calibrated = null;
        try
        {
            calibrated = InferenceSession.Open(model.FilePath("calibrated.onnx"), new SessionOptions { Threads = threads });
            Require(plain, 1, model.Manifest);
            Require(calibrated, 2, model.Manifest);
            return new StatisticsVoiceModel(plain, calibrated, VoiceLabels.Of(model.Manifest), model.Manifest.Name);
        }
        catch
        {
            plain.Dispose();
            calibrated?.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public UtteranceScores Feel(ReadOnlySpan<float> samples, float[] statistics, VoiceProfile? speaker, CancellationToken cancellationToken)
    {
        Tensor input = Tensor.Of(statistics, 1, statistics.Length);
        IReadOnlyList<Tensor> outputs = speaker is null ? _plain.Run([input], cancellationToken) : _calibrated.Run([input, speaker.Values], cancellationToken);
        ReadOnlySpan<float> logits = outputs[0].Values<float>();
        return logits.Length == _labels.Count && !logits.ContainsAnyExceptInRange(float.MinValue, float.MaxValue) ? _labels.FromLogits(logits) : throw VoiceErrors.BadOutput(Model);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _plain.Dispose();
        _calibrated.Dispose();
    }

    private static void Require(InferenceSession session, int inputs, ModelManifest manifest)
    {
        bool fits = session.Inputs.Count == inputs && (inputs == 1 || session.Inputs[1].Name == "profile") && session.Inputs.All(input => input.Type == TensorType.Float32 && input.Shape.Count == 2 && input.Shape[1] == VoiceStatistics.Names.Count);
        if (!fits)
        {
            throw new UnsupportedInputException(new LocalizedText(
                $"{manifest.Name} takes {string.Join(" and ", session.Inputs)}; this version measures {VoiceStatistics.Names.Count} statistics of a voice (version {VoiceStatistics.Version}). Take the model that came with this version.",
                $"{manifest.Name} 모델의 입력은 {string.Join(", ", session.Inputs)}입니다. 이 버전은 목소리에서 통계 {VoiceStatistics.Names.Count}개(버전 {VoiceStatistics.Version})를 잽니다. 이 버전에 들어 있는 모델을 쓰십시오."));
        }
    }
}
