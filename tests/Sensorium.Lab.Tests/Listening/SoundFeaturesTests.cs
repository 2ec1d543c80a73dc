namespace Sensorium.Lab.Listening.Tests;

public sealed class SoundFeaturesTests
{
    private const int Rate = 44100;
    private const int PitchFeature = 41;

    [Theory]
    [InlineData(110)]
    [InlineData(261.63)]
    [InlineData(880)]
    public void Of_HarmonicTone_FindsItsPitch(double hertz)
    {
        double[] features = new SoundFeatures(Rate).Of(Tone(hertz, _ => .1));

        Assert.Equal(Math.Log2(hertz), features[PitchFeature], .02);
    }

    [Fact]
    public void Of_TenTimesTheAmplitude_IsTwentyDecibelsLouderAndElseTheSame()
    {
        double[] soft = new SoundFeatures(Rate).Of(Tone(220, _ => .05));
        double[] loud = new SoundFeatures(Rate).Of(Tone(220, _ => .5));

        Assert.Equal(20, loud[0] - soft[0], .01);
        for (int i = 1; i < soft.Length; i++)
        {
            Assert.Equal(soft[i], loud[i], .2);
        }
    }

    [Fact]
    public void Of_SoundMovedFromLeftToRight_IsTheSame()
    {
        SoundBuffer left = Tone(330, _ => .2);
        SoundBuffer right = new(Rate, 2, left.Length);
        left.Channel(0).CopyTo(right.Channel(1));
        left.Channel(1).CopyTo(right.Channel(0));

        Assert.Equal(new SoundFeatures(Rate).Of(left), new SoundFeatures(Rate).Of(right));
    }

    [Fact]
    public void Of_Tremolo_ShowsInItsBandOfRates()
    {
        double[] features = new SoundFeatures(Rate).Of(Tone(440, time => .1 * (1 - (.4 * (.5 - (.5 * Math.Cos(2 * Math.PI * 6 * time)))))));
        int first = SoundFeatures.Count - (4 * ModulationSpectrum.BandCount);
        double[] all = features[first..(first + ModulationSpectrum.BandCount)];

        Assert.Equal(4, Array.IndexOf(all, all.Max()));
        Assert.Equal(SoundFeatures.Count, features.Length);
    }

    [Fact]
    public void Of_Silence_IsFinite() =>
        Assert.All(new SoundFeatures(Rate).Of(new SoundBuffer(Rate, 2, 2 * Rate)), value => Assert.True(double.IsFinite(value)));

    [Fact]
    public void Pink_Noise_HasItsLevelAndEqualPowerInOctaves()
    {
        float[] noise = RoomNoise.Pink(1 << 17, -40, new Pcg32(5));
        double power = noise.Average(sample => (double)sample * sample);
        SoundBuffer sound = new(Rate, 1, noise.Length);
        noise.CopyTo(sound.Channel(0));

        Assert.Equal(-40, 10 * Math.Log10(power), .01);
        Assert.Equal(0, 10 * Math.Log10(Octave(sound, 250) / Octave(sound, 2000)), 1.0);
    }

    private static double Octave(SoundBuffer sound, double hertz)
    {
        PowerFrames frames = new(4096, 4096);
        float[] power = new float[frames.Bins];
        double sum = 0;
        for (int i = 0; i < frames.Count(sound); i++)
        {
            frames.Read(sound, i, power);
            sum += power[(int)(hertz * 4096 / Rate)..(int)(2 * hertz * 4096 / Rate)].Sum();
        }

        return sum;
    }

    private static SoundBuffer Tone(double hertz, Func<double, double> amplitude)
    {
        SoundBuffer sound = new(Rate, 2, 2 * Rate);
        for (int i = 0; i < sound.Length; i++)
        {
            double time = (double)i / Rate;
            double sample = 0;
            for (int h = 1; h <= 6; h++)
            {
                sample += amplitude(time) * Math.Sin(2 * Math.PI * hertz * h * time) / h;
            }

            sound.Channel(0)[i] = (float)sample;
            sound.Channel(1)[i] = (float)(sample / 2);
        }

        return sound;
    }
}
