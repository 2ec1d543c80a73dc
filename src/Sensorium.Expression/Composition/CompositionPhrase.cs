namespace Sensorium.Expression;

/// <summary>A phrase of the plan of a piece.</summary>
/// <param name="Index">From 0.</param>
/// <param name="Theme">Which theme its melody is made of; -1 where the melody rests.</param>
/// <param name="Variation">How often the theme came before.</param>
/// <param name="Bars">Its length.</param>
/// <param name="IsClosed">Whether it ends on the tonic.</param>
internal sealed record CompositionPhrase(int Index, int Theme, int Variation, int Bars, bool IsClosed);
