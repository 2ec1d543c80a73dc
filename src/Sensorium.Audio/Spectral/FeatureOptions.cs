namespace Sensorium.Audio;

/// <summary>Which spectra the features of a <see cref="FeatureExtractor"/> are taken from. The defaults are librosa's.</summary>
public sealed record FeatureOptions
{
    /// <summary>Samples of a frame, a power of two. Default 2048: 93 ms at 22,050 Hz.</summary>
    public int FrameLength { get; init; } = 2048;

    /// <summary>Samples from one frame to the next. Default 512: 43 frames a second at 22,050 Hz.</summary>
    public int Hop { get; init; } = 512;

    /// <summary>Mel bands, from 0 Hz to half the sample rate. Default 128.</summary>
    public int MelBandCount { get; init; } = 128;

    /// <summary>Cepstral coefficients. Default 20.</summary>
    public int CepstralCount { get; init; } = 20;

    /// <summary>Deviation of the recording from A = 440 Hz in semitones, -.5..5, such as a <see cref="TuningEstimator"/> gives. Default 0.</summary>
    public double Tuning { get; init; }
}
