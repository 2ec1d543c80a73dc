using Sensorium.Imaging;

namespace Sensorium.Perception;

/// <summary>A small square grey picture of one face, as FER2013's are: 8-bit luma, rows from top to bottom.</summary>
public sealed class GreyTile
{
    /// <summary>The side of FER2013's tiles and the default of every crop, in pixels.</summary>
    public const int StandardSide = 48;

    private readonly byte[] _pixels;

    /// <summary>Wraps pixels without copying.</summary>
    /// <param name="side">Width and height in pixels, at least 1.</param>
    /// <param name="pixels">Exactly <c>side * side</c> bytes; the tile owns them from now on.</param>
    /// <exception cref="ArgumentOutOfRangeException">The side is under 1.</exception>
    /// <exception cref="ArgumentException">The length does not fit the side.</exception>
    public GreyTile(int side, byte[] pixels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(side, 1);
        ArgumentNullException.ThrowIfNull(pixels);
        if (pixels.LongLength != (long)side * side)
        {
            throw new ArgumentException($"A tile of {side} x {side} takes {(long)side * side} bytes, but {pixels.LongLength} came.", nameof(pixels));
        }

        Side = side;
        _pixels = pixels;
    }

    /// <summary>Width and height in pixels.</summary>
    public int Side { get; }

    /// <summary>All pixels: <c>[side x side]</c>, 0 black to 255 white.</summary>
    public ReadOnlySpan<byte> Pixels => _pixels;

    /// <summary>The tile at another size: means of areas where it gets smaller, bilinear where it gets larger.</summary>
    /// <param name="side">The new side in pixels, at least 1.</param>
    /// <returns>A new tile, or this one where it has that side.</returns>
    public GreyTile Resize(int side)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(side, 1);
        return side == Side ? this : new(side, PictureCrop.Grey(ToPicture(), new(Side / 2.0, Side / 2.0, Side), side));
    }

    /// <summary>The tile as a grey picture.</summary>
    /// <returns>A new picture with three equal channels.</returns>
    public Picture ToPicture()
    {
        var picture = new Picture(Side, Side);
        for (int i = 0; i < _pixels.Length; i++)
        {
            picture.Pixels.Slice(i * 3, 3).Fill(_pixels[i]);
        }

        return picture;
    }
}
