namespace Sensorium.Lab.Evaluation;

/// <summary>A paragraph.</summary>
/// <param name="Text">One or more sentences.</param>
public sealed record ReportText(LocalizedText Text) : ReportBlock;
