using Sensorium.Lab.Datasets;
using Sensorium.Lab.Evaluation;

namespace Sensorium.Lab.Texts;

/// <summary>How well a model feels texts.</summary>
public sealed record TextEvaluationResult
{
    /// <summary>The model.</summary>
    public required string Model { get; init; }

    /// <summary>How it was measured.</summary>
    public required TextEvaluationOptions Options { get; init; }

    /// <summary>Sentences of EmoBank's dev split.</summary>
    public required int RatedItems { get; init; }

    /// <summary>Valence, arousal, dominance; empty where EmoBank is not there.</summary>
    public required IReadOnlyList<TextAxisResult> Axes { get; init; }

    /// <summary>GoEmotions' dev split; null where it is not there.</summary>
    public required TextNamingResult? Naming { get; init; }

    /// <summary>KOTE; null where it is not there.</summary>
    public required TextPresenceResult? Presence { get; init; }

    /// <summary>Sentences a second on one core, without evidence; null where not measured.</summary>
    public required double? SentencesPerSecond { get; init; }

    /// <summary>The same with evidence and warmth, as <c>feel</c> does it.</summary>
    public required double? PerceptsPerSecond { get; init; }

    /// <summary>Rows that could not be used.</summary>
    public required IReadOnlyList<DatasetFault> Faults { get; init; }

    /// <summary>The result as a report.</summary>
    /// <param name="command">The command line that makes it again; null for none.</param>
    /// <returns>The report.</returns>
    public Report ToReport(string? command = null) => TextReport.Of(this, command);

    /// <summary>The result as JSON.</summary>
    /// <returns>One line.</returns>
    public string ToJson() => TextJson.Write(this);
}
