namespace Sensorium.Lab.Evaluation;

/// <summary>A chart, and the table that says the same to those who cannot see it.</summary>
public abstract record ReportChart : ReportBlock
{
    /// <summary>What the chart shows, a few words.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>How to read it, one sentence; empty for none.</summary>
    public LocalizedText Reading { get; init; }

    /// <summary>The same as a table.</summary>
    public abstract ReportTable ToTable();
}
