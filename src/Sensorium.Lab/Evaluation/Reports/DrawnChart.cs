namespace Sensorium.Lab.Evaluation;

/// <summary>A chart that was drawn elsewhere.</summary>
public sealed record DrawnChart : ReportChart
{
    /// <summary>Draws it as SVG in a language; pictures inside are data addresses.</summary>
    public required Func<Language, string> Draw { get; init; }

    /// <summary>The table that says the same.</summary>
    public required ReportTable Table { get; init; }

    /// <inheritdoc/>
    public override ReportTable ToTable() => Table;
}
