using Sensorium.Lab.Datasets;
using Sensorium.Lab.Evaluation;

namespace Sensorium.Lab.Detection;

/// <summary>What <see cref="DetectionEvaluation"/> measured.</summary>
public sealed record DetectionResult
{
    /// <summary>Seed of the composites and of the bootstrap.</summary>
    public required ulong Seed { get; init; }

    /// <summary>How many times the pictures were drawn again.</summary>
    public required int Resamples { get; init; }

    /// <summary>Name and version of the judge; null where there was none.</summary>
    public required string? Judge { get; init; }

    /// <summary>From this confidence of the judge on, a box is a face to be found.</summary>
    public required double SureConfidence { get; init; }

    /// <summary>From this confidence up to the sure one, a box is ignored.</summary>
    public required double DoubtfulConfidence { get; init; }

    /// <summary>The detectors that were asked for but are not here.</summary>
    public required IReadOnlyList<string> Absent { get; init; }

    /// <summary>What was left out, in the order of the data.</summary>
    public required IReadOnlyList<DatasetFault> Faults { get; init; }

    /// <summary>The sets.</summary>
    public required IReadOnlyList<DetectionSetResult> Sets { get; init; }

    /// <summary>How long a picture takes; empty where it was not measured.</summary>
    public required IReadOnlyList<DetectionTimes> Times { get; init; }

    /// <summary>The result as JSON, described by <c>docs/schemas/evaluate-detect.schema.json</c>.</summary>
    /// <returns>One line, without a line break.</returns>
    public string ToJson() => DetectionJson.Write(this);

    /// <summary>The result to be read.</summary>
    /// <param name="command">The command line that makes it again; null for none.</param>
    /// <returns>The report.</returns>
    public Report ToReport(string? command = null) => DetectionReport.Of(this, command);
}
