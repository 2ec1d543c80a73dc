namespace Sensorium.Expression;

/// <summary>What to compose.</summary>
public sealed record CompositionRequest
{
    /// <summary>Shortest and longest piece.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromSeconds(10), Longest = TimeSpan.FromMinutes(60);

    /// <summary>How it feels over time, and so how long it is: <see cref="Shortest"/> to <see cref="Longest"/>.</summary>
    public required AffectPath Path { get; init; }

    /// <summary>Who plays.</summary>
    public required CompositionStyle Style { get; init; }

    /// <summary>The same request and seed give the same piece.</summary>
    public ulong Seed { get; init; }

    /// <summary>The warmth where nothing says otherwise.</summary>
    public const double UsualWarmth = 0.2;

    /// <summary>From cold (-1) to warm (1): chooses between a part's two instruments. Default <see cref="UsualWarmth"/>.</summary>
    public double Warmth { get; init; } = UsualWarmth;

    /// <summary>The title.</summary>
    public string Title { get; init; } = string.Empty;
}
