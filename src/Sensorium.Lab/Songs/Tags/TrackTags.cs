using Sensorium.Perception;

namespace Sensorium.Lab.Songs;

/// <summary>What was heard in a track, beside what a listener would say.</summary>
/// <param name="File">Its file's name without ending.</param>
/// <param name="Given">Instruments, <c>vocal</c> and <c>instrumental</c> that it was given, surest first.</param>
/// <param name="Expected">Those that are there.</param>
/// <param name="Manner">Moods and other qualities that it was given, surest first.</param>
/// <param name="ExpectedManner">Those that fit.</param>
public sealed record TrackTags(
    string File, IReadOnlyList<SongTag> Given, IReadOnlyList<string> Expected, IReadOnlyList<SongTag> Manner, IReadOnlyList<string> ExpectedManner)
{
    private static readonly HashSet<string> Sources = [.. SongTagNames.Instruments, "vocal", "instrumental"];
    private static readonly HashSet<string> Manners = [.. SongTagNames.Qualities.Concat(SongTagNames.Moods).Except(Sources)];

    /// <summary>Given and there.</summary>
    public int Right => Given.Count(tag => Expected.Contains(tag.Name));

    /// <summary>Manner that was given and fits.</summary>
    public int RightManner => Manner.Count(tag => ExpectedManner.Contains(tag.Name));

    internal static TrackTags Of(TagExpectation expected, IEnumerable<SongTag> tags)
    {
        SongTag[] given = [.. tags];
        return new TrackTags(
            expected.File, [.. given.Where(tag => Sources.Contains(tag.Name))], expected.Sources, [.. given.Where(tag => Manners.Contains(tag.Name))], expected.Manner);
    }
}
