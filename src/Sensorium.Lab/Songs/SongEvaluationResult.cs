using Sensorium.Lab.Datasets;
using Sensorium.Lab.Evaluation;

namespace Sensorium.Lab.Songs;

/// <summary>What <c>evaluate song</c> found.</summary>
public sealed record SongEvaluationResult
{
    /// <summary>One entry a set and method.</summary>
    public required IReadOnlyList<SongScores> Scores { get; init; }

    /// <summary>Milliseconds of processor time for three minutes of music, from samples to the reading; NaN where not measured.</summary>
    public required double Milliseconds { get; init; }

    /// <summary>What could not be used.</summary>
    public required IReadOnlyList<DatasetFault> Faults { get; init; }

    /// <summary>The figures in an order to be read.</summary>
    /// <param name="command">The command line that makes them again; null for none.</param>
    /// <returns>The report.</returns>
    public Report ToReport(string? command = null) => SongReport.Of(this, command);

    /// <summary>The figures for programs (docs/schemas/evaluate-song.schema.json).</summary>
    /// <returns>One line of JSON.</returns>
    public string ToJson() => SongJson.Write(this);
}
