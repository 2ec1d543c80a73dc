using Sensorium.Audio;
using Sensorium.Perception;

namespace Sensorium.Library;

/// <summary>What of a song's analysis goes into its file, as other programs read it; null where it is not sure enough.</summary>
/// <param name="Mood">The strongest of the eight moods, in English, e.g. <c>calm</c>.</param>
/// <param name="Tempo">Beats a minute, a whole number.</param>
/// <param name="Key">As ID3v2 writes keys: <c>Am</c>, <c>F#</c>, <c>Ebm</c>.</param>
public sealed record SongMarks(string? Mood, string? Tempo, string? Key)
{
    // As for the tags major and minor; below it two keys fit alike.
    private const double SureLead = 0.05;
    private const double LeastTempo = 20, MostTempo = 400;

    /// <summary>The marks of a song.</summary>
    /// <param name="song">Its analysis.</param>
    /// <returns>The marks.</returns>
    public static SongMarks Of(SongReading song)
    {
        ArgumentNullException.ThrowIfNull(song);
        KeyEstimate key = song.Measures.Key;
        return new SongMarks(
            song.Tags.Where(tag => SongTagNames.Moods.Contains(tag.Name)).OrderByDescending(tag => tag.Share).Select(tag => tag.Name).FirstOrDefault(),
            song.Measures.Tempo is >= LeastTempo and <= MostTempo ? Math.Round(song.Measures.Tempo).ToString("0") : null,
            key.Lead > SureLead ? key.ToString().Replace(" minor", "m", StringComparison.Ordinal).Replace(" major", string.Empty, StringComparison.Ordinal) : null);
    }
}
