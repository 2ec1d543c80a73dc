namespace Sensorium.Music.Tests.Synthesis;

public sealed class SampleSynthesizerTests : SynthesizerContract
{
    protected override int Sustained => 16;

    protected override int Other => 5;

    [Fact]
    public void Render_LoopShorterThanTheNote_HasNoSeam()
    {
        // 63 frames of a recording hold one period exactly: the loop's continuation is the same sine, so nothing but the sine may sound.
        using ISynthesizer synth = Make();
        SoundBuffer sound = synth.Render(Scores.OfSeconds(Scores.Part(Sustained, new Note(0, 3, 74, 127)) with { Volume = 1 }), 2 * 44100, TestContext.Current.CancellationToken);
        double hertz = 440 * Math.Pow(2, 5 / 12.0);
        Assert.True(NoiseBelowTone(sound.Channel(0).Slice(10000, 44100), hertz) < -75);
    }

    [Fact]
    public void Render_TransposedUp_HasNoAliases()
    {
        // A tone of 9 kHz two octaves up would lie at 36 kHz; without the lowered cut-off it would fold to 8.1 kHz.
        var sound = new SoundBuffer(44100, 1, 44100);
        for (int n = 0; n < sound.Length; n++)
        {
            sound.Channel(0)[n] = (float)Math.Sin(2 * Math.PI * 9000 * n / 44100);
        }

        using var synth = new SampleSynthesizer([new SampleInstrument { Program = 0, Recordings = [new SampleRecording { Sound = sound, RootPitch = 60 }] }]);
        SoundBuffer there = synth.Render(Scores.OfSeconds(Scores.Part(0, new Note(0, 1, 60, 127))), 8000, TestContext.Current.CancellationToken);
        SoundBuffer above = synth.Render(Scores.OfSeconds(Scores.Part(0, new Note(0, 1, 84, 127))), 8000, TestContext.Current.CancellationToken);
        double ratio = Spectra.Rms(above.Channel(0).Slice(1000, 6000)) / Spectra.Rms(there.Channel(0).Slice(1000, 6000));
        Assert.True(20 * Math.Log10(ratio) < -75, $"{20 * Math.Log10(ratio)} dB");
    }

    [Fact]
    public void Render_RecordingAtItsRoot_IsTheRecording()
    {
        var sound = new SoundBuffer(44100, 2, 5000);
        var random = new Pcg32(3);
        for (int n = 0; n < sound.Length; n++)
        {
            sound.Channel(0)[n] = (float)(random.NextDouble() - 0.5);
            sound.Channel(1)[n] = (float)(random.NextDouble() - 0.5);
        }

        var instrument = new SampleInstrument { Program = 0, AttackSeconds = 0, Recordings = [new SampleRecording { Sound = sound, RootPitch = 60 }] };
        using var synth = new SampleSynthesizer([instrument], 44100, Math.Sqrt(2));
        SoundBuffer played = synth.Render(Scores.OfSeconds(Scores.Part(0, new Note(0.5, 1, 60, 127)) with { Volume = 1 }), 40000, TestContext.Current.CancellationToken);
        for (int c = 0; c < 2; c++)
        {
            for (int n = 0; n < sound.Length; n++)
            {
                Assert.Equal(sound.Channel(c)[n], played.Channel(c)[22050 + n], 1e-5f);
            }
        }

        Assert.Equal(0, Spectra.Rms(played.Channel(0)[(22050 + 5200)..]));
    }

    [Fact]
    public void Render_SeveralRecordings_TheNearestRootPlays()
    {
        SampleRecording Constant(float value, double root)
        {
            var sound = new SoundBuffer(44100, 1, 1000);
            sound.Channel(0).Fill(value);
            return new SampleRecording { Sound = sound, RootPitch = root, LoopStart = 0 };
        }

        var instrument = new SampleInstrument { Program = 0, Recordings = [Constant(0.25f, 48), Constant(0.5f, 60), Constant(1, 72)] };
        using var synth = new SampleSynthesizer([instrument]);
        float Level(int pitch) => synth.Render(Scores.OfSeconds(Scores.Part(0, new Note(0, 1, pitch, 127))), 20000, TestContext.Current.CancellationToken).Channel(0)[15000];
        Assert.Equal(2, Level(59) / Level(50), 0.001);
        Assert.Equal(2, Level(80) / Level(62), 0.001);
    }

    [Theory]
    [InlineData(-1, 10)]
    [InlineData(10, 10)]
    [InlineData(0, 1001)]
    public void Constructor_LoopOutsideTheRecording_IsRefused(int start, int end)
    {
        var recording = new SampleRecording { Sound = new SoundBuffer(44100, 1, 1000), RootPitch = 60, LoopStart = start, LoopEnd = end };
        Assert.Throws<ArgumentException>(() => new SampleSynthesizer([new SampleInstrument { Program = 0, Recordings = [recording] }]));
    }

    private protected override ISynthesizer Make()
    {
        // One period of 700 Hz in 63 frames, so that its loop is seamless; its pitch lies between two keys.
        var sine = new SoundBuffer(44100, 1, 630);
        for (int n = 0; n < sine.Length; n++)
        {
            sine.Channel(0)[n] = (float)Math.Sin(2 * Math.PI * n / 63);
        }

        double root = 69 + (12 * Math.Log2(700 / 440.0));
        var sustained = new SampleInstrument { Program = 16, Recordings = [new SampleRecording { Sound = sine, RootPitch = root, LoopStart = 63, LoopEnd = 126 }] };
        var other = new SampleInstrument { Program = 5, Recordings = [new SampleRecording { Sound = sine, RootPitch = root }] };
        return new SampleSynthesizer([sustained, other]);
    }

    /// <summary>Power of everything but a sine, against the sine's, in dB.</summary>
    private static double NoiseBelowTone(ReadOnlySpan<float> samples, double hertz)
    {
        double sine = 0, cosine = 0, total = 0;
        double weights = 0;
        for (int n = 0; n < samples.Length; n++)
        {
            double window = 0.5 - (0.5 * Math.Cos(2 * Math.PI * n / samples.Length));
            (double s, double c) = Math.SinCos(2 * Math.PI * hertz * n / 44100);
            sine += window * samples[n] * s;
            cosine += window * samples[n] * c;
            weights += window;
        }

        (sine, cosine) = (2 * sine / weights, 2 * cosine / weights);
        double rest = 0;
        for (int n = 0; n < samples.Length; n++)
        {
            (double s, double c) = Math.SinCos(2 * Math.PI * hertz * n / 44100);
            double model = (sine * s) + (cosine * c);
            rest += (samples[n] - model) * (samples[n] - model);
            total += model * model;
        }

        return 10 * Math.Log10(rest / total);
    }
}
