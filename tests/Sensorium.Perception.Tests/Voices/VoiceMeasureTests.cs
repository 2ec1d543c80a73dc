namespace Sensorium.Perception.Tests;

/// <summary>Pitch, frames and statistics against closed forms.</summary>
public sealed class VoiceMeasureTests
{
    [Theory]
    [InlineData(80)]
    [InlineData(123.4)]
    [InlineData(220)]
    [InlineData(410)]
    [InlineData(600)]
    public void Hertz_Vowel_IsItsFundamental(double hertz)
    {
        VoiceFrames frames = VoiceFrames.Of(Voices.Vowel(1, hertz));
        float[] found = [.. frames.Hertz.Where(value => value > 0).Order()];

        Assert.True(found.Length > 80, $"{found.Length} of {frames.Count}");
        Assert.InRange(found[found.Length / 2], hertz * 0.99, hertz * 1.01);
    }

    [Fact]
    public void Hertz_WhiteNoise_IsMostlyUnvoiced()
    {
        VoiceFrames frames = VoiceFrames.Of(Voices.Noise(2, 0.1f));

        Assert.True(frames.Hertz.Count(value => value > 0) < 0.25 * frames.Count, $"{frames.Hertz.Count(value => value > 0)} of {frames.Count}");
    }

    [Fact]
    public void LogMel_Stream_EqualsTheWhole()
    {
        float[] sound = [.. Voices.Vowel(2, 130).Zip(Voices.Noise(2, 0.01f), (a, b) => a + b)];
        List<float> streamed = [];
        MelStream stream = new();
        foreach (float[] piece in sound.Chunk(777))
        {
            stream.Push(piece, streamed);
        }

        Assert.Equal(VoiceFrames.Of(sound).LogMel, streamed);
    }

    [Fact]
    public void Level_FullScaleSine_IsMinusThreeDecibels()
    {
        float[] sine = [.. Enumerable.Range(0, 16_000).Select(i => MathF.Sin(2 * MathF.PI * 1000 * i / 16_000))];
        VoiceFrames frames = VoiceFrames.Of(sine);

        Assert.Equal(-3.01, frames.Of(VoiceMeasure.Level)[50], 0.05);
    }

    [Fact]
    public void Statistics_LouderRecording_StayTheSame()
    {
        float[] sound = [.. Voices.Vowel(3, 180).Zip(Voices.Noise(3, 0.003f), (a, b) => a + b)];
        float[] quiet = VoiceStatistics.Of(VoiceFrames.Of(sound)), loud = VoiceStatistics.Of(VoiceFrames.Of([.. sound.Select(sample => sample * 2.5f)]));

        Assert.Equal(VoiceStatistics.Names.Count, quiet.Length);
        for (int i = 0; i < quiet.Length; i++)
        {
            Assert.True(Math.Abs(quiet[i] - loud[i]) < 0.02 + (0.02 * Math.Abs(quiet[i])), $"{VoiceStatistics.Names[i]}: {quiet[i]} and {loud[i]}");
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(512)]
    [InlineData(700)]
    public void Statistics_SilenceOrAlmostNothing_AreFinite(int samples)
    {
        float[] click = new float[samples];
        click[0] = 1;

        Assert.All(VoiceStatistics.Of(VoiceFrames.Of(new float[samples])), value => Assert.True(float.IsFinite(value)));
        Assert.All(VoiceStatistics.Of(VoiceFrames.Of(click)), value => Assert.True(float.IsFinite(value)));
    }

    [Fact]
    public void Names_All_AreDifferent() => Assert.Equal(VoiceStatistics.Names.Count, VoiceStatistics.Names.Distinct().Count());
}
