using Sensorium.Perception;

namespace Sensorium.Library;

/// <summary>Chooses the stretch of a song that feels most like what is wanted.</summary>
public static class PostcardMoment
{
    /// <summary>
    /// Of the sections that begin early enough, the one after which the feeling lies closest to the wanted one: the mean, over the stretch,
    /// of the squared distance on the plane, each axis divided by the spreads of both. The earlier of equals.
    /// </summary>
    /// <param name="song">The song with its curve and sections; without a curve the beginning is taken.</param>
    /// <param name="wanted">The feeling wanted.</param>
    /// <param name="length">How long the stretch is, over zero.</param>
    /// <returns>Where it begins, from the beginning of the song.</returns>
    public static TimeSpan Choose(SongReading song, Affect wanted, TimeSpan length)
    {
        ArgumentNullException.ThrowIfNull(song);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(length, TimeSpan.Zero);
        if (song.Curve.Count == 0 || song.Length <= length)
        {
            return TimeSpan.Zero;
        }

        return song.Sections
            .Append(TimeSpan.Zero)
            .Where(start => start >= TimeSpan.Zero && start + length <= song.Length)
            .Distinct()
            .Order()
            .MinBy(start => Distance(song, wanted, start, start + length));
    }

    private static double Distance(SongReading song, Affect wanted, TimeSpan from, TimeSpan to)
    {
        double sum = 0, weight = 0;
        for (int i = 0; i < song.Curve.Count; i++)
        {
            TimeSpan begin = song.Curve[i].Start > from ? song.Curve[i].Start : from;
            TimeSpan next = i + 1 < song.Curve.Count ? song.Curve[i + 1].Start : song.Length;
            double seconds = ((next < to ? next : to) - begin).TotalSeconds;
            if (seconds > 0)
            {
                sum += seconds * (Square(song.Curve[i].Affect.Valence, wanted.Valence) + Square(song.Curve[i].Affect.Arousal, wanted.Arousal));
                weight += seconds;
            }
        }

        return weight > 0 ? sum / weight : double.PositiveInfinity;
    }

    // A spread of zero says "given", not "infinitely sure": a little of it keeps every distance finite.
    private static double Square(Estimate first, Estimate second)
    {
        double difference = first.Mean - second.Mean;
        return difference * difference / ((first.Sd * first.Sd) + (second.Sd * second.Sd) + 0.01);
    }
}
