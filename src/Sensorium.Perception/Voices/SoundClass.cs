namespace Sensorium.Perception;

/// <summary>What a stretch of sound is.</summary>
public enum SoundClass
{
    /// <summary>Nothing that a listener would name: silence, room, noise.</summary>
    Other,

    /// <summary>Somebody speaks.</summary>
    Speech,

    /// <summary>Somebody sings, alone or accompanied.</summary>
    Singing,

    /// <summary>Instruments without a voice.</summary>
    Music,
}
