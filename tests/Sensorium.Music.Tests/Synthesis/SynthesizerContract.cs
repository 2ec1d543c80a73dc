namespace Sensorium.Music.Tests.Synthesis;

/// <summary>What every <see cref="ISynthesizer"/> promises; one class derives from this for each implementation.</summary>
public abstract class SynthesizerContract
{
    private const int Rate = 44100;

    /// <summary>A programme that sounds for as long as its note is held, without vibrato.</summary>
    protected abstract int Sustained { get; }

    /// <summary>Another programme.</summary>
    protected abstract int Other { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Render_BeforeTheFirstNote_IsSilent()
    {
        using ISynthesizer synth = Make();
        SoundBuffer sound = synth.Render(Scores.OfSeconds(Scores.Part(Sustained, new Note(1, 1, 60, 100))), 3 * Rate, Token);
        Assert.Equal(3 * Rate, sound.Length);
        Assert.Equal(2, sound.ChannelCount);
        Assert.Equal(Rate, sound.SampleRate);
        Assert.Equal(synth.SampleRate, sound.SampleRate);

        // A block of 64 frames may start up to half a block early.
        Assert.All(sound.Channel(0)[..(Rate - 64)].ToArray(), x => Assert.Equal(0, x));
        Assert.True(Spectra.Rms(sound.Channel(0).Slice(Rate + 2000, Rate / 2)) > 0.001);
    }

    [Fact]
    public void Render_EmptyScoreOrNoFrames_IsSilent()
    {
        using ISynthesizer synth = Make();
        Assert.All(synth.Render(Scores.OfSeconds(), 1000, Token).Channel(0).ToArray(), x => Assert.Equal(0, x));
        Assert.Equal(0, synth.Render(Scores.OfSeconds(Scores.Part(Sustained, new Note(0, 1, 60, 100))), 0, Token).Length);
    }

    [Fact]
    public void Render_SameScoreAfterOthersAndInAnotherInstance_GivesTheSameSamples()
    {
        Score score = Scores.OfSeconds(
            Scores.Part(Sustained, new Note(0, 0.6, 60, 90), new Note(0.3, 1, 67, 110)) with { Reverb = 0.8, Pan = -0.4 },
            Scores.Part(Other, new Note(0.1, 0.4, 72, 80), new Note(0.8, 0.2, 76, 60)) with { Reverb = 0.5 });
        Score another = Scores.OfSeconds(Scores.Part(Other, new Note(0, 5, 50, 127)) with { Reverb = 1 });
        using ISynthesizer synth = Make();
        SoundBuffer first = synth.Render(score, 70001, Token);
        SoundBuffer second = synth.Render(score, 70001, Token);
        synth.Render(another, 12345, Token);
        SoundBuffer third = synth.Render(score, 70001, Token);
        using ISynthesizer fresh = Make();
        SoundBuffer fourth = fresh.Render(score, 70001, Token);
        foreach (SoundBuffer again in new[] { second, third, fourth })
        {
            Assert.True(first.Channel(0).SequenceEqual(again.Channel(0)));
            Assert.True(first.Channel(1).SequenceEqual(again.Channel(1)));
        }
    }

    [Fact]
    public void Render_ShorterOrLonger_BeginsWithTheSameSamples()
    {
        Score score = Scores.OfSeconds(Scores.Part(Sustained, new Note(0, 0.5, 60, 90)) with { Reverb = 0.5 });
        using ISynthesizer synth = Make();
        SoundBuffer shorter = synth.Render(score, 20011, Token);
        SoundBuffer longer = synth.Render(score, 40000, Token);
        Assert.True(shorter.Channel(0).SequenceEqual(longer.Channel(0)[..20011]));
    }

    [Theory]
    [InlineData(57)]
    [InlineData(69)]
    [InlineData(76)]
    public void Render_SustainedNote_HasItsPitchWithin3Cents(int pitch)
    {
        using ISynthesizer synth = Make();
        SoundBuffer sound = synth.Render(Scores.OfSeconds(Scores.Part(Sustained, new Note(0, 3, pitch, 100))), 3 * Rate, Token);
        double expected = 440 * Math.Pow(2, (pitch - 69) / 12.0);
        double heard = Spectra.PeakNear(sound.Channel(0)[Rate..], Rate, expected);
        Assert.InRange(1200 * Math.Log2(heard / expected), -3, 3);
    }

    [Fact]
    public void Render_Panned_MovesTheEnergy()
    {
        using ISynthesizer synth = Make();
        double left = Balance(-1), middle = Balance(0), right = Balance(1);
        Assert.True(left > 12, $"left {left} dB");
        Assert.InRange(middle, -1.5, 1.5);
        Assert.True(right < -12, $"right {right} dB");

        double Balance(double pan)
        {
            SoundBuffer sound = synth.Render(Scores.OfSeconds(Scores.Part(Sustained, new Note(0, 1, 69, 100)) with { Pan = pan }), Rate, Token);
            return 20 * Math.Log10((Spectra.Rms(sound.Channel(0)) + 1e-9) / (Spectra.Rms(sound.Channel(1)) + 1e-9));
        }
    }

    [Fact]
    public void Render_PanMoves_LaterNotesSoundFromThere()
    {
        using ISynthesizer synth = Make();
        Part part = Scores.Part(Sustained, new Note(0, 0.8, 69, 100), new Note(2, 0.8, 69, 100)) with { Pan = -1, PanMoves = [new PanMove(2, 1)] };
        SoundBuffer sound = synth.Render(Scores.OfSeconds(part), 3 * Rate, Token);
        Assert.True(Balance(0) > 12, $"first note {Balance(0)} dB");
        Assert.True(Balance(2 * Rate) < -12, $"second note {Balance(2 * Rate)} dB");

        double Balance(int start) => 20 * Math.Log10(
            (Spectra.Rms(sound.Channel(0).Slice(start, Rate / 2)) + 1e-9) / (Spectra.Rms(sound.Channel(1).Slice(start, Rate / 2)) + 1e-9));
    }

    [Fact]
    public void Render_MoreVelocityOrVolume_IsLouder()
    {
        using ISynthesizer synth = Make();
        Assert.True(Level(40, 0.8) < Level(80, 0.8));
        Assert.True(Level(80, 0.8) < Level(120, 0.8));
        Assert.True(Level(80, 0.3) < Level(80, 0.6));
        Assert.InRange(Level(80, 0), 0, 1e-5);

        double Level(int velocity, double volume) => Spectra.Rms(synth.Render(
            Scores.OfSeconds(Scores.Part(Sustained, new Note(0, 1, 69, velocity)) with { Volume = volume }), Rate, Token).Channel(0));
    }

    [Fact]
    public void Render_AfterTheLastNote_Decays()
    {
        using ISynthesizer synth = Make();
        Score score = Scores.OfSeconds(Scores.Part(Sustained, [.. Enumerable.Range(0, 40).Select(i => new Note(i * 0.025, 0.025, 50 + (i * 7 % 30), 100))]));
        SoundBuffer sound = synth.Render(score, 5 * Rate, Token);
        Assert.True(Spectra.Rms(sound.Channel(0)[..Rate]) > 0.001);
        Assert.True(Spectra.Rms(sound.Channel(0)[(4 * Rate)..]) < 1e-5);
    }

    [Fact]
    public void Render_RepeatedKey_SoundsAgain()
    {
        using ISynthesizer synth = Make();
        SoundBuffer sound = synth.Render(Scores.OfSeconds(Scores.Part(Sustained, new Note(0, 1, 60, 100), new Note(1, 1, 60, 100))), 2 * Rate, Token);
        double first = Spectra.Rms(sound.Channel(0).Slice(Rate / 2, Rate / 4));
        double second = Spectra.Rms(sound.Channel(0).Slice(Rate * 3 / 2, Rate / 4));
        Assert.InRange(second / first, 0.7, 1.4);
    }

    [Fact]
    public void Render_Cancelled_StopsAndTheNextRenderingIsWhole()
    {
        using ISynthesizer synth = Make();
        Score score = Scores.OfSeconds(Scores.Part(Sustained, new Note(0, 1, 60, 100)));
        SoundBuffer before = synth.Render(score, Rate, Token);
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => synth.Render(score, Rate, source.Token));
        Assert.True(before.Channel(0).SequenceEqual(synth.Render(score, Rate, Token).Channel(0)));
    }

    [Fact]
    public void Render_UnknownInstrument_SaysWhichOne()
    {
        using ISynthesizer synth = Make();
        UnsupportedInputException error = Assert.Throws<UnsupportedInputException>(
            () => synth.Render(Scores.OfSeconds(Scores.Part(3, new Note(0, 1, 60, 100)) with { Bank = 77 }), 100, Token));
        Assert.Contains("bank 77", error.Text.English, StringComparison.Ordinal);
        Assert.Contains("77번 뱅크", error.Text.Korean, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 1, 128, 100)]
    [InlineData(0, 1, 60, 0)]
    [InlineData(-1, 1, 60, 100)]
    [InlineData(0, 0, 60, 100)]
    [InlineData(double.NaN, 1, 60, 100)]
    public void Render_NoteOutOfRange_IsRefused(double start, double length, int pitch, int velocity)
    {
        using ISynthesizer synth = Make();
        Assert.ThrowsAny<ArgumentException>(() => synth.Render(Scores.OfSeconds(Scores.Part(Sustained, new Note(start, length, pitch, velocity))), 100, Token));
    }

    /// <summary>Makes the synthesizer at 44.1 kHz, or skips the test with a reason.</summary>
    private protected abstract ISynthesizer Make();
}
