using System.Numerics.Tensors;

namespace Sensorium.Audio;

/// <summary>
/// The short-time Fourier transform of a stream of samples: pieces of any length go in, one spectrum after the other comes out. Everything that
/// needs spectra takes them from one of these. Memory does not grow, nothing is allocated per frame. With the defaults, frames and spectra are
/// those of librosa 0.10's <c>stft</c> (periodic Hann window, centred, silence at the ends, no scaling). One instance serves one thread at a time.
/// </summary>
public sealed class Stft
{
    private readonly Framer _framer;
    private readonly Fft _fft;
    private readonly float[] _window;
    private readonly float[] _windowed;
    private readonly float[] _real;
    private readonly float[] _imaginary;
    private readonly float[] _power;
    private readonly float[] _magnitude;
    private bool _hasPower;
    private bool _hasMagnitude;

    /// <summary>Plans spectra.</summary>
    /// <param name="length">Samples of a frame, a power of two, 4..2^24. Default 2048.</param>
    /// <param name="hop">Samples from one frame to the next, 1 to <paramref name="length"/>. Default 512.</param>
    /// <param name="window">Weights of a frame's samples, at most as many as its length and centred in it; null for <see cref="Windows.Hann"/>. Default null.</param>
    /// <param name="centred">Whether frame t is centred on sample t x hop. Default true.</param>
    public Stft(int length = 2048, int hop = 512, float[]? window = null, bool centred = true)
    {
        _fft = new Fft(length);
        _framer = new Framer(length, hop, centred);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(window?.Length ?? 0, length, nameof(window));
        _window = new float[length];
        float[] weights = window ?? Windows.Hann(length);
        weights.CopyTo(_window, (length - weights.Length) / 2);
        _windowed = new float[length];
        _real = new float[_fft.BinCount];
        _imaginary = new float[_fft.BinCount];
        _power = new float[_fft.BinCount];
        _magnitude = new float[_fft.BinCount];
    }

    /// <summary>Samples of a frame.</summary>
    public int Length => _framer.Length;

    /// <summary>Samples from one frame to the next.</summary>
    public int Hop => _framer.Hop;

    /// <summary>Bins of a spectrum, from 0 to half the sample rate: <see cref="Length"/> / 2 + 1.</summary>
    public int BinCount => _fft.BinCount;

    /// <summary>Number of the present frame, from 0; -1 before the first.</summary>
    public long Index => _framer.Index;

    /// <summary>The present frame's samples as they came, without window and without the silence added at the ends.</summary>
    public ReadOnlySpan<float> Signal => _framer.Signal;

    /// <summary>Real parts of the present spectrum, [bins].</summary>
    public ReadOnlySpan<float> Real => _real;

    /// <summary>Imaginary parts of the present spectrum, [bins].</summary>
    public ReadOnlySpan<float> Imaginary => _imaginary;

    /// <summary>Squared magnitudes of the present spectrum, [bins].</summary>
    public ReadOnlySpan<float> Power
    {
        get
        {
            if (!_hasPower)
            {
                TensorPrimitives.Multiply(_real, _real, _power);
                TensorPrimitives.MultiplyAdd(_imaginary, _imaginary, _power, _power);
                _hasPower = true;
            }

            return _power;
        }
    }

    /// <summary>Magnitudes of the present spectrum, [bins].</summary>
    public ReadOnlySpan<float> Magnitude
    {
        get
        {
            if (!_hasMagnitude)
            {
                TensorPrimitives.Sqrt(Power, _magnitude);
                _hasMagnitude = true;
            }

            return _magnitude;
        }
    }

    /// <summary>How many frames a signal has.</summary>
    /// <param name="length">Its samples, at least 0.</param>
    /// <returns>1 + length / hop for centred frames.</returns>
    public long Count(long length) => _framer.Count(length);

    /// <summary>Takes samples until the next spectrum is complete, which then lies in <see cref="Real"/>, <see cref="Power"/> and so on.</summary>
    /// <param name="samples">The next samples; what was taken is cut off its beginning.</param>
    /// <returns>Whether there is a new spectrum; otherwise all samples were taken.</returns>
    public bool Next(ref ReadOnlySpan<float> samples) => Transform(_framer.Next(ref samples, out ReadOnlySpan<float> frame), frame);

    /// <summary>Makes the spectra that reach over the end of the signal, one a call.</summary>
    /// <returns>Whether there was one more.</returns>
    public bool Flush() => Transform(_framer.Flush(out ReadOnlySpan<float> frame), frame);

    /// <summary>Starts a new signal.</summary>
    public void Reset() => _framer.Reset();

    private bool Transform(bool complete, ReadOnlySpan<float> frame)
    {
        if (complete)
        {
            TensorPrimitives.Multiply(frame, _window, _windowed);
            _fft.Forward(_windowed, _real, _imaginary);
            _hasPower = _hasMagnitude = false;
        }

        return complete;
    }
}
