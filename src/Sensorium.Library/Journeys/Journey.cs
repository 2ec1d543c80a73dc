namespace Sensorium.Library;

/// <summary>Songs in an order that leads across the plane.</summary>
public sealed record Journey
{
    /// <summary>The songs. Steps never exceed the longest step, and no song comes twice, even where the journey is partial.</summary>
    public required IReadOnlyList<JourneyStep> Steps { get; init; }

    /// <summary>The way that was asked for.</summary>
    public required JourneyPath Path { get; init; }

    /// <summary>How long the songs last together.</summary>
    public required TimeSpan Length { get; init; }

    /// <summary>What the library lacks; empty where the journey is all that was asked for, else this is the best part of it that was found.</summary>
    public required IReadOnlyList<JourneyGap> Gaps { get; init; }

    /// <summary>Whether it is all that was asked for.</summary>
    public bool IsComplete => Gaps.Count == 0;
}
