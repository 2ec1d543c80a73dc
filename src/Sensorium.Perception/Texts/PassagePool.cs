namespace Sensorium.Perception;

/// <summary>
/// Puts the passages of a text together: each counts by its number of tokens. The spread is not made smaller by their number, because the
/// model errs the same way on all passages of one text; how far they differ adds to it.
/// </summary>
internal sealed class PassagePool
{
    private readonly double[] _emotions = new double[EmotionScores.Count];
    private readonly double[] _means = new double[TextWeights.Axes];
    private readonly double[] _squares = new double[TextWeights.Axes];
    private double _weight;
    private int _passages;
    private int _known;
    private TextReading _only;

    /// <summary>Adds a passage.</summary>
    /// <param name="reading">What it says.</param>
    /// <param name="tokens">How many tokens it has; one without any counts nothing.</param>
    public void Add(TextReading reading, int tokens)
    {
        if (tokens == 0 && _passages > 0)
        {
            return;
        }

        double weight = Math.Max(tokens, 1);
        _only = reading;
        _passages++;
        _weight += weight;
        _known += reading.Known;
        for (int k = 0; k < _emotions.Length; k++)
        {
            _emotions[k] += weight * reading.Emotions[(Emotion)k];
        }

        ReadOnlySpan<Estimate> axes = [reading.Valence, reading.Arousal, reading.Dominance];
        for (int i = 0; i < axes.Length; i++)
        {
            _means[i] += weight * axes[i].Mean;
            _squares[i] += weight * ((axes[i].Sd * axes[i].Sd) + (axes[i].Mean * axes[i].Mean));
        }
    }

    /// <summary>What the text says; at least one passage was added.</summary>
    /// <returns>The reading.</returns>
    public TextReading ToReading() => _passages == 1
        ? _only
        : new TextReading(Axis(0), Axis(1), Axis(2), EmotionScores.FromWeights(_emotions), _known);

    private Estimate Axis(int axis)
    {
        double mean = _means[axis] / _weight;
        return new Estimate(mean, Math.Sqrt(Math.Max((_squares[axis] / _weight) - (mean * mean), 0)));
    }
}
