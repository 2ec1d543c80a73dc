namespace Sensorium.Perception;

/// <summary>How a voice is read. Every value has a default that works.</summary>
public sealed record VoiceReadOptions
{
    /// <summary>The speaker's own neutral speech, mono at <see cref="IVoicePerceiver.SampleRate"/>, against which the voice is measured; empty measures against all speakers. Default empty.</summary>
    public ReadOnlyMemory<float> Neutral { get; init; }
}
