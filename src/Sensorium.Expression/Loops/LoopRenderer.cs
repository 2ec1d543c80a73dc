using Sensorium.Audio;
using Sensorium.Music;

namespace Sensorium.Expression;

/// <summary>Renders seamless one-bar loops with a synthesizer.</summary>
/// <param name="synthesizer">Plays the set's instruments.</param>
/// <param name="set">Which instrument plays which role.</param>
/// <param name="tonality">Pulse and dynamics of the picture.</param>
public sealed class LoopRenderer(ISynthesizer synthesizer, SoundSet set, Tonality tonality)
{
    /// <summary>Loudness of every loop in LUFS; what regions differ by comes after it.</summary>
    public const double LoopLufs = -24;

    /// <summary>Frames over which the end of a bar fades into what came before its start.</summary>
    private const int SeamFrames = 4096;

    /// <summary>Half a period of the lowest tone (about 52 Hz at 44.1 kHz): how far the seam may move to meet in phase.</summary>
    private const int SeamReach = 420;

    /// <summary>Length of a loop in frames.</summary>
    public int LengthFrames => (int)Math.Round(tonality.BarSeconds * synthesizer.SampleRate);

    /// <summary>Renders one loop.</summary>
    /// <param name="key">Role and pitch.</param>
    /// <param name="cancellationToken">Stops the rendering.</param>
    /// <returns>The loop at <see cref="LoopLufs"/>.</returns>
    public Loop Render(LoopKey key, CancellationToken cancellationToken = default)
    {
        RoleInstrument instrument = set.Roles[key.Role];
        int bar = LengthFrames;
        bool sustained = instrument.Play == PlayStyle.Sustained;
        SoundBuffer sound = synthesizer.Render(ScoreOf(key, instrument), 3 * bar + SeamReach, cancellationToken);
        float[] mono = new float[sound.Length];
        Span<float> left = sound.Channel(0);
        Span<float> right = sound.Channel(1);
        for (int i = 0; i < mono.Length; i++)
        {
            mono[i] = .5f * (left[i] + right[i]);
        }

        float[] loop = sustained ? SustainedLoop(mono, bar) : StruckLoop(mono, bar);
        Level(loop);
        return new Loop(key.Role, key.Pitch, synthesizer.SampleRate, loop);
    }

    private Score ScoreOf(LoopKey key, RoleInstrument instrument)
    {
        int beats = tonality.BeatsPerBar;
        int pitch = Math.Clamp(instrument.Sounding(key.Pitch), 12, 115);
        int velocity = (int)Math.Round(70 + (35 * tonality.Dynamics));
        List<Note> notes = [];
        if (instrument.Play == PlayStyle.Sustained)
        {
            notes.Add(new Note(0, (3 * beats) + 1, pitch, velocity));
        }
        else
        {
            // Slow music repeats in eighths, quick music in quarters: strokes stay 0.35 to 0.7 s apart.
            double step = tonality.Tempo < 86 ? .5 : 1;
            for (int i = 0; i * step < (3 * beats) + 1; i++)
            {
                bool downbeat = i * step % beats == 0;
                bool onBeat = i * step % 1 == 0;
                notes.Add(new Note(i * step, step * .98, pitch, velocity - (downbeat ? 0 : onBeat ? 10 : 22)));
            }
        }

        (int bank, int program) = set.Address(instrument);
        Part part = new() { Name = key.Role, Bank = bank, Program = program, Reverb = .25, Notes = notes };
        return new Score { Tempo = tonality.Tempo, Meter = new Meter(beats, 4), Length = (3 * beats) + 1, Parts = [part], Key = tonality.Key };
    }

    /// <summary>The third bar of a repeated pattern: by then the ring of the bar before is the same as at its own end.</summary>
    private static float[] StruckLoop(float[] mono, int bar)
    {
        const int Fade = 512;
        float[] loop = mono.AsSpan(2 * bar, bar).ToArray();
        for (int i = 0; i < Fade; i++)
        {
            float way = (i + .5f) / Fade;
            int at = bar - Fade + i;
            loop[at] = (loop[at] * (1 - way)) + (mono[(2 * bar) - Fade + i] * way);
        }

        return loop;
    }

    /// <summary>
    /// A bar out of a held tone: the seam is moved by less than half a period to where both ends agree best in phase,
    /// they are crossfaded at constant power for their correlation, and the bar is stretched back to its exact length
    /// (at most .64 %, eleven cents, in the shortest bar).
    /// </summary>
    private static float[] SustainedLoop(float[] mono, int bar)
    {
        int start = bar;
        ReadOnlySpan<float> before = mono.AsSpan(start - SeamFrames, SeamFrames);
        int length = bar;
        double correlation = double.MinValue;
        for (int candidate = bar - SeamReach; candidate <= bar + SeamReach; candidate++)
        {
            double value = Correlation(before, mono.AsSpan(start + candidate - SeamFrames, SeamFrames));
            if (value > correlation)
            {
                correlation = value;
                length = candidate;
            }
        }

        float[] cut = mono.AsSpan(start, length).ToArray();
        double rho = Math.Clamp(correlation, 0, 1);
        for (int i = 0; i < SeamFrames; i++)
        {
            double way = (i + .5) / SeamFrames;
            double fadeIn = Math.Sin(way * Math.PI / 2);
            double fadeOut = Math.Cos(way * Math.PI / 2);
            double power = Math.Sqrt(1 + (2 * rho * fadeIn * fadeOut));
            int at = length - SeamFrames + i;
            cut[at] = (float)(((cut[at] * fadeOut) + (before[i] * fadeIn)) / power);
        }

        Loop raw = new(string.Empty, 0, 1, cut);
        float[] loop = new float[bar];
        double step = (double)length / bar;
        for (int i = 0; i < bar; i++)
        {
            loop[i] = raw.At(i * step);
        }

        return loop;
    }

    private static double Correlation(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        float product = System.Numerics.Tensors.TensorPrimitives.Dot(a, b);
        float powerA = System.Numerics.Tensors.TensorPrimitives.SumOfSquares(a);
        float powerB = System.Numerics.Tensors.TensorPrimitives.SumOfSquares(b);
        return powerA == 0 || powerB == 0 ? 0 : product / Math.Sqrt((double)powerA * powerB);
    }

    private void Level(float[] loop)
    {
        double loudness = LoudnessOf(loop, synthesizer.SampleRate);
        if (double.IsNegativeInfinity(loudness))
        {
            return;
        }

        float peak = System.Numerics.Tensors.TensorPrimitives.MaxMagnitude(loop);
        float gain = (float)Math.Min(Math.Pow(10, (LoopLufs - loudness) / 20), .97 / Math.Abs(peak));
        System.Numerics.Tensors.TensorPrimitives.Multiply(loop, gain, loop);
    }

    /// <summary>Integrated loudness of a mono sound, in LUFS.</summary>
    internal static double LoudnessOf(ReadOnlySpan<float> mono, int sampleRate)
    {
        SoundBuffer buffer = new(sampleRate, 1, mono.Length);
        mono.CopyTo(buffer.Channel(0));
        return LoudnessMeter.Measure(buffer).Integrated;
    }
}
