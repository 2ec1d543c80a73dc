namespace Sensorium.Media;

/// <summary>How much a picture may ask for. What goes beyond is refused with a <see cref="LimitReachedException"/> before memory is spent on it.</summary>
public sealed record PictureLimits
{
    /// <summary>Most pixels, as stored. Default 268,435,456 (16,384 x 16,384).</summary>
    public long MostPixels { get; init; } = 268_435_456;

    /// <summary>Most pixels a side, as stored. Default 65,535.</summary>
    public int MostSide { get; init; } = 65_535;

    /// <summary>Largest file in bytes. Default 512 MiB.</summary>
    public long MostBytes { get; init; } = 512L << 20;

    /// <summary>Longest time for reading one picture. Default 20 s.</summary>
    public TimeSpan MostTime { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// Most memory in bytes that decoding may hold inside this process, besides the file: a progressive JPEG has to be held whole. Default 1 GiB.
    /// </summary>
    public long MostMemory { get; init; } = 1L << 30;
}
