using Sensorium.Expression;
using Sensorium.Perception;

namespace Sensorium.Lab.Composing;

/// <summary>A piece that holds one feeling, as the judge hears it.</summary>
/// <param name="Style">Its style.</param>
/// <param name="Target">What it was to feel like.</param>
/// <param name="Judged">What it feels like to the judge.</param>
/// <param name="First">The same for the first candidate, before the ranker chose.</param>
/// <param name="Metrics">Its measures.</param>
public sealed record JudgedPiece(CompositionStyle Style, AffectPoint Target, QuadrantScores Judged, QuadrantScores First, ScoreMetrics Metrics);
