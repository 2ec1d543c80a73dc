using Sensorium.Inference;

namespace Sensorium;

/// <summary>What was said in a sound or a video.</summary>
/// <param name="Text">The words.</param>
/// <param name="Model">The model that wrote them down.</param>
/// <param name="Language">The language as the model names it; null where it does not tell.</param>
public sealed record FeelTranscript(string Text, string Model, string? Language)
{
    /// <summary>The same words in pieces with their times; empty where the endpoint gives no times.</summary>
    public IReadOnlyList<TranscriptSegment> Segments { get; init; } = [];
}
