namespace Sensorium.Audio;

/// <summary>
/// Measures the true peak of one channel: the largest magnitude of the signal between its samples too, by fourfold oversampling
/// (ITU-R BS.1770-4, Annex 2, 2015).
/// </summary>
/// <remarks>For a sine the reading is at most .01 dB too high and at most .69 dB too low just below half the sample rate, .17 dB below a quarter of it, as the annex derives for fourfold oversampling.</remarks>
public sealed class TruePeakMeter
{
    private const int Block = 2048;
    private const int History = PeakInterpolator.Taps - 1;
    private readonly float[] _input = new float[History + Block];
    private readonly float[] _peaks = new float[Block];

    /// <summary>The highest true peak so far as a linear amplitude; the last 16 samples count once more samples or <see cref="Flush"/> follow.</summary>
    public float Peak { get; private set; }

    /// <summary>The highest true peak so far in dBTP; negative infinity for silence.</summary>
    public double Decibels => 20 * Math.Log10(Peak);

    /// <summary>Measures a whole sound.</summary>
    /// <param name="sound">Any number of channels.</param>
    /// <returns>The highest true peak of all channels in dBTP; negative infinity for silence.</returns>
    public static double Measure(SoundBuffer sound)
    {
        ArgumentNullException.ThrowIfNull(sound);
        var meter = new TruePeakMeter();
        for (int c = 0; c < sound.ChannelCount; c++)
        {
            meter.Process(sound.Channel(c));
            meter.Flush();
        }

        return meter.Decibels;
    }

    /// <summary>Hears the next samples.</summary>
    /// <param name="samples">Any number of samples.</param>
    public void Process(ReadOnlySpan<float> samples)
    {
        while (samples.Length > 0)
        {
            int take = Math.Min(samples.Length, Block);
            samples[..take].CopyTo(_input.AsSpan(History));
            PeakInterpolator.Peaks(_input.AsSpan(0, History + take), _peaks.AsSpan(0, take));
            Peak = Math.Max(Peak, Maximum(_peaks.AsSpan(0, take)));
            _input.AsSpan(take, History).CopyTo(_input);
            samples = samples[take..];
        }
    }

    /// <summary>Ends a sound: what follows is a sound of its own. The peak stays.</summary>
    public void Flush()
    {
        ReadOnlySpan<float> silence = stackalloc float[History];
        Process(silence);
    }

    /// <summary>Forgets everything heard.</summary>
    public void Reset()
    {
        Array.Clear(_input);
        Peak = 0;
    }

    private static float Maximum(ReadOnlySpan<float> values)
    {
        float maximum = 0;
        foreach (float value in values)
        {
            maximum = Math.Max(maximum, value);
        }

        return maximum;
    }
}
