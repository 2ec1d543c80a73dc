namespace Sensorium.Audio;

/// <summary>Where a normalised sound stands.</summary>
/// <param name="Lufs">Integrated loudness after normalising, LUFS (ITU-R BS.1770-4); negative infinity for silence.</param>
/// <param name="TruePeakDbtp">True peak after normalising, dBTP; negative infinity for silence.</param>
/// <param name="GainDb">Gain that was applied before the limiter, dB.</param>
/// <param name="ReductionDb">The limiter's strongest reduction, dB; 0 or negative.</param>
public readonly record struct LoudnessReport(double Lufs, double TruePeakDbtp, double GainDb, double ReductionDb);
