namespace Sensorium.Audio;

/// <summary>Brings a sound to a loudness without letting its true peak pass a ceiling.</summary>
public static class LoudnessNormalizer
{
    private const double Tolerance = 0.1;
    private const int Attempts = 8;

    /// <summary>Most gain that limiting may be answered with, beyond what the loudness alone asks for: more would only flatten the sound.</summary>
    private const double MaximumMakeUp = 18;

    /// <summary>Normalises a sound in place.</summary>
    /// <remarks>
    /// One gain is tried; where the peak would pass the ceiling the <see cref="LookaheadLimiter"/> takes it off, and the gain rises by what that cost
    /// until the loudness is within .1 LU of the target. A sound whose peaks stand more than about 20 dB above its loudness (a lone click) may stay
    /// below the target: the report says where it ended. The ceiling always holds.
    /// </remarks>
    /// <param name="sound">One or two channels, at least 8000 frames a second.</param>
    /// <param name="targetLufs">Integrated loudness wanted, -70..0 LUFS.</param>
    /// <param name="ceilingDbtp">Highest true peak allowed, -30..0 dBTP.</param>
    /// <param name="cancellationToken">Stops between attempts.</param>
    /// <returns>Where it ended; silence, and a sound under 400 ms, stay as they are.</returns>
    public static LoudnessReport Normalize(SoundBuffer sound, double targetLufs = -16, double ceilingDbtp = -1, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sound);
        ArgumentOutOfRangeException.ThrowIfLessThan(targetLufs, -70);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(targetLufs, 0);
        ArgumentOutOfRangeException.ThrowIfLessThan(ceilingDbtp, -30);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ceilingDbtp, 0);
        double loudness = LoudnessMeter.Measure(sound).Integrated;
        double peak = TruePeakMeter.Measure(sound);
        if (double.IsNegativeInfinity(loudness))
        {
            return new LoudnessReport(loudness, peak, 0, 0);
        }

        float[][] original = Copy(sound);
        double first = targetLufs - loudness;
        double gain = first;
        (double Gain, double Reached) before = (0, loudness);
        for (int attempt = 1; ; attempt++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Restore(sound, original, (float)Math.Pow(10, gain / 20));
            double reduction = peak + gain > ceilingDbtp - 0.001 ? new LookaheadLimiter(sound.SampleRate).Apply(sound, ceilingDbtp) : 0;
            double reached = LoudnessMeter.Measure(sound).Integrated;

            // A limited sound gains less loudness than the gain that is put in; the last two attempts tell how much less.
            double slope = gain == before.Gain ? 1 : Math.Clamp((reached - before.Reached) / (gain - before.Gain), 0.25, 1);
            double next = Math.Min(gain + ((targetLufs - reached) / slope), first + MaximumMakeUp);
            before = (gain, reached);
            if (Math.Abs(reached - targetLufs) <= Tolerance || attempt == Attempts || next == gain)
            {
                return new LoudnessReport(reached, TruePeakMeter.Measure(sound), gain, reduction);
            }

            gain = next;
        }
    }

    private static float[][] Copy(SoundBuffer sound)
    {
        var copy = new float[sound.ChannelCount][];
        for (int c = 0; c < copy.Length; c++)
        {
            copy[c] = sound.Channel(c).ToArray();
        }

        return copy;
    }

    private static void Restore(SoundBuffer sound, float[][] original, float gain)
    {
        for (int c = 0; c < original.Length; c++)
        {
            Span<float> channel = sound.Channel(c);
            for (int i = 0; i < channel.Length; i++)
            {
                channel[i] = original[c][i] * gain;
            }
        }
    }
}
