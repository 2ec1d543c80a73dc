using Sensorium.Imaging;

namespace Sensorium.Expression;

/// <summary>Everything that a page carries.</summary>
public sealed record PageContent
{
    /// <summary>Title of the page: the picture's file name, or what the user calls it. Any text; it is escaped.</summary>
    public required string Title { get; init; }

    /// <summary>Language in which the page opens; the reader can change it.</summary>
    public required Language Language { get; init; }

    /// <summary>The sound map as JSON (<c>sensorium-soundmap-1</c>).</summary>
    public required string MapJson { get; init; }

    /// <summary>The regions that the map describes; the page looks up the region under the pointer in them.</summary>
    public required RegionMap Regions { get; init; }

    /// <summary>Media type of <see cref="PictureData"/>, e.g. <c>image/jpeg</c>.</summary>
    public required string PictureMime { get; init; }

    /// <summary>The picture, encoded, upright.</summary>
    public required byte[] PictureData { get; init; }

    /// <summary>One sprite for each sound set, the first one on at the start; at least one.</summary>
    public required IReadOnlyList<PageSprite> Sprites { get; init; }
}
