namespace Sensorium.Inference;

/// <summary>One state of a recurrent model: what an output gives becomes an input of the next call.</summary>
/// <param name="Output">The name of the output that gives the new state.</param>
/// <param name="Input">The name of the input that takes the old one.</param>
/// <param name="Initial">The state before the first call; null for zeros, which needs an input whose sizes are all stated.</param>
public sealed record StateLink(string Output, string Input, Tensor? Initial = null);
