namespace Sensorium.Perception;

/// <summary>Hears voices: tells speech, singing and music apart and feels each utterance.</summary>
public interface IVoicePerceiver
{
    /// <summary>Name and version of the model, e.g. <c>voice@1</c>.</summary>
    string Model { get; }

    /// <summary>Samples a second of the mono sound that listeners take.</summary>
    int SampleRate { get; }

    /// <summary>Begins to listen to one sound. Listeners share the models and may run on several threads, each on one.</summary>
    /// <param name="options">How the voice is read.</param>
    /// <returns>The listener, at the start of the sound.</returns>
    IVoiceListener Listen(VoiceReadOptions options);
}
