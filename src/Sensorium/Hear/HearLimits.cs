namespace Sensorium;

/// <summary>What <see cref="HearOptions"/> may hold; the command line and the flow go by the same numbers.</summary>
public static class HearLimits
{
    /// <summary>Fewest colours that a picture is cut into.</summary>
    public const int LeastClusters = 2;

    /// <summary>Most colours that a picture is cut into.</summary>
    public const int MostClusters = 32;

    /// <summary>Most sound sets of one page.</summary>
    public const int MostSoundSets = 4;

    /// <summary>The file kinds that can be written.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["html", "json", "wav", "mp3", "ogg", "mid"];
}
