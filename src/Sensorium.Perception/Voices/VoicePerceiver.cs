using Sensorium.Inference;

namespace Sensorium.Perception;

/// <summary>
/// Hears voices with two models: one tells speech, singing and music apart, the other feels each utterance. Utterances are cut by the first and are at
/// most 15 s long; those of half a second or more are felt.
/// </summary>
public sealed class VoicePerceiver : IVoicePerceiver, IDisposable
{
    /// <summary>The task of the model that tells speech, singing and music apart.</summary>
    public const string ActivityTask = "voice-activity";

    /// <summary>The task of the model that feels an utterance.</summary>
    public const string EmotionTask = "voice-emotion";

    /// <summary>The <see cref="Percept.Source"/> of what a voice expresses.</summary>
    public const string Source = "voice";

    private readonly VoiceActivityModel _activity;
    private readonly IUtteranceModel _emotion;

    private VoicePerceiver(VoiceActivityModel activity, IUtteranceModel emotion)
    {
        _activity = activity;
        _emotion = emotion;
    }

    /// <inheritdoc/>
    public string Model => _emotion.Model;

    /// <summary>Name and version of the model that tells speech, singing and music apart.</summary>
    public string ActivityModel => _activity.Model;

    /// <inheritdoc/>
    public int SampleRate => VoiceSound.SampleRate;

    /// <summary>Opens the models of a catalogue.</summary>
    /// <param name="catalogue">The models on this machine.</param>
    /// <param name="emotion">The model of <see cref="EmotionTask"/> that the user wants, an id or id@version; null for the usual one.</param>
    /// <param name="threads">Threads that share the work of one call; 0 for one a core.</param>
    /// <returns>The perceiver, to be disposed.</returns>
    /// <exception cref="MissingComponentException">A model or ONNX Runtime is not installed.</exception>
    /// <exception cref="MalformedInputException">A model is damaged.</exception>
    /// <exception cref="UnsupportedInputException">A model takes or gives something else.</exception>
    public static VoicePerceiver Open(ModelCatalogue catalogue, string? emotion = null, int threads = 1)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        return Open(
            catalogue.FindForTask(ActivityTask) ?? throw VoiceErrors.NoModel(ActivityTask),
            catalogue.FindForTask(EmotionTask, emotion) ?? throw VoiceErrors.NoModel(EmotionTask),
            threads);
    }

    /// <summary>Opens two models from their folders.</summary>
    /// <param name="activity">Task <see cref="ActivityTask"/>.</param>
    /// <param name="emotion">Task <see cref="EmotionTask"/>: our own, or one like wav2vec2 that takes raw samples (docs/models.md).</param>
    /// <param name="threads">Threads that share the work of one call; 0 for one a core.</param>
    /// <returns>The perceiver, to be disposed.</returns>
    /// <exception cref="MissingComponentException">ONNX Runtime is not installed.</exception>
    /// <exception cref="MalformedInputException">A model is damaged.</exception>
    /// <exception cref="UnsupportedInputException">A model is for another task, or takes or gives something else.</exception>
    public static VoicePerceiver Open(ModelFolder activity, ModelFolder emotion, int threads = 1)
    {
        ArgumentNullException.ThrowIfNull(activity);
        ArgumentNullException.ThrowIfNull(emotion);
        ModelTasks.Require(emotion.Manifest, EmotionTask);
        var network = InferenceSession.Open(ModelTasks.Network(emotion), new SessionOptions { Threads = threads });
        IUtteranceModel model = StatisticsVoiceModel.Fits(network) ? StatisticsVoiceModel.Open(network, emotion, threads) : WaveVoiceModel.Open(network, emotion.Manifest);
        try
        {
            return new VoicePerceiver(VoiceActivityModel.Open(activity, threads), model);
        }
        catch
        {
            model.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public VoiceProfile Learn(IReadOnlyList<ReadOnlyMemory<float>> recordings, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(recordings);
        List<float[]> heard = [];
        foreach (ReadOnlyMemory<float> recording in recordings)
        {
            if (heard.Count < VoiceProfile.MostUtterances)
            {
                using VoiceListener listener = new(_activity, _emotion, null);
                listener.Push(recording.Span, cancellationToken);
                listener.Finish(cancellationToken);
                heard.AddRange(listener.Statistics.Take(VoiceProfile.MostUtterances - heard.Count));
            }
        }

        return heard.Count > 0 ? new VoiceProfile(heard) : throw VoiceErrors.NoSpeaker();
    }

    /// <inheritdoc/>
    public IVoiceListener Listen(VoiceReadOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new VoiceListener(_activity, _emotion, options.Speaker);
    }

    /// <summary>Gives the models' memory back.</summary>
    public void Dispose()
    {
        _activity.Dispose();
        _emotion.Dispose();
    }

    /// <summary>What each stretch of 20 ms is.</summary>
    /// <param name="samples">The sound.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Four shares for each, in the order of <see cref="SoundClass"/>; stretch j is centred on sample 320 j + 256.</returns>
    internal float[] Judge(ReadOnlySpan<float> samples, CancellationToken cancellationToken)
    {
        List<float> shares = [];
        VoiceActivityStream stream = new(_activity, values => shares.AddRange(values));
        stream.Push(samples, cancellationToken);
        stream.Finish(cancellationToken);
        return [.. shares];
    }
}
