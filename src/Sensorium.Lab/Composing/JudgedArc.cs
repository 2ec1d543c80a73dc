using Sensorium.Expression;

namespace Sensorium.Lab.Composing;

/// <summary>A piece that goes from one feeling to another, as the judge hears it.</summary>
/// <param name="Piece">The piece.</param>
/// <param name="Windows">Its windows.</param>
public sealed record JudgedArc(Composition Piece, IReadOnlyList<JudgedWindow> Windows);
