using Sensorium.Lab.Datasets;
using Sensorium.Lab.Evaluation;

namespace Sensorium.Lab.Fusion;

/// <summary>What the evaluation of fusion found.</summary>
public sealed record FusionResult
{
    /// <summary>How it was measured.</summary>
    public required FusionOptions Options { get; init; }

    /// <summary>Recordings that were paired.</summary>
    public required int Clips { get; init; }

    /// <summary>Their speakers.</summary>
    public required int Speakers { get; init; }

    /// <summary>Faces that could be drawn.</summary>
    public required int Tiles { get; init; }

    /// <summary>The model that read the faces.</summary>
    public required string FaceModel { get; init; }

    /// <summary>The models that heard the voices.</summary>
    public required string VoiceModel { get; init; }

    /// <summary>Whether every voice was heard by a model that had never heard its speaker.</summary>
    public required bool IsHeldOut { get; init; }

    /// <summary>The figures by setting.</summary>
    public required IReadOnlyList<FusionRow> Rows { get; init; }

    /// <summary>What was left out.</summary>
    public required IReadOnlyList<DatasetFault> Faults { get; init; }

    /// <summary>The figures as a report.</summary>
    /// <param name="command">The command line that makes it again; null for none.</param>
    /// <returns>The report.</returns>
    public Report ToReport(string? command = null) => FusionReport.Of(this, command);

    /// <summary>The figures as JSON, as <c>docs/schemas/evaluate-fusion.schema.json</c> describes it.</summary>
    /// <returns>One object.</returns>
    public string ToJson() => FusionJson.Write(this);
}
