using System.Numerics;
using System.Numerics.Tensors;

namespace Sensorium.Audio;

/// <summary>
/// How strongly onsets repeat after each lag, frame by frame: the local autocorrelation of onset strength (Grosche, Mueller and Kurth, "Cyclic
/// tempogram", ICASSP 2010), as librosa's <c>tempogram</c> defines it: a periodic Hann window centred on the frame, the ends faded to 0 in a line,
/// each frame scaled so that its largest value is 1.
/// </summary>
public sealed class Tempogram
{
    private readonly Fft _fft;
    private readonly float[] _window;
    private readonly float[] _frame;
    private readonly float[] _real;
    private readonly float[] _imaginary;
    private readonly float[] _correlation;

    /// <summary>Plans the autocorrelation.</summary>
    /// <param name="length">Frames that are looked at, and lags that come out; at least 2. Default 384: 8.9 s at 43 frames a second.</param>
    public Tempogram(int length = 384)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 2);
        Length = length;
        _fft = new Fft((int)BitOperations.RoundUpToPowerOf2((uint)(2 * length)));
        _window = Windows.Hann(length);
        _frame = new float[_fft.Length];
        _correlation = new float[_fft.Length];
        _real = new float[_fft.BinCount];
        _imaginary = new float[_fft.BinCount];
    }

    /// <summary>Frames that are looked at, and lags that come out.</summary>
    public int Length { get; }

    /// <summary>The mean over all frames.</summary>
    /// <param name="onsets">Onset strength, one value a frame, at least 0.</param>
    /// <returns>One value a lag from 0, at most 1.</returns>
    public float[] Mean(ReadOnlySpan<float> onsets)
    {
        var mean = new float[Length];
        var lags = new float[Length];
        for (int t = 0; t < onsets.Length; t++)
        {
            At(onsets, t, lags);
            TensorPrimitives.Add(mean, lags, mean);
        }

        TensorPrimitives.Divide(mean, Math.Max(1, onsets.Length), mean);
        return mean;
    }

    /// <summary>One frame.</summary>
    /// <param name="onsets">Onset strength of the whole signal.</param>
    /// <param name="index">The frame, 0 to the last.</param>
    /// <param name="lags">Receives <see cref="Length"/> values, the largest of them 1; all 0 where nothing begins.</param>
    public void At(ReadOnlySpan<float> onsets, int index, Span<float> lags)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(lags.Length, Length);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)onsets.Length, nameof(index));
        int half = Length / 2;
        for (int i = 0; i < Length; i++)
        {
            _frame[i] = _window[i] * Faded(onsets, index + i - half, half);
        }

        _fft.Forward(_frame, _real, _imaginary);
        for (int k = 0; k < _real.Length; k++)
        {
            _real[k] = (_real[k] * _real[k]) + (_imaginary[k] * _imaginary[k]);
            _imaginary[k] = 0;
        }

        _fft.Inverse(_real, _imaginary, _correlation);
        _correlation.AsSpan(0, Length).CopyTo(lags);
        float largest = TensorPrimitives.MaxMagnitude(lags);
        if (largest > 1e-30f)
        {
            TensorPrimitives.Divide(lags, largest, lags);
        }
        else
        {
            lags.Clear();
        }
    }

    private static float Faded(ReadOnlySpan<float> onsets, int at, int length) =>
        at < 0 ? onsets[0] * (length + at) / length
        : at >= onsets.Length ? onsets[^1] * Math.Max(0, length - 1 - (at - onsets.Length)) / length
        : onsets[at];
}
