namespace Sensorium.Perception;

/// <summary>A stretch of a text that means something by itself.</summary>
/// <param name="Start">Where it begins among the letters of its <see cref="TokenList"/>.</param>
/// <param name="Length">How many letters it has, at least 1.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Traits">How it is written.</param>
internal readonly record struct TextToken(int Start, int Length, TokenKind Kind, TokenTraits Traits);
