using Sensorium.Lab.Evaluation;

namespace Sensorium.Lab.Texts;

/// <summary>How well texts with an emotion are told from texts without it.</summary>
/// <param name="Items">How many texts.</param>
/// <param name="IsHeldOut">Whether each was read by a model that had not seen it.</param>
/// <param name="MeanArea">Mean area under the curve of the eight; chance is .5.</param>
/// <param name="Areas">The area of each, in the order of <see cref="Emotion"/>.</param>
/// <param name="Shares">The share of texts that have each.</param>
public sealed record TextPresenceResult(int Items, bool IsHeldOut, ConfidenceInterval MeanArea, IReadOnlyList<ConfidenceInterval> Areas, IReadOnlyList<double> Shares);
