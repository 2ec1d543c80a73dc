namespace Sensorium.Lab.Evaluation;

/// <summary>The points of one model in a chart.</summary>
/// <param name="Name">Whose points they are.</param>
/// <param name="Points">The points.</param>
/// <param name="HasLine">Whether a line joins them.</param>
/// <param name="HasMarks">Whether each is marked.</param>
/// <param name="IsReference">Whether it stands there for comparison only; it is drawn fainter.</param>
public sealed record ChartSeries(LocalizedText Name, IReadOnlyList<ChartPoint> Points, bool HasLine = true, bool HasMarks = true, bool IsReference = false);
