namespace Sensorium.Perception;

/// <summary>
/// What a window sounds like in numbers that hold whatever the loudness and, as far as possible, whatever the instrument: notes and their register,
/// harmony turned to the tonic, rhythm, level against its own mean, timbre against its own mean.
/// </summary>
internal static class SongStatistics
{
    /// <summary>Raised whenever the same sound would give other numbers; models are made for one version.</summary>
    public const int Version = 2;

    private static readonly StatisticList Empty = Gather(new SongWindow(), [], []);

    /// <summary>What each number is.</summary>
    public static IReadOnlyList<string> Names => Empty.Names;

    /// <summary>Where the tempo stands among them, in octaves above 100 beats a minute; its strength follows.</summary>
    public static int TempoAt { get; } = Empty.Names.ToList().IndexOf("tempo, log");

    /// <summary>Measures a window.</summary>
    /// <param name="window">The window.</param>
    /// <param name="notes">Its notes, those included that still sound.</param>
    /// <param name="prominent">Those that stand out, likewise.</param>
    /// <returns>As many numbers as <see cref="Names"/>, all finite.</returns>
    public static float[] Of(SongWindow window, IReadOnlyList<SongNote> notes, IReadOnlyList<SongNote> prominent) => Gather(window, notes, prominent).ToArray();

    private static StatisticList Gather(SongWindow window, IReadOnlyList<SongNote> notes, IReadOnlyList<SongNote> prominent)
    {
        StatisticList list = new();
        NoteStatistics.Add(window, notes, prominent, list);
        HarmonyStatistics.Add(window, notes, list);
        RhythmStatistics.Add(window, list);
        TimbreStatistics.Add(window, list);
        return list;
    }
}
