using Sensorium.Audio;

namespace Sensorium.Perception;

/// <summary>
/// What an utterance sounds like as a whole, in numbers: distributions of what its frames measure, its spectrum, its melody and loudness
/// over time, its rhythm. None of them depends on how loud the recording is.
/// </summary>
/// <remarks>After the sets of statistics that voices are commonly described by (Eyben et al., "The Geneva minimalistic acoustic parameter set (GeMAPS)", IEEE Trans. Affective Computing 2016); choice and formulas are ours.</remarks>
internal sealed class VoiceStatistics
{
    /// <summary>Grows with every change of what is measured; statistics of different versions are never compared.</summary>
    public const int Version = 1;

    private const int Parts = 5;
    private const int ModulationBands = 16;
    private const int SpectrumBands = 32;
    private static readonly string[] Shapes = ["mean", "sd", "p5", "p20", "p50", "p80", "p95", "range", "slope"];
    private static readonly VoiceMeasure[] InFull =
    [
        VoiceMeasure.Level, VoiceMeasure.Pitch, VoiceMeasure.Periodicity, VoiceMeasure.Centroid, VoiceMeasure.RollOff, VoiceMeasure.Flatness, VoiceMeasure.Flux,
        VoiceMeasure.LowSlope, VoiceMeasure.MiddleSlope, VoiceMeasure.Brightness, VoiceMeasure.Peaks, VoiceMeasure.Softness,
    ];

    private readonly VoiceFrames _frames;
    private readonly List<float> _values = [];
    private readonly List<string>? _names;
    private readonly float[] _scratch;

    private VoiceStatistics(VoiceFrames frames, List<string>? names)
    {
        _frames = frames;
        _names = names;
        _scratch = new float[frames.Count];
    }

    /// <summary>What each statistic is called, in order.</summary>
    public static IReadOnlyList<string> Names { get; } = MakeNames();

    /// <summary>Measures an utterance.</summary>
    /// <param name="frames">Its frames.</param>
    /// <returns>A finite value for each of <see cref="Names"/>.</returns>
    public static float[] Of(VoiceFrames frames) => new VoiceStatistics(frames, null).Measure();

    /// <summary>Where a statistic stands.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <returns>Its index.</returns>
    public static int IndexOf(string name)
    {
        int index = Array.IndexOf([.. Names], name);
        return index >= 0 ? index : throw new ArgumentException($"There is no statistic \"{name}\".", nameof(name));
    }

    private static string[] MakeNames()
    {
        List<string> names = [];
        new VoiceStatistics(VoiceFrames.Of(new float[VoiceSound.FrameLength]), names).Measure();
        return [.. names];
    }

    private float[] Measure()
    {
        int[] active = [.. Enumerable.Range(_frames.First, _frames.Last - _frames.First + 1).Where(_frames.IsActive)];
        int[] voiced = [.. active.Where(_frames.IsVoiced)];
        int[] unvoiced = [.. active.Where(t => !_frames.IsVoiced(t))];
        int[] sounding = voiced.Length >= 3 ? voiced : active;
        float level = Mean(VoiceMeasure.Level, 0, active);
        foreach (VoiceMeasure measure in InFull)
        {
            AddShape(measure, sounding, measure == VoiceMeasure.Level ? level : 0);
            AddChanges(measure, sounding);
        }

        for (int c = 0; c < VoiceFrames.Cepstra; c++)
        {
            AddCepstrum(c, sounding, active);
        }

        AddSpectrum("voiced", sounding, SpectrumBands, withSpread: true);
        AddSpectrum("unvoiced", unvoiced, SpectrumBands / 2, withSpread: false);
        new BandStatistics(_frames, active).AddTo(Add);
        AddCourse(sounding, level);
        AddModulation();
        AddMelody(voiced);
        AddRhythm(active, voiced, level);
        return [.. _values.Select(value => float.IsFinite(value) ? value : 0)];
    }

    private void AddShape(VoiceMeasure measure, int[] at, float zero)
    {
        Span<float> values = Ordered(measure, 0, at);
        (float mean, float sd) = MeanAndSd(values);
        string name = measure.ToString();
        ReadOnlySpan<float> shape =
        [
            mean - zero, sd, Quantile(values, .05f) - zero, Quantile(values, .2f) - zero, Quantile(values, .5f) - zero,
            Quantile(values, .8f) - zero, Quantile(values, .95f) - zero, Quantile(values, .8f) - Quantile(values, .2f), Slope(measure, at),
        ];
        for (int i = 0; i < shape.Length; i++)
        {
            Add($"{name}.{Shapes[i]}", shape[i]);
        }
    }

