using Sensorium.Perception;

namespace Sensorium;

/// <summary>A song moment by moment.</summary>
internal static class SongMoments
{
    /// <summary>Makes the moments.</summary>
    /// <param name="song">The song.</param>
    /// <param name="words">What is sung; empty where nobody wrote it down.</param>
    /// <param name="fusion">Puts song and words together.</param>
    /// <returns>One for each place of the song's curve, in order of time.</returns>
    public static IReadOnlyList<FeelMoment> Of(SongReading song, IReadOnlyList<FeelWords> words, PerceptFusion fusion)
    {
        WordsInTime sung = new(words, []);
        List<FeelMoment> moments = [];
        for (int i = 0; i < song.Curve.Count; i++)
        {
            (TimeSpan start, Affect affect) = song.Curve[i];
            Percept percept = song.Percept with { Affect = affect, Emotions = SongPlane.Emotions(affect.Valence.Mean, affect.Arousal.Mean), Evidence = [] };
            FeelWords? now = sung.At(start, i + 1 < song.Curve.Count ? song.Curve[i + 1].Start : song.Length);
            moments.Add(new FeelMoment(start, now is null ? percept : fusion.Fuse([percept, now.Percept]), now));
        }

        return moments;
    }
}
