using Sensorium.Expression;

namespace Sensorium.Lab.Composing;

/// <summary>A piece that stands for its style in the report.</summary>
/// <param name="Piece">The piece.</param>
/// <param name="Spectrogram">A picture of its sound, a PNG file in Base64; null where nobody played it.</param>
public sealed record StyleSample(Composition Piece, string? Spectrogram);
