namespace Sensorium.Perception;

/// <summary>Puts the tags together: instruments from the tagger, qualities from what was measured, moods from the place on the plane.</summary>
internal static class SongTagging
{
    private const double LeastMood = 0.16, SureLead = 0.05;

    /// <summary>The tags of a song.</summary>
    /// <param name="song">Its measures.</param>
    /// <param name="affect">Its place.</param>
    /// <param name="model">The tagger; null where there is none.</param>
    /// <param name="shares">What the tagger says of the song.</param>
    /// <returns>Surest first.</returns>
    public static IReadOnlyList<SongTag> Of(SongMeasures song, Affect affect, SongTagModel? model, double[]? shares)
    {
        List<SongTag> tags = [];
        for (int i = 0; model is not null && shares is not null && i < SongTagModel.Names.Count; i++)
        {
            if (shares[i] >= model.Bounds[i])
            {
                tags.Add(new SongTag(SongTagModel.Names[i], shares[i]));
            }
        }

        if (model is not null && shares is not null)
        {
            int electronic = SongTagModel.Names.Count - 1;
            AddSide(tags, "acoustic", 1 - shares[electronic], 0.6);
        }

        AddSide(tags, "vocal", Rise(song.VocalShare, 0.25, 0.06), 0.6);
        AddSide(tags, "instrumental", 1 - Rise(song.VocalShare, 0.25, 0.06), 0.6);
        double pace = song.Tempo > 0 ? Rise(Math.Log2(song.Tempo / 112) + (0.5 * Math.Log2((song.Density + 0.1) / 3)), 0, 0.25) : 0.5;
        AddSide(tags, "fast", pace, 0.7);
        AddSide(tags, "slow", 1 - pace, 0.7);
        AddSide(tags, "loud", Rise(song.Loudness, -14, 2), 0.7);
        AddSide(tags, "soft", Rise(-song.Loudness, 22, 2), 0.7);
        AddSide(tags, "bright", Rise(Math.Log2(Math.Max(50, song.Brightness) / 1700), 0, 0.2), 0.7);
        AddSide(tags, "dark", Rise(-Math.Log2(Math.Max(50, song.Brightness) / 700), 0, 0.2), 0.7);
        if (song.Key.Lead > SureLead)
        {
            tags.Add(new SongTag(song.Key.IsMinor ? "minor" : "major", Rise(song.Key.Lead, 0, 0.1)));
        }

        double[] moods = SongPlane.Moods(affect.Valence.Mean, affect.Arousal.Mean);
        for (int i = 0; i < moods.Length; i++)
        {
            AddSide(tags, SongTagNames.Moods[i], moods[i], LeastMood);
        }

        return [.. tags.OrderByDescending(tag => tag.Share)];
    }

    private static void AddSide(List<SongTag> tags, string name, double share, double least)
    {
        if (share >= least)
        {
            tags.Add(new SongTag(name, share));
        }
    }

    private static double Rise(double value, double middle, double width) => 1 / (1 + Math.Exp((middle - value) / width));
}
