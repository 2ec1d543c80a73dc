namespace Sensorium.Perception;

/// <summary>How a voice is read. Every value has a default that works.</summary>
public sealed record VoiceReadOptions
{
    /// <summary>What is known of the speaker's voice, against which it is then measured; null measures against all speakers. Default null.</summary>
    public VoiceProfile? Speaker { get; init; }
}
