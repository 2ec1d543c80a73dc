namespace Sensorium.Library;

/// <summary>How a scan goes about its work.</summary>
public sealed record ScanOptions
{
    /// <summary>Songs analysed at once, 1..64. Default 2.</summary>
    public int Workers { get; init; } = 2;

    /// <summary>Share of the time that a worker works, over 0 to 1; it rests for the remainder. Default 1.</summary>
    public double Busy { get; init; } = 1;

    /// <summary>Only files below these folders, absolute; empty for all. Default empty.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>Whether the music servers of the library are looked at, too; otherwise their songs stay as they are. Not together with <see cref="Only"/>. Default true.</summary>
    public bool Servers { get; init; } = true;

    /// <summary>The options that keep to a share of the machine: so many workers as that many processors allow, resting in between.</summary>
    /// <param name="share">Share of all processors, over 0 to 1.</param>
    /// <param name="processors">How many there are, 1 and more.</param>
    /// <returns>The options.</returns>
    public static ScanOptions ForShare(double share, int processors)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(share, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(processors, 1);
        double wanted = share * processors;
        int workers = Math.Clamp((int)Math.Ceiling(wanted), 1, 64);
        return new ScanOptions { Workers = workers, Busy = Math.Min(1, wanted / workers) };
    }

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Workers, 1, nameof(Workers));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Workers, 64, nameof(Workers));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(Busy, 0, nameof(Busy));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Busy, 1, nameof(Busy));
    }
}
