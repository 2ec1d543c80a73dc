using System.Numerics.Tensors;
using Sensorium.Audio;

namespace Sensorium.Perception;

/// <summary>A voice measured frame by frame: its log-mel spectrogram, its pitch and what each frame sounds like.</summary>
internal sealed class VoiceFrames
{
    /// <summary>What lies below is rumble, no voice.</summary>
    public const double LowestHertz = 40;

    /// <summary>Cepstral coefficients of a frame.</summary>
    public const int Cepstra = 13;

    /// <summary>Measures of a frame: those of <see cref="VoiceMeasure"/> with all cepstra.</summary>
    public const int Measures = (int)VoiceMeasure.Cepstrum + Cepstra;

    private const double HertzPerBin = (double)VoiceSound.SampleRate / VoiceSound.FrameLength;
    private const float LeastPower = MelFrames.LeastPower;
    private const int Margin = 10;
    private static readonly float[] BinMels = [.. Enumerable.Range(0, (VoiceSound.FrameLength / 2) + 1).Select(bin => (float)MelFilterbank.ToMel(bin * HertzPerBin))];
    private static readonly float[] Cosines = MakeCosines();
    private readonly float[] _measures;
    private readonly bool[] _isActive;

    private VoiceFrames(int count)
    {
        Count = count;
        LogMel = new float[count * VoiceSound.Bands];
        _measures = new float[Measures * count];
        _isActive = new bool[count];
        Hertz = new float[count];
    }

    /// <summary>Number of frames, at least 1.</summary>
    public int Count { get; }

    /// <summary>Mel bands in decibels, at least -100, <c>[frames x 64]</c>.</summary>
    public float[] LogMel { get; }

    /// <summary>Fundamental frequency of each frame, 0 where it is unvoiced.</summary>
    public float[] Hertz { get; }

    /// <summary>The first frame of the voice.</summary>
    public int First { get; private set; }

    /// <summary>The last frame of the voice.</summary>
    public int Last { get; private set; }

    /// <summary>The mel bands from a tenth of a second before the voice to a tenth after it, <c>[frames x 64]</c>.</summary>
    public ReadOnlySpan<float> Voice
    {
        get
        {
            int from = Math.Max(0, First - Margin), to = Math.Min(Count, Last + 1 + Margin);
            return LogMel.AsSpan(from * VoiceSound.Bands, (to - from) * VoiceSound.Bands);
        }
    }

    /// <summary>Measures a sound.</summary>
    /// <param name="samples">Mono at <see cref="VoiceSound.SampleRate"/>.</param>
    /// <returns>Its frames.</returns>
    public static VoiceFrames Of(ReadOnlySpan<float> samples)
    {
        VoiceFrames frames = new(VoiceSound.Frames(samples.Length));
        float[] sound = new float[Math.Max(samples.Length, VoiceSound.FrameLength)];
        new Biquad(BiquadCoefficients.HighPass(VoiceSound.SampleRate, LowestHertz)).Process(samples, sound.AsSpan(0, samples.Length));
        PitchTrack.Find(sound, frames.Hertz, frames.Of(VoiceMeasure.Periodicity));
        frames.MeasureSpectra(sound);
        frames.FindActive();
        return frames;
    }

    /// <summary>One measure of all frames.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="offset">For <see cref="VoiceMeasure.Cepstrum"/>: which one, from 0.</param>
    /// <returns>A value for each frame.</returns>
    public Span<float> Of(VoiceMeasure measure, int offset = 0) => _measures.AsSpan(((int)measure + offset) * Count, Count);

    /// <summary>Whether a frame is louder than what lies between the words.</summary>
    /// <param name="frame">The frame.</param>
    public bool IsActive(int frame) => _isActive[frame];

    /// <summary>Whether a frame has a pitch.</summary>
    /// <param name="frame">The frame.</param>
    public bool IsVoiced(int frame) => _isActive[frame] && Hertz[frame] > 0;

    private void MeasureSpectra(float[] sound)
    {
        MelFrames measure = new();
        float[] decibels = new float[measure.Power.Length];
        for (int t = 0; t < Count; t++)
        {
            Span<float> mel = LogMel.AsSpan(t * VoiceSound.Bands, VoiceSound.Bands);
            measure.Measure(sound.AsSpan(t * VoiceSound.Hop, VoiceSound.FrameLength), mel);
            Describe(t, measure.Power, decibels, mel);
        }
    }

