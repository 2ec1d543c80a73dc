namespace Sensorium.Audio;

/// <summary>
/// Keeps a sound's true peak at or below a ceiling. The gain moves before a peak arrives and comes back slowly, so that nothing clicks, distorts or pumps.
/// </summary>
/// <remarks>
/// The gain that each frame needs (both channels together, so that the stereo picture stays) is held over its surroundings, released exponentially and
/// smoothed by two box filters as long as the look-ahead: the smoothed gain is never above what any frame needs. Holding for 25 ms makes the gain
/// constant for every steady tone above 20 Hz, which therefore comes out undistorted.
/// </remarks>
/// <param name="sampleRate">Frames a second, at least 1000.</param>
public sealed class LookaheadLimiter(int sampleRate)
{
    private const double LookaheadSeconds = 0.004;
    private const double HoldSeconds = 0.025;
    private const double ReleaseSeconds = 0.15;
    private const int Attempts = 4;
    private const int Chunk = 4096;
    private readonly int _half = Math.Max(1, (int)(LookaheadSeconds * sampleRate / 2));
    private readonly int _hold = Math.Max(2, (int)(HoldSeconds * sampleRate));
    private readonly float _release = (float)(1 - Math.Exp(-1 / (ReleaseSeconds * sampleRate)));

    /// <summary>Limits a sound in place.</summary>
    /// <param name="sound">Any number of channels at this limiter's rate.</param>
    /// <param name="ceilingDbtp">The highest true peak allowed, dBTP.</param>
    /// <returns>The strongest reduction in dB, 0 or negative; 0 means that nothing changed.</returns>
    public double Apply(SoundBuffer sound, double ceilingDbtp)
    {
        ArgumentNullException.ThrowIfNull(sound);
        ArgumentOutOfRangeException.ThrowIfNotEqual(sound.SampleRate, sampleRate);
        if (sound.Length == 0)
        {
            return 0;
        }

        double ceiling = Math.Pow(10, ceilingDbtp / 20);
        var gain = new float[sound.Length];
        var work = new float[sound.Length];
        double strongest = 1;

        // A moving gain may raise a peak between two samples by a hair; the next round takes that hair off.
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            float peak = Envelope(sound, gain);
            if (peak <= ceiling)
            {
                return 20 * Math.Log10(strongest);
            }

            strongest *= Multiply(sound, gain, work, attempt == 0 ? ceiling : ceiling * 0.9995);
        }

        float rest = (float)(ceiling * 0.9999 / Envelope(sound, gain));
        if (rest < 1)
        {
            Scale(sound, rest);
            strongest *= rest;
        }

        return 20 * Math.Log10(strongest);
    }

    internal static void Scale(SoundBuffer sound, float factor)
    {
        for (int c = 0; c < sound.ChannelCount; c++)
        {
            foreach (ref float sample in sound.Channel(c))
            {
                sample *= factor;
            }
        }
    }

    /// <summary>The largest magnitude near each frame over all channels; a peak between two frames counts for both, one before or after the sound for its first or last frame.</summary>
    private static float Envelope(SoundBuffer sound, Span<float> envelope)
    {
        envelope.Clear();
        float maximum = 0;
        int last = sound.Length - 1;
        Span<float> peaks = stackalloc float[Chunk];
        Span<float> input = stackalloc float[Chunk + PeakInterpolator.Taps - 1];
        for (int c = 0; c < sound.ChannelCount; c++)
        {
            ReadOnlySpan<float> channel = sound.Channel(c);
            for (int start = -PeakInterpolator.Taps / 2; start <= last + (PeakInterpolator.Taps / 2); start += Chunk)
            {
                CopyPadded(channel, start - PeakInterpolator.Before, input);
                PeakInterpolator.Peaks(input, peaks);
                for (int i = 0; i < Chunk; i++)
                {
                    float peak = peaks[i];
                    ref float here = ref envelope[Math.Clamp(start + i, 0, last)];
                    here = Math.Max(here, peak);
                    ref float next = ref envelope[Math.Clamp(start + i + 1, 0, last)];
                    next = Math.Max(next, peak);
                    maximum = Math.Max(maximum, peak);
                }
            }
        }

        return maximum;
    }

    private static void CopyPadded(ReadOnlySpan<float> source, int start, Span<float> target)
    {
        int before = Math.Clamp(-start, 0, target.Length);
        int count = Math.Clamp(source.Length - Math.Max(start, 0), 0, target.Length - before);
        target[..before].Clear();
        source.Slice(Math.Max(start, 0), count).CopyTo(target[before..]);
        target[(before + count)..].Clear();
    }

    /// <summary>Turns the envelope into the gain and applies it.</summary>
    private double Multiply(SoundBuffer sound, Span<float> envelope, Span<float> work, double ceiling)
    {
        int length = sound.Length;
        for (int i = 0; i < length; i++)
        {
            envelope[i] = envelope[i] > ceiling ? (float)(ceiling / envelope[i]) : 1;
        }

        Span<float> held = work[..length];
        SlidingMinimum.Apply(envelope, held, _hold, 2 * _half);
        float strongest = 1;
        float gain = 1;
        for (int i = 0; i < length; i++)
        {
            // Rising: exponentially towards 1. Falling: at once; the box filters make a ramp of it.
            gain = Math.Min(held[i], gain + ((1 - gain) * _release));
            gain = gain > 0.99999f ? held[i] : gain;
            held[i] = gain;
            strongest = Math.Min(strongest, gain);
        }

        Smooth(held, envelope);
        Smooth(envelope, held);
        for (int c = 0; c < sound.ChannelCount; c++)
        {
            Span<float> channel = sound.Channel(c);
            for (int i = 0; i < length; i++)
            {
                channel[i] *= held[i];
            }
        }

        return strongest;
    }

    /// <summary>The mean of the 2 x half + 1 values around each; values beyond the ends count as the end's.</summary>
    private void Smooth(ReadOnlySpan<float> input, Span<float> output)
    {
        int last = input.Length - 1;
        double sum = 0;
        for (int i = -_half; i <= _half; i++)
        {
            sum += input[Math.Clamp(i, 0, last)];
        }

        double scale = 1.0 / ((2 * _half) + 1);
        for (int i = 0; i <= last; i++)
        {
            output[i] = (float)(sum * scale);
            sum += (double)input[Math.Min(i + _half + 1, last)] - input[Math.Max(i - _half, 0)];
        }
    }
}
