using System.Numerics;

namespace Sensorium.Expression.Tests;

public sealed class LoopRendererTests
{
    private static readonly Tonality Tonality = Samples.Map().Tonality;

    /// <summary>Held and struck, low and high instruments of the default set.</summary>
    public static TheoryData<string, int> Keys => new()
    {
        { "red", 60 },
        { "orange", 55 },
        { "yellow", 69 },
        { "green", 64 },
        { "cyan", 72 },
        { "blue", 57 },
        { "purple", 48 },
        { "pink", 65 },
        { "white", 74 },
        { "grey", 60 },
        { "black", 45 },
        { "black", 84 },
    };

    private static Loop Render(string role, int pitch, SoundSet? set = null)
    {
        lock (Instruments.Gate)
        {
            return new LoopRenderer(Instruments.Synthesizer, set ?? Samples.Orchestra, Tonality).Render(new LoopKey(role, pitch), TestContext.Current.CancellationToken);
        }
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Render_AnyInstrument_LastsOneBarAtTheStatedLoudness(string role, int pitch)
    {
        Loop loop = Render(role, pitch);

        Assert.Equal((int)Math.Round(Tonality.BarSeconds * loop.SampleRate), loop.Samples.Length);
        Assert.Equal(0, loop.Samples.Length % 441);
        float[] twice = [.. loop.Samples, .. loop.Samples];
        Assert.Equal(LoopRenderer.LoopLufs, LoopRenderer.LoudnessOf(twice, loop.SampleRate), .5);
        Assert.True(twice.Max(Math.Abs) < .98f);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Render_AnyInstrument_HasASeamLikeItsInside(string role, int pitch) =>
        Assert.Null(SeamFault(Render(role, pitch), Samples.Orchestra.Roles[role].Play));

    /// <summary>The check itself must hear a seam that is one.</summary>
    [Theory]
    [InlineData("red", 60)]
    [InlineData("purple", 48)]
    public void Render_CutShort_WouldHaveAHeardSeam(string role, int pitch)
    {
        Loop loop = Render(role, pitch);
        Loop broken = new(role, pitch, loop.SampleRate, loop.Samples[..^(loop.SampleRate / 10 + 61)].ToArray());

        Assert.NotNull(SeamFault(broken, PlayStyle.Sustained));
    }

    [Fact]
    public void Render_EveryInstrumentOfEverySet_HasAGoodSeamAndLoudness()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("SENSORIUM_TEST_FULL") == "1", "Set SENSORIUM_TEST_FULL=1 to render all instruments of all sets.");
        List<string> faults = [];
        foreach (string id in SoundSetFile.BuiltInIds)
        {
            SoundSet set = SoundSetFile.BuiltIn(id)!;
            foreach ((string role, RoleInstrument instrument) in set.Roles)
            {
                foreach (int pitch in new[] { 45, 57, 69, 84 })
                {
                    Loop loop = Render(role, pitch, set);
                    double off = LoopRenderer.LoudnessOf([.. loop.Samples, .. loop.Samples], loop.SampleRate) - LoopRenderer.LoopLufs;

                    // The steadiest pads change so little inside that a third more, 2.5 dB, is still next to nothing.
                    string? fault = SeamFault(loop, instrument.Play, 1.35) ?? (Math.Abs(off) > .7 ? $"Loudness is {off:F2} LU off." : null);
                    if (fault is not null)
                    {
                        faults.Add($"{id} {role} {pitch}: {fault}");
                    }
                }
            }
        }

        Assert.True(faults.Count == 0, string.Join("\n", faults));
    }

    [Fact]
    public void Render_Twice_GivesTheSameSamples() => Assert.Equal(Render("red", 62).Samples.ToArray(), Render("red", 62).Samples.ToArray());

    [Theory]
    [InlineData("red", 60)]
    [InlineData("purple", 48)]
    public void Render_HeldInstrument_SoundsAtTheMappedPitchAndOctave(string role, int pitch)
    {
        Loop loop = Render(role, pitch);
        double hertz = 440 * Math.Pow(2, (pitch + (12 * Samples.Orchestra.Roles[role].Octave) - 69) / 12.0);

        // The autocorrelation of a tone peaks at its period. Vibrato and the stretched seam (11 cents at most) stay within a quarter of a semitone.
        double period = Period(loop, loop.SampleRate / hertz);
        Assert.InRange(1200 * Math.Abs(Math.Log2(loop.SampleRate / period / hertz)), 0, 25);
    }

