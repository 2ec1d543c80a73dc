namespace Sensorium.Library;

/// <summary>How a postcard is made.</summary>
public sealed record PostcardOptions
{
    /// <summary>Longest postcard, 2 s..5 min. Default 1 minute; a shorter song makes a shorter one.</summary>
    public TimeSpan Length { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Most pixels from left to right, 64..4096. Default 1080. A smaller photo stays as it is.</summary>
    public int MostWidth { get; init; } = 1080;

    /// <summary>Most pixels from top to bottom, 64..4096. Default 1350.</summary>
    public int MostHeight { get; init; } = 1350;

    /// <summary>Pictures a second, 1..60. Default 25.</summary>
    public int FrameRate { get; init; } = 25;

    /// <summary>Whether the photo grows slowly, by 8 % to the end. Default false.</summary>
    public bool Zooms { get; init; }

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Length, TimeSpan.FromSeconds(2), nameof(Length));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Length, TimeSpan.FromMinutes(5), nameof(Length));
        ArgumentOutOfRangeException.ThrowIfLessThan(Math.Min(MostWidth, MostHeight), 64, nameof(MostWidth));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Max(MostWidth, MostHeight), 4096, nameof(MostHeight));
        ArgumentOutOfRangeException.ThrowIfLessThan(FrameRate, 1, nameof(FrameRate));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(FrameRate, 60, nameof(FrameRate));
    }
}