    private void Describe(int t, ReadOnlySpan<float> power, Span<float> decibels, Span<float> mel)
    {
        float total = TensorPrimitives.Sum(power) + LeastPower;
        float mean = TensorPrimitives.Sum<float>(mel) / mel.Length;
        MelFrames.ToDecibels(mel, mel);
        MelFrames.ToDecibels(power, decibels);
        Of(VoiceMeasure.Level)[t] = 10 * MathF.Log10((total / (VoiceSound.FrameLength * VoiceSound.FrameLength * 3f / 16)) + LeastPower);
        Of(VoiceMeasure.Pitch)[t] = Hertz[t] > 0 ? 12 * MathF.Log2(Hertz[t] / 55) : 0;
        Of(VoiceMeasure.Centroid)[t] = TensorPrimitives.Dot(power, BinMels) / total;
        Of(VoiceMeasure.RollOff)[t] = RollOff(power, 0.85f * total);
        Of(VoiceMeasure.Flatness)[t] = (TensorPrimitives.Sum<float>(mel) / mel.Length) - (10 * MathF.Log10(mean + LeastPower));
        Of(VoiceMeasure.Flux)[t] = t == 0 ? 0 : Flux(mel, LogMel.AsSpan((t - 1) * VoiceSound.Bands, VoiceSound.Bands));
        Of(VoiceMeasure.LowSlope)[t] = Slope(decibels, 2, Bin(500)) * (float)(500 / HertzPerBin);
        Of(VoiceMeasure.MiddleSlope)[t] = Slope(decibels, Bin(500), Bin(1500)) * (float)(1000 / HertzPerBin);
        Of(VoiceMeasure.Brightness)[t] = Ratio(TensorPrimitives.Sum(power[Bin(1000)..Bin(5000)]), TensorPrimitives.Sum(power[Bin(50)..Bin(1000)]));
        Of(VoiceMeasure.Peaks)[t] = TensorPrimitives.Max<float>(decibels[Bin(2000)..Bin(5000)]) - TensorPrimitives.Max<float>(decibels[1..Bin(2000)]);
        Of(VoiceMeasure.Softness)[t] = Hertz[t] > 0 ? Peak(decibels, Hertz[t]) - Peak(decibels, 2 * Hertz[t]) : 0;
        for (int c = 0; c < Cepstra; c++)
        {
            Of(VoiceMeasure.Cepstrum, c)[t] = TensorPrimitives.Dot(mel, Cosines.AsSpan(c * VoiceSound.Bands, VoiceSound.Bands));
        }
    }

    // Louder than the pauses by a third of the way to the loud frames, and within 40 dB of them.
    private void FindActive()
    {
        float[] ordered = Of(VoiceMeasure.Level).ToArray();
        Array.Sort(ordered);
        float floor = ordered[ordered.Length / 10];
        float loud = ordered[(int)((ordered.Length - 1) * 0.95)];
        float threshold = Math.Max(loud - 40, floor + (0.35f * (loud - floor)));
        (First, Last) = (-1, -1);
        for (int t = 0; t < Count; t++)
        {
            _isActive[t] = Of(VoiceMeasure.Level)[t] >= threshold;
            if (_isActive[t])
            {
                First = First < 0 ? t : First;
                Last = t;
            }
        }
    }

    private static int Bin(double hertz) => (int)Math.Round(hertz / HertzPerBin);

    private static float Ratio(float above, float below) => 10 * MathF.Log10((above + LeastPower) / (below + LeastPower));

    private static float RollOff(ReadOnlySpan<float> power, float wanted)
    {
        float sum = 0;
        for (int bin = 0; bin < power.Length; bin++)
        {
            sum += power[bin];
            if (sum >= wanted)
            {
                return BinMels[bin];
            }
        }

        return BinMels[^1];
    }

    private static float Flux(ReadOnlySpan<float> now, ReadOnlySpan<float> before)
    {
        float sum = 0;
        for (int i = 0; i < now.Length; i++)
        {
            sum += Math.Max(0, now[i] - before[i]);
        }

        return sum / now.Length;
    }

    private static float Slope(ReadOnlySpan<float> values, int from, int to)
    {
        float middle = (from + to - 1) / 2f, up = 0, across = 0;
        for (int i = from; i < to; i++)
        {
            up += (i - middle) * values[i];
            across += (i - middle) * (i - middle);
        }

        return up / across;
    }

    private static float Peak(ReadOnlySpan<float> decibels, float hertz)
    {
        int bin = Math.Clamp(Bin(hertz), 1, decibels.Length - 2);
        return Math.Max(decibels[bin], Math.Max(decibels[bin - 1], decibels[bin + 1]));
    }

    // The second kind of cosine transform, orthonormal, without the constant one, of 64 bands in tens of decibels.
    private static float[] MakeCosines()
    {
        float[] cosines = new float[Cepstra * VoiceSound.Bands];
        for (int c = 0; c < Cepstra; c++)
        {
            for (int band = 0; band < VoiceSound.Bands; band++)
            {
                cosines[(c * VoiceSound.Bands) + band] = (float)(0.1 * Math.Sqrt(2.0 / VoiceSound.Bands) * Math.Cos(Math.PI * (c + 1) * (band + 0.5) / VoiceSound.Bands));
            }
        }

        return cosines;
    }
}
