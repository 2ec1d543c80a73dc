using Sensorium.Lab.Evaluation;
using Sensorium.Perception;

namespace Sensorium.Lab.Songs;

/// <summary>Counts how often the model is right over a set of clips, and beside it what can be had without one.</summary>
internal static class SongMethods
{
    private const int Quadrants = 4;

    /// <summary>The scores of all methods.</summary>
    /// <param name="id">Name of the set.</param>
    /// <param name="title">The same for readers.</param>
    /// <param name="songs">Its clips.</param>
    /// <returns>One entry a method; none without clips.</returns>
    public static IEnumerable<SongScores> Of(string id, LocalizedText title, IReadOnlyList<HeardSong> songs)
    {
        if (songs.Count == 0)
        {
            yield break;
        }

        yield return Placed(id, Named(title, new("learned", "학습 모델")), songs, song => song.Affect) with
        {
            ArousalError = Error(songs, song => song.Affect.Arousal, clip => clip.IsExcited),
            ValenceError = Error(songs, song => song.Affect.Valence, clip => clip.IsPleasant),
        };
        var reference = PlainReference.Of([.. songs.Select(song => song.Measures)]);
        yield return Placed($"{id}-plain", Named(title, new("plain formula", "단순 공식")), songs, song => PlainSongFormula.Of(song.Measures, reference));
        yield return new SongScores
        {
            Id = $"{id}-key",
            Title = Named(title, new("mode of the key alone", "조의 장단만")),
            Clips = songs.Count,
            Quadrant = SongShare.None,
            Arousal = SongShare.None,
            Valence = SongShare.Of(songs, song => song.Clip.IsPleasant == !song.Measures.Key.IsMinor),
        };
        yield return new SongScores
        {
            Id = $"{id}-commonest",
            Title = Named(title, new("always the commonest", "늘 가장 흔한 답")),
            Clips = songs.Count,
            Quadrant = new(songs.GroupBy(song => song.Clip.Quadrant).Max(group => group.Count()) / (double)songs.Count, double.NaN),
            Arousal = new(Commonest(songs, clip => clip.IsExcited), double.NaN),
            Valence = new(Commonest(songs, clip => clip.IsPleasant), double.NaN),
        };
    }

    private static SongScores Placed(string id, LocalizedText title, IReadOnlyList<HeardSong> songs, Func<HeardSong, Affect> place)
    {
        ConfusionMatrix confusion = new(Quadrants);
        foreach (HeardSong song in songs)
        {
            confusion.Add(song.Clip.Quadrant, QuadrantOf(place(song)));
        }

        return new SongScores
        {
            Id = id,
            Title = title,
            Clips = songs.Count,
            Quadrant = SongShare.Of(songs, song => QuadrantOf(place(song)) == song.Clip.Quadrant),
            Arousal = SongShare.Of(songs, song => place(song).Arousal.Mean > 0 == song.Clip.IsExcited),
            Valence = SongShare.Of(songs, song => place(song).Valence.Mean > 0 == song.Clip.IsPleasant),
            Confusion = confusion,
        };
    }

    private static int QuadrantOf(Affect affect) => (affect.Valence.Mean > 0, affect.Arousal.Mean > 0) switch
    {
        (true, true) => 0,
        (false, true) => 1,
        (false, false) => 2,
        _ => 3,
    };

    private static double Error(IReadOnlyList<HeardSong> songs, Func<HeardSong, Estimate> axis, Func<SongClip, bool> truth)
    {
        double[] above = [.. songs.Select(song => QuadrantAffect.ShareAbove(axis(song)))];
        bool[] right = [.. songs.Select((song, i) => above[i] > 0.5 == truth(song.Clip))];
        return Calibration.ExpectedError(Calibration.EqualWidth([.. above.Select(share => Math.Max(share, 1 - share))], right));
    }

    private static double Commonest(IReadOnlyList<HeardSong> songs, Func<SongClip, bool> side)
    {
        double share = songs.Average(song => side(song.Clip) ? 1.0 : 0);
        return Math.Max(share, 1 - share);
    }

    private static LocalizedText Named(LocalizedText set, LocalizedText method) => new($"{set.English}, {method.English}", $"{set.Korean}, {method.Korean}");
}
