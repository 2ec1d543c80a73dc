namespace Sensorium.Audio;

/// <summary>
/// How far a recording is from A = 440 Hz, by where the peaks of its spectra lie between the semitones: librosa's <c>estimate_tuning</c>, and equal
/// to it up to about an hour of sound. Peaks beyond 2^20 are kept of every other frame only, then of every fourth and so on, so that memory stays flat.
/// </summary>
public sealed class TuningEstimator
{
    private const double LowestHertz = 150;
    private const double HighestHertz = 4000;
    private const float PeakShare = 0.1f;
    private const int MostPeaks = 1 << 20;
    private const int Steps = 100;
    private readonly double _hertzPerBin;
    private readonly int _first;
    private readonly int _last;
    private List<(float Semitone, float Magnitude)> _peaks = [];
    private long _frames;
    private int _every = 1;

    /// <summary>Plans an estimate.</summary>
    /// <param name="sampleRate">Samples a second.</param>
    /// <param name="fftLength">Length of the transforms that the spectra come from.</param>
    public TuningEstimator(int sampleRate, int fftLength)
    {
        _hertzPerBin = (double)sampleRate / fftLength;
        _first = Math.Max(1, (int)Math.Ceiling(LowestHertz / _hertzPerBin));
        _last = Math.Min((fftLength / 2) - 1, (int)Math.Ceiling(Math.Min(HighestHertz, sampleRate / 2.0) / _hertzPerBin) - 1);
    }

    /// <summary>Takes the next frame.</summary>
    /// <param name="power">Squared magnitudes of its spectrum.</param>
    public void Add(ReadOnlySpan<float> power)
    {
        if (_frames++ % _every != 0)
        {
            return;
        }

        float least = PeakShare * System.Numerics.Tensors.TensorPrimitives.Max(power);
        for (int bin = _first; bin <= _last; bin++)
        {
            float middle = power[bin], left = power[bin - 1], right = power[bin + 1];
            if (middle > least && middle > (left > least ? left : 0) && middle >= (right > least ? right : 0))
            {
                float slope = 0.5f * (right - left), bend = left + right - (2 * middle);
                float shift = Math.Abs(slope) >= Math.Abs(bend) ? 0 : -slope / bend;
                _peaks.Add(((float)(12 * Math.Log2((bin + shift) * _hertzPerBin / 440)), middle + (0.5f * slope * shift)));
            }
        }

        if (_peaks.Count > MostPeaks)
        {
            _peaks = [.. _peaks.Where((_, i) => i % 2 == 0)];
            _every *= 2;
        }
    }

    /// <summary>The tuning of all frames so far.</summary>
    /// <returns>Semitones above A = 440 Hz, -.5 to .49 in steps of .01; 0 where no peak was found.</returns>
    public double Estimate()
    {
        if (_peaks.Count == 0)
        {
            return 0;
        }

        float[] sorted = [.. _peaks.Select(p => p.Magnitude).Order()];
        float median = (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        var counts = new int[Steps];
        foreach ((float semitone, float magnitude) in _peaks)
        {
            if (magnitude >= median)
            {
                double residual = semitone - Math.Floor(semitone + 0.5);
                counts[Math.Clamp((int)Math.Floor((residual + 0.5) * Steps), 0, Steps - 1)]++;
            }
        }

        return (Array.IndexOf(counts, counts.Max()) / (double)Steps) - 0.5;
    }

    /// <summary>Starts a new signal.</summary>
    public void Reset()
    {
        _peaks.Clear();
        _frames = 0;
        _every = 1;
    }
}
