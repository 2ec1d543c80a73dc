namespace Sensorium.Perception;

/// <summary>
/// The plain formula that a learned model must beat: tempo, noise, amplitude, brightness and dynamics against a collection, weighted to happiness
/// (valence: tempo .4, brightness .3, noise -.3, dynamics -.2) and excitement (arousal: tempo .3, amplitude .4, brightness .25, noise .2, dynamics -.1).
/// </summary>
public static class PlainSongFormula
{
    /// <summary>The <see cref="Percept.Model"/> of what it says.</summary>
    public const string Model = "plain-song-formula@1";

    private const double Sd = 0.45;
    private static readonly double[] Happiness = [0.4, -0.3, 0, 0.3, -0.2];
    private static readonly double[] Excitement = [0.3, 0.2, 0.4, 0.25, -0.1];

    /// <summary>Places a song on the plane.</summary>
    /// <param name="song">Its measures.</param>
    /// <param name="reference">The collection it is compared with; null for <see cref="PlainReference.Usual"/>.</param>
    /// <returns>The place; the spread is the same for all songs.</returns>
    public static Affect Of(SongMeasures song, PlainReference? reference = null)
    {
        ArgumentNullException.ThrowIfNull(song);
        double[] values = Values(song);
        Estimate[] usual = (reference ?? PlainReference.Usual).All;
        double happiness = 0, excitement = 0;
        for (int i = 0; i < values.Length; i++)
        {
            double score = Math.Clamp((values[i] - usual[i].Mean) / usual[i].Sd, -3, 3);
            happiness += Happiness[i] * score;
            excitement += Excitement[i] * score;
        }

        return new Affect { Valence = new(Math.Tanh(happiness), Sd), Arousal = new(Math.Tanh(excitement), Sd) };
    }

    internal static double[] Values(SongMeasures song) =>
    [
        Math.Log2(song.Tempo > 0 ? song.Tempo : 100),
        Math.Log2(Math.Max(song.Noise, 1e-3)),
        20 * Math.Log10(Math.Max(song.Amplitude, 1e-4)),
        Math.Log2(Math.Max(song.Brightness, 50)),
        song.Dynamics,
    ];
}
