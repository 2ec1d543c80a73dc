namespace Sensorium.Perception;

/// <summary>Puts the tags together: instruments from the tagger, qualities from what was measured, moods from the place on the plane.</summary>
internal static class SongTagging
{
    private const double LeastMood = 0.16, SureLead = 0.05;

    /// <summary>The tags of a song.</summary>
    /// <param name="song">Its measures.</param>
    /// <param name="affect">Its place.</param>
    /// <param name="shares">What the taggers say of the song.</param>
    /// <returns>Surest first; each once, and no quality beside the one that excludes it.</returns>
    public static IReadOnlyList<SongTag> Of(SongMeasures song, Affect affect, SongTagShares shares)
    {
        List<SongTag> tags = [.. shares.Own];
        AddSide(tags, "vocal", Rise(song.VocalShare, 0.25, 0.06), 0.6);
        AddSide(tags, "instrumental", 1 - Rise(song.VocalShare, 0.25, 0.06), 0.6);
        Agree(tags);
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

        foreach (SongTag tag in shares.Installed)
        {
            Join(tags, tag);
        }

        return [.. tags.OrderByDescending(tag => tag.Share)];
    }

    // What one tag says of another: a flute is a woodwind, who sings is a voice, where nobody sings there is none, and a song is electronic or acoustic.
    private static void Agree(List<SongTag> tags)
    {
        Imply(tags, "flute", "woodwind");
        Imply(tags, "vocal", "voice");
        bool isInstrumental = tags.Exists(tag => tag.Name == "instrumental");
        double electronic = Share(tags, "electronic"), acoustic = Share(tags, "acoustic");
        tags.RemoveAll(tag => (tag.Name == "voice" && isInstrumental)
            || (tag.Name == "electronic" && electronic < acoustic)
            || (tag.Name == "acoustic" && acoustic <= electronic));
    }

    private static void Imply(List<SongTag> tags, string tag, string other)
    {
        if (Share(tags, tag) > 0 && Share(tags, other) == 0)
        {
            tags.Add(new SongTag(other, Share(tags, tag)));
        }
    }

    private static double Share(List<SongTag> tags, string name) => tags.Find(tag => tag.Name == name).Share;

    // Of a tag that both give the surer share counts; a quality stays with what was measured.
    private static void Join(List<SongTag> tags, SongTag tag)
    {
        int at = tags.FindIndex(other => other.Name == tag.Name);
        if (at >= 0)
        {
            tags[at] = tag.Share > tags[at].Share ? tag : tags[at];
        }
        else if (!SongTagNames.Exclude(tag.Name).Any(name => tags.Exists(other => other.Name == name)))
        {
            tags.Add(tag);
        }
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