    // Only neighbouring frames are compared.
    private void AddChanges(VoiceMeasure measure, int[] at)
    {
        Span<float> values = _frames.Of(measure);
        double up = 0, down = 0, bend = 0;
        int steps = 0, bends = 0;
        for (int i = 1; i < at.Length; i++)
        {
            if (at[i] != at[i - 1] + 1)
            {
                continue;
            }

            float step = values[at[i]] - values[at[i - 1]];
            up += Math.Max(0, step);
            down += Math.Max(0, -step);
            steps++;
            if (i > 1 && at[i - 1] == at[i - 2] + 1)
            {
                bend += Math.Abs(step - (values[at[i - 1]] - values[at[i - 2]]));
                bends++;
            }
        }

        Add($"{measure}.rise", (float)(up / Math.Max(1, steps)));
        Add($"{measure}.fall", (float)(down / Math.Max(1, steps)));
        Add($"{measure}.shake", (float)(bend / Math.Max(1, bends)));
    }

    private void AddCepstrum(int c, int[] sounding, int[] active)
    {
        Span<float> values = Ordered(VoiceMeasure.Cepstrum, c, sounding);
        (float mean, float sd) = MeanAndSd(values);
        Add($"Cepstrum{c + 1}.mean", mean);
        Add($"Cepstrum{c + 1}.sd", sd);
        Add($"Cepstrum{c + 1}.p20", Quantile(values, .2f));
        Add($"Cepstrum{c + 1}.p80", Quantile(values, .8f));
        Add($"Cepstrum{c + 1}.change", Change(_frames.Of(VoiceMeasure.Cepstrum, c), sounding));
        (float allMean, float allSd) = MeanAndSd(Ordered(VoiceMeasure.Cepstrum, c, active));
        Add($"Cepstrum{c + 1}.active-mean", allMean);
        Add($"Cepstrum{c + 1}.active-sd", allSd);
    }

    private void AddSpectrum(string name, int[] at, int bands, bool withSpread)
    {
        int width = VoiceSound.Bands / bands;
        double[] sum = new double[bands], square = new double[bands];
        foreach (int t in at)
        {
            for (int b = 0; b < bands; b++)
            {
                float value = 0;
                for (int i = 0; i < width; i++)
                {
                    value += _frames.LogMel[(t * VoiceSound.Bands) + (b * width) + i] / width;
                }

                sum[b] += value;
                square[b] += (double)value * value;
            }
        }

        int count = Math.Max(1, at.Length);
        double mean = sum.Sum() / bands / count;
        for (int b = 0; b < bands; b++)
        {
            double own = sum[b] / count;
            Add($"{name}.band{b}", (float)(own - mean));
            if (withSpread)
            {
                Add($"{name}.band{b}.sd", (float)Math.Sqrt(Math.Max(0, (square[b] / count) - (own * own))));
            }
        }
    }

    // How melody, loudness and timbre go over fifths of the utterance, against the whole.
    private void AddCourse(int[] sounding, float level)
    {
        int from = _frames.First, length = _frames.Last - _frames.First + 1;
        foreach ((VoiceMeasure measure, int offset) in ((VoiceMeasure, int)[])[(VoiceMeasure.Pitch, 0), (VoiceMeasure.Level, 0), (VoiceMeasure.Brightness, 0), (VoiceMeasure.Cepstrum, 0), (VoiceMeasure.Cepstrum, 1)])
        {
            float whole = measure == VoiceMeasure.Level ? level : Mean(measure, offset, sounding);
            for (int part = 0; part < Parts; part++)
            {
                int[] within = [.. sounding.Where(t => (t - from) * Parts / length == part)];
                Add($"{measure}{offset}.part{part}", within.Length == 0 ? 0 : Mean(measure, offset, within) - whole);
            }
        }
    }

