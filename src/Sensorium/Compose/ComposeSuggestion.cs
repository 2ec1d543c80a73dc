using Sensorium.Expression;

namespace Sensorium;

/// <summary>Music that would suit a feeling.</summary>
/// <param name="Style">Who plays.</param>
/// <param name="Goal">Where it leads.</param>
/// <param name="Reason">Why, in one sentence.</param>
public sealed record ComposeSuggestion(CompositionStyle Style, ComposeGoal Goal, LocalizedText Reason);
