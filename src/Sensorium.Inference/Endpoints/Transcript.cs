namespace Sensorium.Inference;

/// <summary>What was said.</summary>
/// <param name="Text">The words; empty where nobody speaks.</param>
/// <param name="Language">The language as the model names it; null where it does not tell.</param>
public sealed record Transcript(string Text, string? Language = null)
{
    /// <summary>The same words in pieces with their times, in order; empty where the server gives no times.</summary>
    public IReadOnlyList<TranscriptSegment> Segments { get; init; } = [];
}
