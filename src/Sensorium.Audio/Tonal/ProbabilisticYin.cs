namespace Sensorium.Audio;

/// <summary>
/// The smoothest likely course of the fundamental frequency: pYIN (Mauch and Dixon, "pYIN: a fundamental frequency estimator using probabilistic
/// threshold distributions", ICASSP 2014). Every dip of YIN's function is a candidate whose probability is that of the thresholds (beta distribution
/// with 2 and 18) that would choose it; a hidden Markov model over pitches of 20 cents, voiced and unvoiced, chooses among them. Better than
/// <see cref="PitchTracker"/> against octave errors and for telling voiced from unvoiced; it needs the frames that follow. Decisions are taken some
/// seconds behind, so that memory stays flat but for the result.
/// </summary>
public sealed class ProbabilisticYin
{
    private const double NoThreshold = 0.01;
    private const double Silence = 1e-10;
    private readonly int _sampleRate;
    private readonly int _shortest;
    private readonly Framer _framer;
    private readonly DifferenceFunction _differences;
    private readonly PitchPath _path;
    private readonly List<PitchCandidate> _candidates = [];

    /// <summary>Plans for one sample rate.</summary>
    /// <param name="sampleRate">Samples a second.</param>
    /// <param name="hop">Samples from one estimate to the next; estimate t belongs to sample t x hop.</param>
    /// <param name="options">Range and frame length; the threshold is not used. Null for the defaults.</param>
    public ProbabilisticYin(int sampleRate, int hop, PitchOptions? options = null)
    {
        options ??= new PitchOptions();
        int frameLength = new Yin(sampleRate, options).FrameLength;
        _sampleRate = sampleRate;
        _framer = new Framer(frameLength, hop);
        _differences = new DifferenceFunction(frameLength, Yin.LongestLag(sampleRate, options));
        _shortest = Math.Max(2, (int)Math.Floor(sampleRate / options.HighestHertz));
        _path = new PitchPath(options.LowestHertz, options.HighestHertz, (double)hop / sampleRate);
    }

    /// <summary>The pitch of a whole signal.</summary>
    /// <param name="samples">The signal.</param>
    /// <returns>1 + length / hop estimates.</returns>
    public PitchEstimate[] Track(ReadOnlySpan<float> samples)
    {
        _framer.Reset();
        _path.Reset();
        var estimates = new List<PitchEstimate>((int)_framer.Count(samples.Length));
        while (_framer.Next(ref samples, out ReadOnlySpan<float> frame) || _framer.Flush(out frame))
        {
            _path.Add(Candidates(frame), estimates);
        }

        _path.Complete(estimates);
        return [.. estimates];
    }

    // The chance that a threshold lies below x.
    private static double Below(double x)
    {
        double rest = 1 - Math.Clamp(x, 0, 1);
        return 1 - (Math.Pow(rest, 18) * (1 + (18 * Math.Clamp(x, 0, 1))));
    }

    private List<PitchCandidate> Candidates(ReadOnlySpan<float> frame)
    {
        _candidates.Clear();
        if (_differences.Measure(frame) < Silence * _differences.WindowLength)
        {
            return _candidates;
        }

        ReadOnlySpan<float> curve = _differences.Normalised, raw = _differences.Raw;
        double deepest = 1;
        for (int lag = _shortest; lag < curve.Length - 1; lag++)
        {
            // A threshold takes the first dip below it, so that only dips deeper than all before get any.
            if (curve[lag] < deepest && curve[lag] < curve[lag - 1] && curve[lag] <= curve[lag + 1])
            {
                double period = lag + Parabola.Vertex(raw[lag - 1], raw[lag], raw[lag + 1]);
                _candidates.Add(new PitchCandidate((float)(_sampleRate / period), curve[lag], (float)(Below(deepest) - Below(curve[lag]))));
                deepest = curve[lag];
            }
        }

        if (_candidates.Count > 0)
        {
            PitchCandidate last = _candidates[^1];
            _candidates[^1] = last with { Probability = last.Probability + (float)(NoThreshold * Below(deepest)) };
        }

        return _candidates;
    }
}
