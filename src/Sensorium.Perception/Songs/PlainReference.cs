namespace Sensorium.Perception;

/// <summary>Mean and standard deviation of the plain formula's five measures over a collection.</summary>
public sealed record PlainReference
{
    /// <summary>Logarithm to base 2 of beats a minute.</summary>
    public required Estimate Tempo { get; init; }

    /// <summary>Logarithm to base 2 of <see cref="SongMeasures.Noise"/>.</summary>
    public required Estimate Noise { get; init; }

    /// <summary><see cref="SongMeasures.Amplitude"/> in decibels.</summary>
    public required Estimate Amplitude { get; init; }

    /// <summary>Logarithm to base 2 of <see cref="SongMeasures.Brightness"/> in hertz.</summary>
    public required Estimate Brightness { get; init; }

    /// <summary><see cref="SongMeasures.Dynamics"/> in decibels.</summary>
    public required Estimate Dynamics { get; init; }

    /// <summary>What popular music and piano music are like, for one song without a library: round numbers between the eleven tracks of music/tracks and EMOPIA.</summary>
    public static PlainReference Usual { get; } = new()
    {
        Tempo = new(Math.Log2(112), 0.35),
        Noise = new(Math.Log2(0.035), 0.8),
        Amplitude = new(-19, 4.5),
        Brightness = new(Math.Log2(1100), 0.55),
        Dynamics = new(4.5, 1.8),
    };

    /// <summary>What a collection is like.</summary>
    /// <param name="songs">Its songs; fewer than two, or all alike, leave <see cref="Usual"/> where there is no spread.</param>
    /// <returns>Their means and standard deviations.</returns>
    public static PlainReference Of(IReadOnlyCollection<SongMeasures> songs)
    {
        ArgumentNullException.ThrowIfNull(songs);
        Estimate[] found = [.. Enumerable.Range(0, 5).Select(i => Spread([.. songs.Select(song => PlainSongFormula.Values(song)[i])], Usual.All[i]))];
        return new PlainReference { Tempo = found[0], Noise = found[1], Amplitude = found[2], Brightness = found[3], Dynamics = found[4] };
    }

    internal Estimate[] All => [Tempo, Noise, Amplitude, Brightness, Dynamics];

    private static Estimate Spread(double[] values, Estimate usual)
    {
        if (values.Length < 2)
        {
            return usual;
        }

        double mean = values.Average(), sd = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / values.Length);
        return sd > 1e-6 ? new(mean, sd) : usual;
    }
}
