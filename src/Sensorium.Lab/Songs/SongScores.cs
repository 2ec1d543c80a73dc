namespace Sensorium.Lab.Songs;

/// <summary>How often one method found the quadrant, and the half of each axis.</summary>
/// <param name="Id">Name for programs.</param>
/// <param name="Title">Name for readers.</param>
/// <param name="Clips">How many clips.</param>
/// <param name="Quadrant">Share of right quadrants.</param>
/// <param name="Arousal">Share of clips on the right side of arousal.</param>
/// <param name="Valence">Share of clips on the right side of valence.</param>
public sealed record SongScores(string Id, LocalizedText Title, int Clips, double Quadrant, double Arousal, double Valence)
{
    internal static SongScores Of(string id, LocalizedText title, IReadOnlyList<(SongClip Clip, Affect Affect)> felt)
    {
        int quadrants = 0, arousals = 0, valences = 0;
        foreach ((SongClip clip, Affect affect) in felt)
        {
            bool arousal = affect.Arousal.Mean > 0 == clip.IsExcited, valence = affect.Valence.Mean > 0 == clip.IsPleasant;
            arousals += arousal ? 1 : 0;
            valences += valence ? 1 : 0;
            quadrants += arousal && valence ? 1 : 0;
        }

        double all = Math.Max(1, felt.Count);
        return new SongScores(id, title, felt.Count, quadrants / all, arousals / all, valences / all);
    }
}
