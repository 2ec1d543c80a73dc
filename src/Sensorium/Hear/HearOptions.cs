using Sensorium.Imaging;

namespace Sensorium;

/// <summary>What <see cref="HearFlow"/> makes and how. Every value has a default that works.</summary>
public sealed record HearOptions
{
    /// <summary>File kinds to write, out of <c>html json wav mp3 ogg mid</c>. Default <c>html json wav mp3 mid</c>.</summary>
    public IReadOnlyList<string> Formats { get; init; } = ["html", "json", "wav", "mp3", "mid"];

    /// <summary>How regions are found; its seed is replaced by <see cref="Seed"/>.</summary>
    public RegionOptions Regions { get; init; } = new();

    /// <summary>Seed of everything random. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Mapping: <c>perceptual</c>, <c>hsv</c> or the path of a mapping file. Default <c>perceptual</c>.</summary>
    public string Mapping { get; init; } = "perceptual";

    /// <summary>Sound sets of the page, the first one also for the piece: built-in names or paths of manifests. Default <c>orchestra</c>.</summary>
    public IReadOnlyList<string> SoundSets { get; init; } = ["orchestra"];

    /// <summary>Lowest pitch in Hz, 55..880; null takes the mapping's. Default null.</summary>
    public double? LowestHz { get; init; }

    /// <summary>Highest pitch in Hz, 220..3520, at least an octave above the lowest; null takes the mapping's. Default null.</summary>
    public double? HighestHz { get; init; }

    /// <summary>Words for regions, by region id; they are spoken on the page. Default none.</summary>
    public IReadOnlyDictionary<int, string> Labels { get; init; } = new Dictionary<int, string>();

    /// <summary>The SoundFont to play; null looks in the usual places. Default null.</summary>
    public string? SoundFont { get; init; }

    /// <summary>Language in which the page opens. Default English.</summary>
    public Language Language { get; init; }
}
