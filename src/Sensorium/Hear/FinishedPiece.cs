namespace Sensorium;

/// <summary>The piece as sound, at its final loudness.</summary>
/// <param name="Sound">Stereo.</param>
/// <param name="LoudnessLufs">Integrated loudness in LUFS.</param>
/// <param name="TruePeakDbtp">True peak in dBTP.</param>
internal sealed record FinishedPiece(SoundBuffer Sound, double LoudnessLufs, double TruePeakDbtp);
