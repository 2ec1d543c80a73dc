using Sensorium.Lab.Evaluation;

namespace Sensorium.Lab.Texts;

/// <summary>How well one axis is told.</summary>
/// <param name="Correlation">Pearson's r.</param>
/// <param name="Error">Root of the mean squared error, on the scale -1..1.</param>
/// <param name="ConstantError">The same of a method that always says the mean of these ratings.</param>
/// <param name="Coverage">Share of ratings within the stated 80 % interval.</param>
public sealed record TextAxisResult(ConfidenceInterval Correlation, double Error, double ConstantError, double Coverage);
