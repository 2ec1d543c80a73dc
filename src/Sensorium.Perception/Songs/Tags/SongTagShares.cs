namespace Sensorium.Perception;

/// <summary>What the taggers say of a song.</summary>
/// <param name="Own">Tags of ours that are sure enough.</param>
/// <param name="Installed">Tags of an installed tagger that are sure enough.</param>
internal sealed record SongTagShares(IReadOnlyList<SongTag> Own, IReadOnlyList<SongTag> Installed)
{
    /// <summary>What is said without a tagger.</summary>
    public static SongTagShares None { get; } = new([], []);
}
