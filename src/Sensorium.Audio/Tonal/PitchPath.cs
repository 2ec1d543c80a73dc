namespace Sensorium.Audio;

/// <summary>
/// The likeliest way through pitches of 20 cents, voiced and unvoiced (Viterbi, IEEE Trans. Information Theory 13, 1967). After <see cref="Most"/> frames
/// without a decision, all but the last <see cref="Open"/> are decided.
/// </summary>
internal sealed class PitchPath
{
    private const int BinsPerOctave = 60;
    private const double OctavesPerSecond = 35.92;
    private const double Switch = 0.01;
    private const int Most = 3000;
    private const int Open = 500;
    private const float Impossible = -80;
    private readonly double _lowest;
    private readonly int _bins;
    private readonly int _reach;
    private readonly float[] _steps;
    private readonly List<Step> _pending = [];
    private readonly Stack<Step> _spare = [];
    private readonly float[] _merged;
    private float[] _scores;
    private float[] _next;

    public PitchPath(double lowest, double highest, double hopSeconds)
    {
        _lowest = lowest;
        _bins = (int)Math.Floor(BinsPerOctave * Math.Log2(highest / lowest)) + 1;
        _reach = Math.Clamp((int)Math.Round(OctavesPerSecond * hopSeconds * BinsPerOctave), 1, 100);
        double sum = (_reach + 1) * (_reach + 1);
        _steps = [.. Enumerable.Range(-_reach, (2 * _reach) + 1).Select(d => (float)Math.Log((_reach + 1 - Math.Abs(d)) / sum))];
        (_scores, _next, _merged) = (new float[2 * _bins], new float[2 * _bins], new float[2 * _bins]);
    }

    /// <summary>Takes the next frame.</summary>
    /// <param name="candidates">What its pitch may be.</param>
    /// <param name="decided">Receives estimates of earlier frames as they are decided.</param>
    public void Add(List<PitchCandidate> candidates, List<PitchEstimate> decided)
    {
        Step step = _spare.Count > 0 ? _spare.Pop() : new Step(2 * _bins);
        step.Candidates.Clear();
        step.Candidates.AddRange(candidates);
        Advance(step);
        Observe(candidates);
        _pending.Add(step);
        if (_pending.Count == Most)
        {
            Decide(Most - Open, decided);
        }
    }

    /// <summary>Decides all that is left.</summary>
    public void Complete(List<PitchEstimate> decided) => Decide(_pending.Count, decided);

    /// <summary>Starts a new signal.</summary>
    public void Reset()
    {
        Array.Clear(_scores);
        _pending.ForEach(_spare.Push);
        _pending.Clear();
    }

    // States 0.._bins - 1 are voiced, the rest unvoiced.
    private void Advance(Step step)
    {
        float stay = (float)Math.Log(1 - Switch), change = (float)Math.Log(Switch);
        for (int state = 0; state < _merged.Length; state++)
        {
            float same = _scores[state] + stay, other = _scores[(state + _bins) % _merged.Length] + change;
            step.Switched[state] = other > same;
            _merged[state] = Math.Max(same, other);
        }

        for (int state = 0; state < _merged.Length; state++)
        {
            int offset = state < _bins ? 0 : _bins, bin = state - offset;
            float best = float.NegativeInfinity;
            for (int from = Math.Max(0, bin - _reach); from <= Math.Min(_bins - 1, bin + _reach); from++)
            {
                float score = _merged[offset + from] + _steps[from - bin + _reach];
                if (score > best)
                {
                    best = score;
                    step.From[state] = (short)(offset + from);
                }
            }

            _next[state] = best;
        }

        (_scores, _next) = (_next, _scores);
    }

    private void Observe(List<PitchCandidate> candidates)
    {
        Array.Clear(_merged);
        float voiced = 0;
        foreach (PitchCandidate candidate in candidates)
        {
            _merged[Bin(candidate.Hertz)] += candidate.Probability;
            voiced += candidate.Probability;
        }

        float unvoiced = Log((1 - Math.Min(voiced, 1)) / _bins);
        float best = float.NegativeInfinity;
        for (int bin = 0; bin < _bins; bin++)
        {
            _scores[bin] += Log(_merged[bin]);
            _scores[_bins + bin] += unvoiced;
            best = Math.Max(best, Math.Max(_scores[bin], _scores[_bins + bin]));
        }

        System.Numerics.Tensors.TensorPrimitives.Subtract(_scores, best, _scores);

        static float Log(float x) => x > 0 ? Math.Max(Impossible, MathF.Log(x)) : Impossible;
    }

    private void Decide(int count, List<PitchEstimate> decided)
    {
        int state = System.Numerics.Tensors.TensorPrimitives.IndexOfMax<float>(_scores);
        int first = decided.Count;
        for (int t = _pending.Count - 1; t >= 0; t--)
        {
            if (t < count)
            {
                decided.Add(Estimate(_pending[t].Candidates, state));
            }

            int from = _pending[t].From[state];
            state = _pending[t].Switched[from] ? (from + _bins) % _merged.Length : from;
        }

        decided.Reverse(first, decided.Count - first);
        _pending.GetRange(0, count).ForEach(_spare.Push);
        _pending.RemoveRange(0, count);
    }

    // The candidate nearest to the path is more exact than its 20 cents.
    private PitchEstimate Estimate(List<PitchCandidate> candidates, int state)
    {
        bool voiced = state < _bins;
        int bin = state % _bins;
        PitchCandidate near = default;
        int distance = 2;
        foreach (PitchCandidate candidate in candidates)
        {
            int gap = Math.Abs(Bin(candidate.Hertz) - bin);
            (near, distance) = gap < distance ? (candidate, gap) : (near, distance);
        }

        return near.Hertz > 0
            ? new PitchEstimate(near.Hertz, near.Aperiodicity, voiced)
            : new PitchEstimate((float)(_lowest * Math.Pow(2, (double)bin / BinsPerOctave)), 1, voiced);
    }

    private int Bin(float hertz) => Math.Clamp((int)Math.Round(BinsPerOctave * Math.Log2(hertz / _lowest)), 0, _bins - 1);

    private sealed class Step(int states)
    {
        public short[] From { get; } = new short[states];

        public bool[] Switched { get; } = new bool[states];

        public List<PitchCandidate> Candidates { get; } = [];
    }
}
