namespace Sensorium.Music.Tests.Synthesis;

public sealed class FluidSynthesizerTests : SynthesizerContract
{
    /// <summary>Rock organ: of FluidR3's instruments the one with the steadiest pitch, and recorded in mono, so that a pan moves all of it.</summary>
    protected override int Sustained => 18;

    protected override int Other => 11;

    [Fact]
    public void Render_ElevenProgrammesAndPercussion_AllSound()
    {
        using var synth = (FluidSynthesizer)Make();
        foreach (int program in new[] { 0, 11, 40, 41, 42, 45, 48, 52, 68, 73, 66 })
        {
            SoundBuffer sound = synth.Render(Scores.OfSeconds(Scores.Part(program, new Note(0, 1, 60, 90))), 44100, TestContext.Current.CancellationToken);
            Assert.True(Spectra.Rms(sound.Channel(0)) > 0.0005, $"programme {program}");
        }

        Part drums = Scores.Part(0, new Note(0, 1, 38, 100)) with { Bank = 128 };
        Assert.True(Spectra.Rms(synth.Render(Scores.OfSeconds(drums), 44100, TestContext.Current.CancellationToken).Channel(0)) > 0.0005);
    }

    [Fact]
    public void Render_WithReverb_RingsOnLongerThanWithout()
    {
        Score score = Scores.OfSeconds(Scores.Part(Sustained, new Note(0, 1, 60, 110)) with { Reverb = 1 });
        Assert.True(Tail(reverb: true) > 3 * Tail(reverb: false));

        double Tail(bool reverb)
        {
            using FluidSynthesizer synth = Open(new FluidSynthOptions { Reverb = reverb });
            return Spectra.Rms(synth.Render(score, 3 * 44100, TestContext.Current.CancellationToken).Channel(0).Slice(66150, 22050));
        }
    }

    [Theory]
    [InlineData(22050)]
    [InlineData(48000)]
    public void Render_AtAnotherRate_KeepsPitchAndTime(int rate)
    {
        using FluidSynthesizer synth = Open(new FluidSynthOptions { SampleRate = rate });
        SoundBuffer sound = synth.Render(Scores.OfSeconds(Scores.Part(Sustained, new Note(1, 4, 69, 100))), 5 * rate, TestContext.Current.CancellationToken);
        Assert.Equal(0, Spectra.Rms(sound.Channel(0)[..(rate - 64)]));
        Assert.InRange(1200 * Math.Log2(Spectra.PeakNear(sound.Channel(0)[(rate * 3 / 2)..], rate, 440) / 440), -3, 3);
    }

    [Fact]
    public void Constructor_OptionsOutOfRange_NamesThemAll()
    {
        var options = new FluidSynthOptions { SampleRate = 10, Gain = 0, ReverbRoom = 2 };
        ArgumentException error = Assert.Throws<ArgumentException>(() => new FluidSynthesizer("any.sf2", options));
        Assert.Contains(nameof(FluidSynthOptions.SampleRate), error.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(FluidSynthOptions.Gain), error.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(FluidSynthOptions.ReverbRoom), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FindVersion_WhereInstalled_IsTwoOrLater()
    {
        Assert.SkipWhen(FluidLibrary.FindVersion() is null, "FluidSynth's library is not installed.");
        Assert.True(Version.Parse(FluidLibrary.FindVersion()!).Major >= 2);
    }

    private protected override ISynthesizer Make() => Open(new FluidSynthOptions());

    internal static FluidSynthesizer Open(FluidSynthOptions options)
    {
        Assert.SkipWhen(FluidLibrary.FindVersion() is null, "FluidSynth's library is not installed.");
        string? font = SoundFontLocator.Find(null);
        Assert.SkipWhen(font is null, "No SoundFont is installed.");
        return new FluidSynthesizer(font!, options);
    }
}