    [Fact]
    public void Render_Struck_StartsOnTheBeat()
    {
        Loop loop = Render("blue", 57);

        // Energy in the first 60 ms is well over that in the 60 ms before the end: the stroke falls on the bar's start.
        int window = loop.SampleRate * 6 / 100;
        Assert.True(Tones.Decibels(loop.Samples[..window]) > Tones.Decibels(loop.Samples[^window..]) + 1);
    }

    /// <summary>What can be heard of the seam: a jump from sample to sample, or a change of the spectrum, beyond what the inside has; null for nothing.</summary>
    private static string? SeamFault(Loop loop, PlayStyle play, double tolerance = 1.05)
    {
        double inside = 0;
        for (int i = 0; i + 1 < loop.Samples.Length; i++)
        {
            inside = Math.Max(inside, Math.Abs(loop.Samples[i + 1] - loop.Samples[i]));
        }

        double seam = Enumerable.Range(loop.Samples.Length - 3, 6).Max(i => Math.Abs(loop.At(i + 1) - loop.At(i)));
        if (seam > inside)
        {
            return $"The seam jumps {seam:F5}, the inside {inside:F5}.";
        }

        // A struck loop begins with its accented stroke, which is meant to stand out: there only the fade just before it is judged.
        double[] flux = Flux(loop);
        double atSeam = play == PlayStyle.Struck ? flux[^3] : flux[^3..].Max();
        double most = flux[..^3].Max();
        return atSeam > most * tolerance ? $"Spectral flux at the seam is {atSeam:F4}, inside at most {most:F4}." : null;
    }

    /// <summary>
    /// Change of the magnitude spectrum from each window of 512 frames to the next, aligned with the loop's end: the last two windows
    /// compared are the first of the loop and the second, before them the last and the first, before them the last two of the loop.
    /// </summary>
    private static double[] Flux(Loop loop)
    {
        const int Size = 512;
        int windows = loop.Samples.Length / Size;
        int start = loop.Samples.Length - (windows * Size);
        double[][] spectra = [.. Enumerable.Range(0, windows + 2).Select(window => Spectrum(loop, start + (window * Size), Size))];
        return [.. spectra.Zip(spectra.Skip(1)).Select(pair => pair.First.Zip(pair.Second).Sum(bin => Math.Abs(bin.Second - bin.First)))];
    }

    private static double[] Spectrum(Loop loop, int start, int size)
    {
        Complex[] buffer = new Complex[size];
        for (int i = 0; i < size; i++)
        {
            buffer[i] = loop.At(start + i) * (.5 - (.5 * Math.Cos(2 * Math.PI * i / size)));
        }

        Transform(buffer);
        return [.. buffer.Take(size / 2).Select(Complex.Abs)];
    }

    /// <summary>Recursive radix-2 Fourier transform: short and plain, for tests only.</summary>
    private static void Transform(Complex[] values)
    {
        int half = values.Length / 2;
        if (half == 0)
        {
            return;
        }

        Complex[] even = new Complex[half];
        Complex[] odd = new Complex[half];
        for (int i = 0; i < half; i++)
        {
            even[i] = values[2 * i];
            odd[i] = values[(2 * i) + 1];
        }

        Transform(even);
        Transform(odd);
        for (int k = 0; k < half; k++)
        {
            Complex turned = Complex.FromPolarCoordinates(1, -2 * Math.PI * k / values.Length) * odd[k];
            values[k] = even[k] + turned;
            values[k + half] = even[k] - turned;
        }
    }

    private static double Period(Loop loop, double expected)
    {
        const int Window = 8192;
        double best = double.MinValue;
        double period = 0;
        for (double lag = expected * .95; lag < expected * 1.05; lag += expected / 2000)
        {
            double sum = 0;
            for (int i = 0; i < Window; i++)
            {
                sum += loop.Samples[i] * loop.At(i + lag);
            }

            if (sum > best)
            {
                best = sum;
                period = lag;
            }
        }

        return period;
    }
}
