namespace Sensorium.Lab.Heads;

/// <summary>How <see cref="BoostedTrees"/> learns.</summary>
internal sealed record BoostedTreesOptions
{
    /// <summary>How many trees; default 250.</summary>
    public int Trees { get; init; } = 250;

    /// <summary>Levels of each tree; default 3.</summary>
    public int Depth { get; init; } = 3;

    /// <summary>How much of each tree's answer counts; default .05.</summary>
    public double Rate { get; init; } = .05;

    /// <summary>Share of the items that a tree sees; default .6.</summary>
    public double Items { get; init; } = .6;

    /// <summary>Share of the features that a tree sees; default .3.</summary>
    public double Features { get; init; } = .3;

    /// <summary>Fewest items in a leaf; default 8.</summary>
    public int LeastInLeaf { get; init; } = 8;

    /// <summary>Seed of the draws; default 1.</summary>
    public ulong Seed { get; init; } = 1;
}
