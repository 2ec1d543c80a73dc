namespace Sensorium.Lab.Scenes;

/// <summary>How much each block's likeness counts.</summary>
/// <param name="Name">Short name for reports.</param>
/// <param name="Shares">One share a block, in the order of layout, colours, texture, shapes, faces.</param>
internal sealed record SceneMix(string Name, IReadOnlyList<double> Shares)
{
    /// <summary>What the inner folds choose from.</summary>
    public static IReadOnlyList<SceneMix> All { get; } =
    [
        new("layout first", [1, .3, 1, .5, .5]),
        new("layout", [1, .3, .5, .3, .5]),
        new("shapes first", [.3, .1, .5, 1, .3]),
        new("shapes and texture", [.3, 0, 1, 1, .5]),
        new("no layout", [0, 0, 1, 1, .3]),
        new("even", [1, 1, 1, 1, 1]),
    ];

    /// <summary>The same without faces.</summary>
    /// <returns>The mix.</returns>
    public SceneMix WithoutFaces() => this with { Shares = [.. Shares.Take(Shares.Count - 1), 0] };
}
