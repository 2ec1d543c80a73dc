namespace Sensorium;

/// <summary>What a sense made of an input.</summary>
/// <param name="Result">What was felt; null where there was nothing to feel.</param>
/// <param name="Nothing">Why there was nothing to feel, as a whole sentence; default where there was something.</param>
internal readonly record struct Sensed(FeelResult? Result, LocalizedText Nothing = default);
