using Sensorium.Lab.Datasets;
using Sensorium.Lab.Evaluation;

namespace Sensorium.Lab.Voices;

/// <summary>What <c>evaluate voice</c> found.</summary>
public sealed record VoiceEvaluationResult
{
    /// <summary>Clips that were read.</summary>
    public required int Clips { get; init; }

    /// <summary>Speakers they have.</summary>
    public required int Speakers { get; init; }

    /// <summary>How emotions were told; empty without fold models.</summary>
    public required IReadOnlyList<VoiceScores> Emotions { get; init; }

    /// <summary>How emotions were told where the speaker's voice is known from other clips; ids name what is known and the clips that are judged. Empty without fold models.</summary>
    public required IReadOnlyList<VoiceScores> Known { get; init; }

    /// <summary>How they were told in noise and over a telephone, 7 classes, speaker unknown.</summary>
    public required IReadOnlyList<VoiceScores> Robustness { get; init; }

    /// <summary>How voices were found; empty where it was not measured.</summary>
    public required IReadOnlyList<ActivityScores> Activity { get; init; }

    /// <summary>Milliseconds of processor time for 10 s of speech, one thread, from samples to percepts; NaN where not measured.</summary>
    public required double Milliseconds { get; init; }

    /// <summary>Seed of the noise.</summary>
    public required ulong Seed { get; init; }

    /// <summary>What could not be used.</summary>
    public required IReadOnlyList<DatasetFault> Faults { get; init; }

    /// <summary>The figures in an order to be read.</summary>
    /// <param name="command">The command line that makes them again; null for none.</param>
    /// <returns>The report.</returns>
    public Report ToReport(string? command = null) => VoiceReport.Of(this, command);

    /// <summary>The figures for programs (docs/schemas/evaluate-voice.schema.json).</summary>
    /// <returns>One line of JSON.</returns>
    public string ToJson() => VoiceJson.Write(this);
}
