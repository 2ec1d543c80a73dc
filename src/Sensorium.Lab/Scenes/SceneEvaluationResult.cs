using Sensorium.Lab.Datasets;
using Sensorium.Lab.Evaluation;

namespace Sensorium.Lab.Scenes;

/// <summary>What the evaluation of scenes found.</summary>
public sealed record SceneEvaluationResult
{
    /// <summary>How many photographs were used.</summary>
    public required int Items { get; init; }

    /// <summary>How many themes they have.</summary>
    public required int Themes { get; init; }

    /// <summary>How it was measured.</summary>
    public required SceneEvaluationOptions Options { get; init; }

    /// <summary>How many ways of fitting the inner folds chose from.</summary>
    public required int Candidates { get; init; }

    /// <summary>The methods, the model last.</summary>
    public required IReadOnlyList<SceneMethodResult> Methods { get; init; }

    /// <summary>The shipped model on the same photographs, all of which it was fitted to; null where it was not asked for.</summary>
    public required SceneMethodResult? Shipped { get; init; }

    /// <summary>Name of the shipped model; null where there is none.</summary>
    public required string? ShippedModel { get; init; }

    /// <summary>How often each way of fitting was chosen, the most frequent first: axis, description, times.</summary>
    public required IReadOnlyList<SceneChosen> Chosen { get; init; }

    /// <summary>Stated and rated places of the first division, for charts.</summary>
    public required IReadOnlyList<ScenePlace> Places { get; init; }

    /// <summary>Why faces were not looked for; null where they were.</summary>
    public required LocalizedText? WithoutFaces { get; init; }

    /// <summary>What was left out.</summary>
    public required IReadOnlyList<DatasetFault> Faults { get; init; }

    /// <summary>The report for people.</summary>
    /// <param name="command">The command line that makes it again; null for none.</param>
    /// <returns>The report.</returns>
    public Report ToReport(string? command = null) => SceneReport.Of(this, command);

    /// <summary>The figures for programs.</summary>
    /// <returns>One line of JSON.</returns>
    public string ToJson() => SceneJson.Write(this);
}
