namespace Sensorium.Music;

/// <summary>Where the beats of a score lie in time.</summary>
public sealed class TempoMap
{
    private readonly (double Beat, double Seconds, double Tempo)[] _spans;

    /// <summary>Reads the tempi of a score.</summary>
    /// <param name="score">The score.</param>
    /// <exception cref="ArgumentException">A tempo lies outside 20..300, or the changes do not rise by beat.</exception>
    public TempoMap(Score score)
    {
        ArgumentNullException.ThrowIfNull(score);
        _spans = new (double, double, double)[score.TempoChanges.Count + 1];
        _spans[0] = (0, 0, score.Tempo);
        for (int i = 1; i < _spans.Length; i++)
        {
            TempoChange change = score.TempoChanges[i - 1];
            (double beat, double seconds, double tempo) = _spans[i - 1];
            if (!(change.Beat > beat) || !double.IsFinite(change.Beat))
            {
                throw new ArgumentException($"Tempo changes rise by beat, but {change.Beat} follows {beat}.", nameof(score));
            }

            _spans[i] = (change.Beat, seconds + ((change.Beat - beat) * 60 / tempo), change.Tempo);
        }

        if (Array.Find(_spans, span => !(span.Tempo is >= 20 and <= 300)) is { Tempo: not 0 } wrong)
        {
            throw new ArgumentException($"Tempi lie in 20..300, but {wrong.Tempo} came.", nameof(score));
        }

        Seconds = SecondsAt(score.Length);
    }

    /// <summary>Length of the score in seconds.</summary>
    public double Seconds { get; }

    /// <summary>When a beat comes.</summary>
    /// <param name="beat">Beats from the start of the score.</param>
    /// <returns>Seconds from the start.</returns>
    public double SecondsAt(double beat)
    {
        (double from, double seconds, double tempo) = _spans[Index(span => span.Beat <= beat)];
        return seconds + ((beat - from) * 60 / tempo);
    }

    /// <summary>Which beat comes at a time.</summary>
    /// <param name="seconds">Seconds from the start.</param>
    /// <returns>Beats from the start of the score.</returns>
    public double BeatAt(double seconds)
    {
        (double beat, double from, double tempo) = _spans[Index(span => span.Seconds <= seconds)];
        return beat + ((seconds - from) * tempo / 60);
    }

    private int Index(Func<(double Beat, double Seconds, double Tempo), bool> isAtOrBefore)
    {
        int low = 0, high = _spans.Length - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            (low, high) = isAtOrBefore(_spans[middle]) ? (middle, high) : (low, middle - 1);
        }

        return low;
    }
}
