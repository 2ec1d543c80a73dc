using FsCheck;
using FsCheck.Fluent;

namespace Sensorium.Core.Tests;

public sealed class EmotionScoresTests
{
    private static readonly Arbitrary<double[]> Weights =
        Gen.Choose(0, 1000).ArrayOf(EmotionScores.Count).Where(weights => weights.Any(weight => weight > 0)).Select(weights => weights.Select(weight => weight / 37.0).ToArray()).ToArbitrary();

    private static readonly Arbitrary<float[]> Logits = Gen.Choose(-4000, 4000).ArrayOf(EmotionScores.Count).Select(n => n.Select(value => value / 100f).ToArray()).ToArbitrary();

    [Fact]
    public void Default_ReadsAsAnEighthForEach()
    {
        EmotionScores scores = default;

        Assert.All(Enum.GetValues<Emotion>(), emotion => Assert.Equal(0.125, scores[emotion]));
        Assert.Equal(0, scores.Intensity);
        Assert.Equal(Emotion.Joy, scores.Core);
        Assert.Equal(EmotionScores.FromWeights([3, 3, 3, 3, 3, 3, 3, 3]), scores);
    }

    [Fact]
    public void FromWeights_Any_AreTheWeightsOverTheirSum() => Prop.ForAll(Weights, weights =>
    {
        EmotionScores scores = EmotionScores.FromWeights(weights);
        double sum = 0;
        foreach (Emotion emotion in Enum.GetValues<Emotion>())
        {
            Assert.Equal(weights[(int)emotion] / weights.Sum(), scores[emotion], 1e-12);
            Assert.InRange(scores[emotion], 0, 1);
            sum += scores[emotion];
        }

        Assert.Equal(1, sum, 1e-12);
        Assert.Equal(weights.Max(), weights[(int)scores.Core]);
        Assert.Equal(Array.IndexOf(weights, weights.Max()), (int)scores.Core);
        Assert.InRange(scores.Intensity, 0, 1);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void FromLogits_Any_KeepsTheirOrderAndTheirDifferences() => Prop.ForAll(Logits, logits =>
    {
        EmotionScores scores = EmotionScores.FromLogits(logits);
        Assert.Equal(1, Enum.GetValues<Emotion>().Sum(emotion => scores[emotion]), 1e-12);
        Assert.Equal(logits.Max(), logits[(int)scores.Core]);
        for (int i = 0; i < logits.Length; i++)
        {
            double expected = Math.Exp((double)logits[i] - logits.Max()) / logits.Sum(logit => Math.Exp((double)logit - logits.Max()));
            Assert.Equal(expected, scores[(Emotion)i], 1e-12);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void FromLogits_Shifted_AreTheSame()
    {
        EmotionScores scores = EmotionScores.FromLogits([1, 2, 3, 4, 5, 6, 7, 8]);

        Assert.Equal(scores, EmotionScores.FromLogits([501, 502, 503, 504, 505, 506, 507, 508]));
        Assert.Equal(scores.GetHashCode(), EmotionScores.FromLogits([501, 502, 503, 504, 505, 506, 507, 508]).GetHashCode());
    }

    [Theory]
    [InlineData(Emotion.Joy)]
    [InlineData(Emotion.Contempt)]
    [InlineData(Emotion.Neutral)]
    public void Intensity_OneEmotionAlone_IsOne(Emotion emotion)
    {
        double[] weights = new double[EmotionScores.Count];
        weights[(int)emotion] = 0.3;

        EmotionScores scores = EmotionScores.FromWeights(weights);

        Assert.Equal(emotion, scores.Core);
        Assert.Equal(1, scores.Intensity, 1e-12);
        Assert.Equal(1, scores[emotion]);
    }

    [Fact]
    public void Intensity_HalfJoyAndTheRestEven_IsHowFarJoyStandsOut() =>
        Assert.Equal((0.5 - 0.125) / 0.875, EmotionScores.FromWeights([7, 1, 1, 1, 1, 1, 1, 1]).Intensity, 1e-12);

    [Fact]
    public void CopyTo_EightPlaces_ReceiveTheSharesInOrder()
    {
        double[] shares = new double[EmotionScores.Count];

        EmotionScores.FromWeights([0, 1, 2, 3, 4, 5, 6, 7]).CopyTo(shares);

        for (int i = 0; i < shares.Length; i++)
        {
            Assert.Equal(i / 28.0, shares[i], 1e-12);
        }
    }

    [Fact]
    public void FromWeights_ImpossibleOnes_Throw()
    {
        Assert.Throws<ArgumentException>(() => EmotionScores.FromWeights([1, 2, 3]));
        Assert.Throws<ArgumentException>(() => EmotionScores.FromWeights([0, 0, 0, 0, 0, 0, 0, 0]));
        Assert.Throws<ArgumentException>(() => EmotionScores.FromWeights([1, 1, 1, 1, 1, 1, 1, -0.1]));
        Assert.Throws<ArgumentException>(() => EmotionScores.FromWeights([1, 1, 1, 1, 1, 1, 1, double.NaN]));
        Assert.Throws<ArgumentException>(() => EmotionScores.FromLogits([1, 2]));
        Assert.Throws<ArgumentException>(() => EmotionScores.FromLogits([1, 2, 3, 4, 5, 6, 7, float.NaN]));
        Assert.Throws<ArgumentException>(() => EmotionScores.FromLogits([1, 2, 3, 4, 5, 6, 7, float.PositiveInfinity]));
    }
}
