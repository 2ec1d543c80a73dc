namespace Sensorium.Library;

/// <summary>What a listener did with a song and how it felt: a note that stays on this machine.</summary>
public sealed record Feedback
{
    /// <summary>Its number, given by the catalogue; 0 before.</summary>
    public long Id { get; init; }

    /// <summary>The song.</summary>
    public required long SongId { get; init; }

    /// <summary>What was done.</summary>
    public required FeedbackKind Kind { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The mood before it; only valence and arousal are stored. Default null.</summary>
    public Affect? Before { get; init; }

    /// <summary>The mood after it; only valence and arousal are stored. Default null.</summary>
    public Affect? After { get; init; }

    /// <summary>The feeling that the song was chosen for; only valence and arousal are stored. Default null.</summary>
    public Affect? Goal { get; init; }
}
