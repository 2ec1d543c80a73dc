namespace Sensorium.Lab.Evaluation;

/// <summary>A paragraph, a table or a chart of a report.</summary>
public abstract record ReportBlock;
