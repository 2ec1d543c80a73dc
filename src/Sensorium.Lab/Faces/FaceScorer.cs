using Sensorium.Lab.Evaluation;

namespace Sensorium.Lab.Faces;

/// <summary>Computes all figures of one model on one choice of faces, for the whole and for every resample.</summary>
internal sealed class FaceScorer
{
    private const int Figures = 7;
    private const int Bins = Calibration.DefaultBins;

    private readonly int[] _truth;
    private readonly int[] _named;
    private readonly double[] _confidence;
    private readonly double[] _loss;
    private readonly double[] _brier;

    // Items from the least confident to the most, so that no resample has to sort.
    private readonly int[] _order;
    private readonly int[] _times;

    /// <summary>Looks at each face once.</summary>
    /// <param name="truth">The emotion of each face.</param>
    /// <param name="shares">True shares of each face: <c>[faces x 8]</c>.</param>
    /// <param name="probabilities">What the model says of each face: <c>[faces x 8]</c>.</param>
    public FaceScorer(IReadOnlyList<Emotion> truth, ReadOnlySpan<double> shares, ReadOnlySpan<double> probabilities)
    {
        int count = truth.Count;
        _truth = [.. truth.Select(emotion => (int)emotion)];
        _named = new int[count];
        _confidence = new double[count];
        _loss = new double[count];
        _brier = new double[count];
        _times = new int[count];
        Span<double> label = stackalloc double[EmotionScores.Count];
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<double> said = probabilities.Slice(i * EmotionScores.Count, EmotionScores.Count);
            for (int k = 1; k < said.Length; k++)
            {
                _named[i] = said[k] > said[_named[i]] ? k : _named[i];
            }

            label.Clear();
            label[_truth[i]] = 1;
            _confidence[i] = said[_named[i]];
            _loss[i] = ProbabilityScores.CrossEntropy(shares.Slice(i * EmotionScores.Count, EmotionScores.Count), said);
            _brier[i] = ProbabilityScores.Brier(label, said);
        }

        _order = [.. Enumerable.Range(0, count)];
        Array.Sort([.. _confidence], _order);
    }

    /// <summary>The counts by true and named emotion.</summary>
    /// <returns>A new matrix.</returns>
    public ConfusionMatrix Confusion()
    {
        ConfusionMatrix matrix = new(EmotionScores.Count);
        for (int i = 0; i < _truth.Length; i++)
        {
            matrix.Add(_truth[i], _named[i]);
        }

        return matrix;
    }

    /// <summary>Bins of equal width.</summary>
    /// <returns>The bins, empty ones too.</returns>
    public IReadOnlyList<ReliabilityBin> Reliability() => Calibration.EqualWidth(_confidence, [.. _truth.Zip(_named, (truth, named) => truth == named)]);

    /// <summary>All figures with their intervals.</summary>
    /// <param name="bootstrap">Draws again.</param>
    /// <param name="cancellationToken">Stops between resamples.</param>
    /// <returns>The figures.</returns>
    public FaceScores Score(Bootstrap bootstrap, CancellationToken cancellationToken)
    {
        ConfusionMatrix matrix = new(EmotionScores.Count);
        IReadOnlyList<ConfidenceInterval> figures = bootstrap.Intervals(_truth.Length, Figures, (sample, values) => Measure(sample, values, matrix), cancellationToken);
        return new FaceScores
        {
            Items = _truth.Length,
            Accuracy = figures[0],
            UnweightedAverageRecall = figures[1],
            MacroF1 = figures[2],
            Loss = figures[3],
            CalibrationError = figures[4],
            AdaptiveCalibrationError = figures[5],
            Brier = figures[6],
        };
    }

    private void Measure(ReadOnlySpan<int> sample, Span<double> values, ConfusionMatrix matrix)
    {
        matrix.Reset();
        Array.Clear(_times);
        double loss = 0, brier = 0;
        foreach (int i in sample)
        {
            matrix.Add(_truth[i], _named[i]);
            loss += _loss[i];
            brier += _brier[i];
            _times[i]++;
        }

        values[0] = matrix.Accuracy;
        values[1] = matrix.UnweightedAverageRecall;
        values[2] = matrix.MacroF1;
        values[3] = loss / sample.Length;
        (values[4], values[5]) = CalibrationErrors(sample.Length);
        values[6] = brier / sample.Length;
    }

    /// <summary>The same as <see cref="Calibration"/> computes, without sorting; a test holds them equal.</summary>
    private (double EqualWidth, double EqualCount) CalibrationErrors(int count)
    {
        // The sum of right (1) minus probability in each bin; its size over the count is the bin's part of the error.
        Span<double> width = stackalloc double[Bins];
        Span<double> number = stackalloc double[Bins];
        width.Clear();
        number.Clear();
        int place = 0, bin = 0;
        foreach (int i in _order)
        {
            double gap = (_truth[i] == _named[i] ? 1 : 0) - _confidence[i];
            width[Calibration.BinOf(_confidence[i], Bins)] += _times[i] * gap;
            for (int time = 0; time < _times[i]; time++, place++)
            {
                while (place >= (long)(bin + 1) * count / Bins)
                {
                    bin++;
                }

                number[bin] += gap;
            }
        }

        double equalWidth = 0, equalCount = 0;
        for (int b = 0; b < Bins; b++)
        {
            equalWidth += Math.Abs(width[b]);
            equalCount += Math.Abs(number[b]);
        }

        return (equalWidth / count, equalCount / count);
    }
}
