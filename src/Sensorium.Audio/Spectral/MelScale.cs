namespace Sensorium.Audio;

/// <summary>How the bands of a <see cref="MelFilterbank"/> are spaced and weighed.</summary>
public enum MelScale
{
    /// <summary>Slaney's scale, each triangle of unit area: librosa's default.</summary>
    Slaney,

    /// <summary>HTK's scale, 2595 log10(1 + f / 700), each triangle of height 1: torchaudio's default.</summary>
    Htk,
}
