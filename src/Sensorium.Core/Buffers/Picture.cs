namespace Sensorium;

/// <summary>
/// A decoded picture: 8-bit sRGB, interleaved R G B, rows from top to bottom without padding.
/// Orientation is already applied and transparency already laid over white.
/// </summary>
public sealed class Picture
{
    private readonly byte[] _pixels;

    /// <summary>Wraps <paramref name="pixels"/> without copying.</summary>
    /// <param name="width">Width in pixels, at least 1.</param>
    /// <param name="height">Height in pixels, at least 1.</param>
    /// <param name="pixels">Exactly <c>width * height * 3</c> bytes; the picture owns them from now on.</param>
    /// <exception cref="ArgumentOutOfRangeException">A side is under 1.</exception>
    /// <exception cref="ArgumentException">The length does not fit the size.</exception>
    public Picture(int width, int height, byte[] pixels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentNullException.ThrowIfNull(pixels);
        if (pixels.LongLength != (long)width * height * 3)
        {
            throw new ArgumentException($"A {width} x {height} picture takes {(long)width * height * 3} bytes, but {pixels.LongLength} came.", nameof(pixels));
        }

        Width = width;
        Height = height;
        _pixels = pixels;
    }

    /// <summary>Creates a black picture.</summary>
    /// <param name="width">Width in pixels, at least 1.</param>
    /// <param name="height">Height in pixels, at least 1.</param>
    public Picture(int width, int height)
        : this(width, height, new byte[checked(Math.Max(width, 0) * Math.Max(height, 0) * 3)])
    {
    }

    /// <summary>Width in pixels.</summary>
    public int Width { get; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; }

    /// <summary>All bytes: <c>[height x width x 3]</c>.</summary>
    public Span<byte> Pixels => _pixels;

    /// <summary>The same bytes for code that runs on several threads.</summary>
    public Memory<byte> Memory => _pixels;

    /// <summary>One row: <c>[width x 3]</c>.</summary>
    /// <param name="y">Row, 0 at the top.</param>
    /// <returns>The row's bytes.</returns>
    public Span<byte> Row(int y) => _pixels.AsSpan(y * Width * 3, Width * 3);
}