    // The spectrum of the bands' envelopes: syllables lie at 3..6 Hz.
    private void AddModulation()
    {
        const int Length = 2048;
        Fft fft = new(Length);
        float[] envelope = new float[Length], power = new float[fft.BinCount], scratch = new float[fft.BinCount];
        int width = VoiceSound.Bands / ModulationBands, from = _frames.First, count = Math.Min(Length, _frames.Last - from + 1);
        for (int band = 0; band < ModulationBands; band++)
        {
            Array.Clear(envelope);
            for (int t = 0; t < count; t++)
            {
                for (int i = 0; i < width; i++)
                {
                    envelope[t] += _frames.LogMel[((from + t) * VoiceSound.Bands) + (band * width) + i] / width;
                }
            }

            float mean = 0;
            for (int t = 0; t < count; t++)
            {
                mean += envelope[t] / count;
            }

            for (int t = 0; t < count; t++)
            {
                envelope[t] -= mean;
            }

            fft.Power(envelope, power, scratch);
            for (int octave = 0; octave < 5; octave++)
            {
                int low = Length * (1 << octave) / VoiceSound.FrameRate, high = Length * (2 << octave) / VoiceSound.FrameRate;
                float sum = 1e-3f;
                for (int bin = low; bin < high; bin++)
                {
                    sum += power[bin];
                }

                Add($"modulation{band}.{1 << octave}Hz", MathF.Log(sum / count / count));
            }
        }
    }

    private void AddMelody(int[] voiced)
    {
        Span<float> pitch = _frames.Of(VoiceMeasure.Pitch);
        List<(float Slope, float Range, int Length)> arcs = [];
        for (int i = 0; i < voiced.Length;)
        {
            int end = i + 1;
            while (end < voiced.Length && voiced[end] == voiced[end - 1] + 1)
            {
                end++;
            }

            if (end - i >= 4)
            {
                int[] arc = voiced[i..end];
                Span<float> ordered = Ordered(VoiceMeasure.Pitch, 0, arc);
                arcs.Add((Slope(VoiceMeasure.Pitch, arc), Quantile(ordered, .95f) - Quantile(ordered, .05f), arc.Length));
            }

            i = end;
        }

        int count = Math.Max(1, arcs.Count);
        Add("arcs.rising", arcs.Sum(arc => Math.Max(0, arc.Slope)) / count);
        Add("arcs.falling", arcs.Sum(arc => Math.Max(0, -arc.Slope)) / count);
        Add("arcs.range", arcs.Sum(arc => arc.Range) / count);
        Add("arcs.widest", arcs.Count == 0 ? 0 : arcs.Max(arc => arc.Range));
        Add("arcs.length", arcs.Sum(arc => arc.Length) / (float)count / VoiceSound.FrameRate);
        Add("arcs.last", arcs.Count == 0 ? 0 : arcs[^1].Slope);
        Add("pitch.with-level", Correlation(VoiceMeasure.Pitch, VoiceMeasure.Level, voiced));
        Add("pitch.with-brightness", Correlation(VoiceMeasure.Pitch, VoiceMeasure.Brightness, voiced));
        Add("level.with-brightness", Correlation(VoiceMeasure.Level, VoiceMeasure.Brightness, voiced));
        int highest = 0;
        for (int i = 1; i < voiced.Length; i++)
        {
            highest = pitch[voiced[i]] > pitch[voiced[highest]] ? i : highest;
        }

        Add("pitch.peak-place", voiced.Length == 0 ? 0.5f : (voiced[highest] - _frames.First) / (float)(_frames.Last - _frames.First + 1));
        Add("pitch.height", voiced.Length == 0 ? 0 : MathF.Log2(1 + Quantile(Ordered(VoiceMeasure.Pitch, 0, voiced), .2f)));
    }

    private void AddRhythm(int[] active, int[] voiced, float level)
    {
        float span = (_frames.Last - _frames.First + 1) / (float)VoiceSound.FrameRate;
        int pauses = Runs(active, gap: 15) - 1, arcs = Runs(voiced, gap: 2), syllables = Syllables();
        Add("length", MathF.Log(span));
        Add("active-share", active.Length / (span * VoiceSound.FrameRate));
        Add("voiced-share", voiced.Length / (float)Math.Max(1, active.Length));
        Add("pauses", pauses / span);
        Add("arcs", arcs / span);
        Add("syllables", syllables / span);
        Add("syllables.active", syllables / (active.Length / (float)VoiceSound.FrameRate));
        Span<float> ordered = Ordered(VoiceMeasure.Level, 0, [.. Enumerable.Range(_frames.First, _frames.Last - _frames.First + 1)]);
        Add("level.lowest", Quantile(ordered, .05f) - level);
        Add("level.highest", ordered[^1] - level);
        Add("level.loud-share", active.Count(t => _frames.Of(VoiceMeasure.Level)[t] > level + 5) / (float)active.Length);
    }

