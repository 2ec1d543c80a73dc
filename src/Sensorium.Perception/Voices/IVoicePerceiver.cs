namespace Sensorium.Perception;

/// <summary>Hears voices: tells speech, singing and music apart and feels each utterance.</summary>
public interface IVoicePerceiver
{
    /// <summary>Name and version of the model, e.g. <c>voice@1</c>.</summary>
    string Model { get; }

    /// <summary>Samples a second of the mono sound that listeners take.</summary>
    int SampleRate { get; }

    /// <summary>Learns how a person's voice sounds from recordings of them, in any mood: the more, the better; one is of some use.</summary>
    /// <param name="recordings">Of one person, mono at <see cref="SampleRate"/>; each may hold several utterances. At most 500 utterances are used.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>What is known of the voice, for <see cref="VoiceReadOptions.Speaker"/>.</returns>
    /// <exception cref="MalformedInputException">No voice of half a second was heard in any of them.</exception>
    VoiceProfile Learn(IReadOnlyList<ReadOnlyMemory<float>> recordings, CancellationToken cancellationToken = default);

    /// <summary>Begins to listen to one sound. Listeners share the models and may run on several threads, each on one.</summary>
    /// <param name="options">How the voice is read.</param>
    /// <returns>The listener, at the start of the sound.</returns>
    IVoiceListener Listen(VoiceReadOptions options);
}
