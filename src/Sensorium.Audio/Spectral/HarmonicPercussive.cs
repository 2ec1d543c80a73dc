using System.Numerics.Tensors;

namespace Sensorium.Audio;

/// <summary>
/// Takes a sound apart into what lasts (tones) and what strikes (drums) by medians of its spectra along time and along frequency (FitzGerald,
/// "Harmonic/percussive separation using median filtering", DAFx 2010), with soft masks of power 2 as in librosa's <c>hpss</c>. The two add up to the
/// sound. One instance serves one thread at a time; its memory does not depend on the length.
/// </summary>
public sealed class HarmonicPercussive
{
    private readonly Stft _stft;
    private readonly Fft _fft;
    private readonly float[] _window;
    private readonly int _half;
    private readonly float[][] _real;
    private readonly float[][] _imaginary;
    private readonly float[][] _magnitude;
    private readonly float[] _lasting;
    private readonly float[] _along;
    private readonly float[] _mask;
    private readonly float[] _maskedReal;
    private readonly float[] _maskedImaginary;
    private readonly float[] _frame;

    /// <summary>Plans a separation.</summary>
    /// <param name="length">Samples of a frame, a power of two. Default 2048.</param>
    /// <param name="hop">Samples from one frame to the next, at most half a frame. Default 512.</param>
    /// <param name="width">Frames and bins that a median is taken over, odd, at least 3. Default 31.</param>
    public HarmonicPercussive(int length = 2048, int hop = 512, int width = 31)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 3);
        ArgumentOutOfRangeException.ThrowIfZero(width & 1, nameof(width));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hop, length / 2);
        _stft = new Stft(length, hop);
        _fft = new Fft(length);
        _window = Windows.Hann(length);
        _half = width / 2;
        _real = Ring(width + 1);
        _imaginary = Ring(width + 1);
        _magnitude = Ring(width + 1);
        _lasting = new float[_stft.BinCount * width];
        _along = new float[width];
        _mask = new float[_stft.BinCount];
        _maskedReal = new float[_stft.BinCount];
        _maskedImaginary = new float[_stft.BinCount];
        _frame = new float[length];
    }

    /// <summary>Takes a signal apart.</summary>
    /// <param name="samples">The signal.</param>
    /// <param name="harmonic">Receives what lasts, as many samples.</param>
    /// <param name="percussive">Receives what strikes, as many samples.</param>
    public void Split(ReadOnlySpan<float> samples, Span<float> harmonic, Span<float> percussive)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(harmonic.Length, samples.Length);
        ArgumentOutOfRangeException.ThrowIfNotEqual(percussive.Length, samples.Length);
        harmonic.Clear();
        _stft.Reset();
        int count = (int)_stft.Count(samples.Length), ready = 0;
        ReadOnlySpan<float> rest = samples;
        while (_stft.Next(ref rest) || _stft.Flush())
        {
            Keep((int)_stft.Index);
            for (; ready < count && Math.Min(ready + _half, count - 1) <= _stft.Index; ready++)
            {
                Separate(ready, count, harmonic);
            }
        }

        Level(harmonic, count);
        TensorPrimitives.Subtract(samples, harmonic, percussive);
    }

    private float[][] Ring(int count) => [.. Enumerable.Range(0, count).Select(_ => new float[_stft.BinCount])];

    private void Keep(int index)
    {
        int slot = index % _real.Length;
        _stft.Real.CopyTo(_real[slot]);
        _stft.Imaginary.CopyTo(_imaginary[slot]);
        _stft.Magnitude.CopyTo(_magnitude[slot]);
    }

    private void Separate(int index, int count, Span<float> harmonic)
    {
        AdvanceTime(index, count);
        int width = (2 * _half) + 1, slot = index % _real.Length;
        float[] magnitude = _magnitude[slot];
        for (int i = 0; i < width; i++)
        {
            _along[i] = magnitude[SlidingMedian.Mirror(i - _half, magnitude.Length)];
        }

        _along.AsSpan().Sort();
        for (int bin = 0; bin < magnitude.Length; bin++)
        {
            float lasts = _lasting[(bin * width) + _half], strikes = _along[_half];
            float sum = (lasts * lasts) + (strikes * strikes);
            _mask[bin] = sum > 0 ? lasts * lasts / sum : 0.5f;
            SlidingMedian.Replace(_along, magnitude[SlidingMedian.Mirror(bin - _half, magnitude.Length)], magnitude[SlidingMedian.Mirror(bin + _half + 1, magnitude.Length)]);
        }

        TensorPrimitives.Multiply(_real[slot], _mask, _maskedReal);
        TensorPrimitives.Multiply(_imaginary[slot], _mask, _maskedImaginary);
        _fft.Inverse(_maskedReal, _maskedImaginary, _frame);
        AddFrame(index, harmonic);
    }

    // The window of each bin along time, in order, moved to a frame.
    private void AdvanceTime(int index, int count)
    {
        int width = (2 * _half) + 1;
        for (int bin = 0; bin < _mask.Length; bin++)
        {
            Span<float> sorted = _lasting.AsSpan(bin * width, width);
            if (index == 0)
            {
                for (int i = 0; i < width; i++)
                {
                    sorted[i] = At(i - _half, bin);
                }

                sorted.Sort();
            }
            else
            {
                SlidingMedian.Replace(sorted, At(index - 1 - _half, bin), At(index + _half, bin));
            }
        }

        float At(int frame, int bin) => _magnitude[SlidingMedian.Mirror(frame, count) % _magnitude.Length][bin];
    }

    private void AddFrame(int index, Span<float> output)
    {
        int first = (index * _stft.Hop) - (_stft.Length / 2);
        for (int i = Math.Max(0, -first); i < Math.Min(_frame.Length, output.Length - first); i++)
        {
            output[first + i] += _window[i] * _frame[i];
        }
    }

    // Frames were weighted twice by the window, which overlaps itself.
    private void Level(Span<float> output, int count)
    {
        int reach = _stft.Length / 2, hop = _stft.Hop;
        for (int n = 0; n < output.Length; n++)
        {
            float sum = 0;
            for (int t = Math.Max(0, (n - reach + hop) / hop); t < count && (t * hop) - reach <= n; t++)
            {
                float weight = _window[n - ((t * hop) - reach)];
                sum += weight * weight;
            }

            output[n] = sum > 1e-8f ? output[n] / sum : 0;
        }
    }
}
