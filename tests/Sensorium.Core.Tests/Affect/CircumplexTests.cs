using FsCheck;
using FsCheck.Fluent;

namespace Sensorium.Core.Tests;

public sealed class CircumplexTests
{
    private static readonly Arbitrary<EmotionScores> AnyScores =
        Gen.Choose(0, 1000).ArrayOf(EmotionScores.Count).Where(weights => weights.Any(weight => weight > 0)).Select(weights => EmotionScores.FromWeights([.. weights.Select(weight => (double)weight)])).ToArbitrary();

    // Russell and Mehrabian 1977, table of 151 terms: joyful, sad, angry, surprised, fearful, disgusted.
    [Theory]
    [InlineData(Emotion.Joy, 0.76, 0.48)]
    [InlineData(Emotion.Sadness, -0.63, -0.27)]
    [InlineData(Emotion.Anger, -0.51, 0.59)]
    [InlineData(Emotion.Surprise, 0.40, 0.67)]
    [InlineData(Emotion.Fear, -0.64, 0.60)]
    [InlineData(Emotion.Disgust, -0.60, 0.35)]
    [InlineData(Emotion.Neutral, 0, 0)]
    public void PlaceOf_EachEmotion_IsAsPublished(Emotion emotion, double valence, double arousal) =>
        Assert.Equal((valence, arousal), Circumplex.PlaceOf(emotion));

    [Fact]
    public void PlaceOf_Contempt_LiesBetweenAngerAndDisgustInValenceAndIsCalmer()
    {
        (double valence, double arousal) = Circumplex.PlaceOf(Emotion.Contempt);

        Assert.InRange(valence, Circumplex.PlaceOf(Emotion.Disgust).Valence, Circumplex.PlaceOf(Emotion.Anger).Valence);
        Assert.True(arousal < Circumplex.PlaceOf(Emotion.Disgust).Arousal);
    }

    [Fact]
    public void AffectOf_OneEmotion_IsItsPlaceAndComesBack()
    {
        foreach (Emotion emotion in Enum.GetValues<Emotion>())
        {
            Affect affect = Circumplex.AffectOf(Only(emotion));

            (double valence, double arousal) = Circumplex.PlaceOf(emotion);
            Assert.Equal(valence, affect.Valence.Mean, 1e-12);
            Assert.Equal(arousal, affect.Arousal.Mean, 1e-12);
            Assert.Equal(Circumplex.SpreadWithin, affect.Valence.Sd, 1e-9);
            Assert.Equal(Circumplex.SpreadWithin, affect.Arousal.Sd, 1e-9);
            Assert.Equal(emotion, Circumplex.EmotionsOf(affect).Core);
            Assert.Null(affect.Dominance);
            Assert.Null(affect.Warmth);
        }
    }

    [Fact]
    public void AffectOf_Any_IsTheMeanWithTheSpreadOfTheMixture() => Prop.ForAll(AnyScores, scores =>
    {
        double mean = Enum.GetValues<Emotion>().Sum(emotion => scores[emotion] * Circumplex.PlaceOf(emotion).Valence);
        double between = Enum.GetValues<Emotion>().Sum(emotion => scores[emotion] * Math.Pow(Circumplex.PlaceOf(emotion).Valence - mean, 2));
        Affect affect = Circumplex.AffectOf(scores);
        Assert.Equal(mean, affect.Valence.Mean, 1e-9);
        Assert.Equal(Math.Sqrt(between + (Circumplex.SpreadWithin * Circumplex.SpreadWithin)), affect.Valence.Sd, 1e-9);
        Assert.InRange(affect.Valence.Mean, -1, 1);
        Assert.InRange(affect.Arousal.Mean, -1, 1);
        Assert.True(affect.Arousal.Sd >= Circumplex.SpreadWithin - 1e-12);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void AffectOf_JoyMixedWithMoreAndMoreSadness_SpreadsUntilHalf()
    {
        double last = 0;
        for (int percent = 0; percent <= 50; percent += 5)
        {
            double sd = Circumplex.AffectOf(EmotionScores.FromWeights([100 - percent, percent, 0, 0, 0, 0, 0, 0])).Valence.Sd;
            Assert.True(sd > last, $"{percent} %: {sd}");
            last = sd;
        }
    }

    [Fact]
    public void EmotionsOf_WideAndWiderPlace_SaysLessAndLess()
    {
        double last = 1;
        for (double sd = 0; sd < 2; sd += 0.25)
        {
            EmotionScores scores = Circumplex.EmotionsOf(new Affect { Valence = new(0.76, sd), Arousal = new(0.48, sd) });
            Assert.Equal(Emotion.Joy, scores.Core);
            Assert.True(scores.Intensity < last);
            last = scores.Intensity;
        }
    }

    [Fact]
    public void EmotionsOf_AnyPlace_AddUpToOneAndNameTheNearest()
    {
        Gen<Affect> places = Gen.Choose(-100, 100).Two().Select(n => new Affect { Valence = new(n.Item1 / 100.0, 0.2), Arousal = new(n.Item2 / 100.0, 0.2) });

        Prop.ForAll(places.ToArbitrary(), affect =>
        {
            EmotionScores scores = Circumplex.EmotionsOf(affect);
            Assert.Equal(1, Enum.GetValues<Emotion>().Sum(emotion => scores[emotion]), 1e-9);
            double nearest = Enum.GetValues<Emotion>().Min(emotion => Distance(affect, emotion));
            Assert.Equal(nearest, Distance(affect, scores.Core), 1e-6);
        }).QuickCheckThrowOnFailure();
    }

    private static double Distance(Affect affect, Emotion emotion)
    {
        (double valence, double arousal) = Circumplex.PlaceOf(emotion);
        return Math.Sqrt(Math.Pow(affect.Valence.Mean - valence, 2) + Math.Pow(affect.Arousal.Mean - arousal, 2));
    }

    private static EmotionScores Only(Emotion emotion)
    {
        double[] weights = new double[EmotionScores.Count];
        weights[(int)emotion] = 1;
        return EmotionScores.FromWeights(weights);
    }
}
