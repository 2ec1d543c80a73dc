namespace Sensorium.Expression.Tests;

public sealed class VoiceRendererTests
{
    private const double Bar = 1.6;

    /// <summary>Past the settling of the low-pass, which a constant passes unchanged.</summary>
    private const int Settled = 200;

    private static float[] Render(Voice voice, int frames, params Loop[] loops) => new VoiceRenderer(loops, Bar).RenderMono(voice, frames);

    [Fact]
    public void RenderMono_ConstantLoop_IsTheGain()
    {
        float[] sound = Render(Tones.Voice() with { GainDb = -6 }, 5000, Tones.Constant());

        Assert.All(sound[Settled..], sample => Assert.Equal(Math.Pow(10, -.3), sample, 1e-5));
    }

    [Fact]
    public void RenderMono_Tremolo_IsItsClosedForm()
    {
        const double Hz = 5;
        const double Depth = .6;
        float[] sound = Render(Tones.Voice() with { TremoloHz = Hz, TremoloDepth = Depth }, 30000, Tones.Constant());

        for (int i = Settled; i < sound.Length; i++)
        {
            double expected = 1 - (Depth * (.5 - (.5 * Math.Cos(2 * Math.PI * Hz * i / Tones.Rate))));
            Assert.Equal(expected, sound[i], 1e-4);
        }

        Assert.Equal(1 - Depth, sound[Settled..].Min(), 1e-3);
    }

    [Fact]
    public void RenderMono_Gate_HoldsEachEighthAndSlidesOver10Milliseconds()
    {
        double[] gate = [1, 0, .5, .5, 1, 0, 0, .25];
        int step = (int)(Bar / 8 * Tones.Rate);
        float[] sound = Render(Tones.Voice() with { Gate = gate }, 9 * step, Tones.Constant());

        for (int eighth = 0; eighth < 9; eighth++)
        {
            Assert.Equal(gate[eighth % 8], sound[(eighth * step) + (step / 2)], 1e-4);
        }

        // Half of the 10 ms into the second eighth the gain is half way from 1 to 0.
        Assert.Equal(.5, sound[step + 220], .01);
        Assert.Equal(0, sound[step + 442], 1e-4);
        Assert.All(sound.Skip(Settled).Zip(sound.Skip(Settled + 1)), pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, 1 / 441.0 + 1e-4));
    }

    [Theory]
    [InlineData(600)]
    [InlineData(2000)]
    [InlineData(6000)]
    public void RenderMono_ToneAtTheCutOff_IsThreeDecibelsDown(int hertz)
    {
        Loop tone = Tones.Sine(hertz);
        float[] open = Render(Tones.Voice(), 30000, tone);
        float[] cut = Render(Tones.Voice(lowpassHz: hertz), 30000, tone);

        // The open filter at 20 kHz takes less than .1 dB at 6 kHz.
        Assert.Equal(-3.01, Tones.Decibels(cut.AsSpan(8000)) - Tones.Decibels(open.AsSpan(8000)), .1);
    }

    [Fact]
    public void RenderMono_HigherPitchThanTheLoop_PlaysItFaster()
    {
        float[] sound = Render(Tones.Voice(pitch: 72), 20000, Tones.Sine(441, pitch: 60));
        float[] octave = Render(Tones.Voice(pitch: 60), 20000, Tones.Sine(882, pitch: 60));

        Assert.All(sound.Zip(octave), pair => Assert.Equal(pair.Second, pair.First, 1e-4));
    }

    [Fact]
    public void RenderMono_TwoLayers_AddWithTheirGains()
    {
        Voice voice = Tones.Voice() with { Layers = [new VoiceLayer("red", .6), new VoiceLayer("blue", .8)] };

        Assert.Equal(1.4, Render(voice, 3000, Tones.Constant("red"), Tones.Constant("blue"))[^1], 1e-5);
    }

    [Fact]
    public void RenderMono_StartInTheMiddle_ContinuesTheSamePulse()
    {
        Voice voice = Tones.Voice() with { Gate = [1, 0, 1, 0, 1, 0, 1, 0] };
        VoiceRenderer renderer = new([Tones.Constant()], Bar);

        float[] whole = renderer.RenderMono(voice, 30000);
        float[] later = renderer.RenderMono(voice, 10000, 20000);

        Assert.All(Enumerable.Range(Settled, 10000 - Settled), i => Assert.Equal(whole[20000 + i], later[i], 1e-5));
    }

    [Fact]
    public void RenderMono_RoleWithoutLoop_IsSilent() => Assert.All(Render(Tones.Voice("green"), 100, Tones.Constant("red")), sample => Assert.Equal(0, sample));

    [Theory]
    [InlineData(-1, 1, 0)]
    [InlineData(0, .70711, .70711)]
    [InlineData(1, 0, 1)]
    [InlineData(.5, .38268, .92388)]
    public void Render_Pan_HasEqualPower(double pan, double left, double right)
    {
        SoundBuffer sound = new VoiceRenderer([Tones.Constant()], Bar).Render(Tones.Voice() with { Pan = pan }, 2000);

        Assert.Equal(left, sound.Channel(0)[1999], 1e-4);
        Assert.Equal(right, sound.Channel(1)[1999], 1e-4);
    }
}