    private static int Runs(int[] at, int gap)
    {
        int runs = at.Length == 0 ? 0 : 1;
        for (int i = 1; i < at.Length; i++)
        {
            runs += at[i] - at[i - 1] > gap ? 1 : 0;
        }

        return runs;
    }

    // Peaks of the level, smoothed over 70 ms, that stand 2 dB over the dip before them.
    private int Syllables()
    {
        Span<float> level = _frames.Of(VoiceMeasure.Level);
        int count = 0;
        float low = float.MaxValue, high = float.MinValue;
        bool isRising = true;
        for (int t = _frames.First; t <= _frames.Last; t++)
        {
            float value = 0;
            for (int i = -3; i <= 3; i++)
            {
                value += level[Math.Clamp(t + i, 0, _frames.Count - 1)] / 7;
            }

            low = Math.Min(low, value);
            high = Math.Max(high, value);
            if (isRising && value < high - 2)
            {
                count++;
                (isRising, low) = (false, value);
            }
            else if (!isRising && value > low + 2)
            {
                (isRising, high) = (true, value);
            }
        }

        return count;
    }

    private void Add(string name, float value)
    {
        _values.Add(value);
        _names?.Add(name);
    }

    private Span<float> Ordered(VoiceMeasure measure, int offset, int[] at)
    {
        Span<float> values = _frames.Of(measure, offset);
        Span<float> picked = _scratch.AsSpan(0, at.Length);
        for (int i = 0; i < at.Length; i++)
        {
            picked[i] = values[at[i]];
        }

        picked.Sort();
        return picked;
    }

    private float Mean(VoiceMeasure measure, int offset, int[] at)
    {
        Span<float> values = _frames.Of(measure, offset);
        double sum = 0;
        foreach (int t in at)
        {
            sum += values[t];
        }

        return (float)(sum / Math.Max(1, at.Length));
    }

    private static (float Mean, float Sd) MeanAndSd(ReadOnlySpan<float> values)
    {
        double sum = 0, square = 0;
        foreach (float value in values)
        {
            sum += value;
            square += (double)value * value;
        }

        double mean = sum / values.Length;
        return ((float)mean, (float)Math.Sqrt(Math.Max(0, (square / values.Length) - (mean * mean))));
    }

    private static float Quantile(ReadOnlySpan<float> ordered, float share)
    {
        float place = share * (ordered.Length - 1);
        int below = (int)place;
        return below + 1 < ordered.Length ? ordered[below] + ((place - below) * (ordered[below + 1] - ordered[below])) : ordered[^1];
    }

    // Per second, by least squares.
    private float Slope(VoiceMeasure measure, int[] at)
    {
        Span<float> values = _frames.Of(measure);
        double mean = Mean(measure, 0, at), middle = at.Average(), up = 0, across = 1e-9;
        foreach (int t in at)
        {
            up += (t - middle) * (values[t] - mean);
            across += (t - middle) * (t - middle);
        }

        return (float)(up / across * VoiceSound.FrameRate);
    }

    private static float Change(ReadOnlySpan<float> values, int[] at)
    {
        double sum = 0;
        int count = 0;
        for (int i = 1; i < at.Length; i++)
        {
            if (at[i] == at[i - 1] + 1)
            {
                sum += Math.Abs(values[at[i]] - values[at[i - 1]]);
                count++;
            }
        }

        return (float)(sum / Math.Max(1, count));
    }

    private float Correlation(VoiceMeasure one, VoiceMeasure other, int[] at)
    {
        Span<float> a = _frames.Of(one), b = _frames.Of(other);
        double meanA = Mean(one, 0, at), meanB = Mean(other, 0, at), ab = 0, aa = 1e-6, bb = 1e-6;
        foreach (int t in at)
        {
            ab += (a[t] - meanA) * (b[t] - meanB);
            aa += (a[t] - meanA) * (a[t] - meanA);
            bb += (b[t] - meanB) * (b[t] - meanB);
        }

        return (float)(ab / Math.Sqrt(aa * bb));
    }
}
