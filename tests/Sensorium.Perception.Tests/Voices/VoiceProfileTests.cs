using Sensorium.Inference;

namespace Sensorium.Perception.Tests;

/// <summary>What is known of a voice, and how much the shipped network makes of it.</summary>
public sealed class VoiceProfileTests
{
    private const int Statistic = 5;

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(100)]
    public void MeanOf_UtterancesOfOneValue_LiesBetweenThemAndTheUsualByTheirCount(int count)
    {
        // Speakers differ by a variance of 4, utterances of one by 9: the usual counts as 9 / 4 utterances.
        double mean = Profile(count, 10).MeanOf(Statistic, usual: 2, spread: Math.Sqrt(13), within: 3);

        Assert.Equal(((count * 10) + (2.25 * 2)) / (count + 2.25), mean, 1e-9);
    }

    [Fact]
    public void MeanOf_VoiceLikeTheUsual_IsTheUsual() => Assert.Equal(3, Profile(7, 3).MeanOf(Statistic, 3, 2, 1), 1e-9);

    [Fact]
    public void Calibrated_TheSameUtterancesTwice_ChangesLessThanOtherUtterances()
    {
        using InferenceSession network = Open();
        Pcg32 random = new(1);
        float[] utterance = Draw(random);
        float[][] known = [.. Enumerable.Range(0, 40).Select(_ => Draw(random))];
        float[] once = Ask(network, utterance, known), twice = Ask(network, utterance, [.. known, .. known]);
        float[] few = Ask(network, utterance, known[..1]);

        Assert.True(Distance(once, twice) < Distance(once, few), $"{Distance(once, twice)} {Distance(once, few)}");
        Assert.True(Distance(once, few) > 1e-3);
    }

    [Fact]
    public void Calibrated_ProfileInAnyOrder_SaysTheSame()
    {
        using InferenceSession network = Open();
        Pcg32 random = new(2);
        float[] utterance = Draw(random);
        float[][] known = [.. Enumerable.Range(0, 9).Select(_ => Draw(random))];

        Assert.True(Distance(Ask(network, utterance, known), Ask(network, utterance, [.. known.Reverse()])) < 1e-3);
    }

    [Fact]
    public void Calibrated_ProfileFarFromAnyVoice_StaysFinite()
    {
        using InferenceSession network = Open();
        float[] huge = [.. Enumerable.Repeat(1e20f, VoiceStatistics.Names.Count)], nought = new float[VoiceStatistics.Names.Count];

        Assert.All(Ask(network, nought, [huge, nought]), logit => Assert.True(float.IsFinite(logit)));
        Assert.All(Ask(network, huge, [nought, nought, nought]), logit => Assert.True(float.IsFinite(logit)));
    }

    private static VoiceProfile Profile(int count, float value) => new([.. Enumerable.Range(0, count).Select(_ => Filled(value))]);

    private static float[] Filled(float value) => [.. Enumerable.Repeat(value, VoiceStatistics.Names.Count)];

    private static float[] Draw(Pcg32 random) => [.. Enumerable.Range(0, VoiceStatistics.Names.Count).Select(_ => (float)random.NextGaussian())];

    private static float[] Ask(InferenceSession network, float[] utterance, float[][] known) =>
        network.Run([Tensor.Of(utterance, 1, utterance.Length), new VoiceProfile(known).Values])[0].Values<float>().ToArray();

    private static double Distance(float[] a, float[] b) => a.Zip(b, (x, y) => Math.Abs((double)x - y)).Max();

    private static InferenceSession Open()
    {
        try
        {
            return InferenceSession.Open(Voices.Folder("voice-emotion").FilePath("calibrated.onnx"));
        }
        catch (MissingComponentException exception)
        {
            Assert.Skip(exception.Text.English);
            throw;
        }
    }
}
