namespace Sensorium.Lab.Fusion;

/// <summary>In what state the two sources of a pair are.</summary>
public enum FusionSetting
{
    /// <summary>Both as they were recorded.</summary>
    Clean,

    /// <summary>The face reduced to 12 pixels and enlarged again.</summary>
    BlurredFace,

    /// <summary>The voice in white noise, 5 dB louder than the voice.</summary>
    NoisyVoice,

    /// <summary>The voice replaced by silence.</summary>
    SilentVoice,
}
