using Sensorium.Lab.Datasets;
using Sensorium.Lab.Evaluation;

namespace Sensorium.Lab.Faces;

/// <summary>What <see cref="FaceEvaluation"/> measured.</summary>
public sealed record FaceEvaluationResult
{
    /// <summary>Name of the data set's folder or file.</summary>
    public required string Data { get; init; }

    /// <summary>How it is laid out.</summary>
    public required FaceLayout Layout { get; init; }

    /// <summary>Which part of it; null where it has none.</summary>
    public required string? Split { get; init; }

    /// <summary>Faces that could be read.</summary>
    public required int Items { get; init; }

    /// <summary>What was left out, in the order of the data set.</summary>
    public required IReadOnlyList<DatasetFault> Faults { get; init; }

    /// <summary>Photographs in which no face was found and which were shown whole.</summary>
    public required int WithoutFace { get; init; }

    /// <summary>The model that found the faces; null where none was asked.</summary>
    public required string? Detector { get; init; }

    /// <summary>Seed of the bootstrap.</summary>
    public required ulong Seed { get; init; }

    /// <summary>How many times the faces were drawn again.</summary>
    public required int Resamples { get; init; }

    /// <summary>The protocols, the stated one first.</summary>
    public required IReadOnlyList<FaceProtocol> Protocols { get; init; }

    /// <summary>The crops, the stated one first.</summary>
    public required IReadOnlyList<FaceCropChoice> Crops { get; init; }

    /// <summary>For each protocol, the mean entropy of the true shares in nats: no loss can be lower.</summary>
    public required IReadOnlyList<double> LeastLoss { get; init; }

    /// <summary>For each protocol, a trivial model: always the commonest emotion, with the true frequencies as its probabilities.</summary>
    public required IReadOnlyList<FaceScores> Baseline { get; init; }

    /// <summary>The models, in the order asked for.</summary>
    public required IReadOnlyList<FaceModelResult> Models { get; init; }

    /// <summary>The result as JSON, described by <c>docs/schemas/evaluate-face.schema.json</c>.</summary>
    /// <returns>One line, without a line break.</returns>
    public string ToJson() => FaceJson.Write(this);

    /// <summary>The result to be read.</summary>
    /// <param name="command">The command line that makes it again; null for none.</param>
    /// <returns>The report.</returns>
    public Report ToReport(string? command = null) => FaceReport.Of(this, command);
}
