namespace Sensorium.Samples.Pictures;

/// <summary>A flower of the meadow.</summary>
internal enum FlowerKind
{
    /// <summary>Red, four broad petals.</summary>
    Poppy,

    /// <summary>White rays around a yellow disc.</summary>
    Daisy,

    /// <summary>Yellow, five petals.</summary>
    Buttercup,

    /// <summary>Violet, five pointed petals.</summary>
    Bellflower,
}
