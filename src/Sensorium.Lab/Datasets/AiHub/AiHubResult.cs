using Sensorium.Lab.Evaluation;

namespace Sensorium.Lab.Datasets;

/// <summary>What an import gave.</summary>
public sealed record AiHubResult
{
    /// <summary>Clips that gave at least one utterance.</summary>
    public required int Clips { get; init; }

    /// <summary>The utterances that were cut.</summary>
    public required IReadOnlyList<AiHubUtterance> Utterances { get; init; }

    /// <summary>Clips and utterances that were left out.</summary>
    public required IReadOnlyList<DatasetFault> Faults { get; init; }

    /// <summary>The counts in an order to be read.</summary>
    /// <returns>The report.</returns>
    public Report ToReport() => AiHubReport.Of(this);

    /// <summary>The counts for programs.</summary>
    /// <returns>One line of JSON.</returns>
    public string ToJson() => AiHubReport.ToJson(this);
}
