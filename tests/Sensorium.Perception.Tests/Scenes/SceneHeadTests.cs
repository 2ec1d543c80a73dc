namespace Sensorium.Perception.Tests;

public sealed class SceneHeadTests
{
    private static readonly SceneHead Head = new()
    {
        Mix = [2, 0, 0, 1, 0],
        Alpha = [.3, -.2],
        Intercept = .1,
        Spread = .3,
        Strangeness = .5,
        FamiliarMean = .4,
        FamiliarSd = .1,
    };

    [Fact]
    public void Estimate_TwoPhotographs_IsTheirWeightedLikeness()
    {
        // .1 + 2 (.3 x .5 - .2 x .1) + 1 (.3 x .9 - .2 x .2); familiarity (2 x .3 + 1 x .55) / 3.
        double[][] likeness = [[.5, .1], [1, 1], [1, 1], [.9, .2], [1, 1]];

        Estimate estimate = Head.Estimate(likeness);

        Assert.Equal(.59, estimate.Mean, 1e-12);
        Assert.Equal(.3 * Math.Exp(.5 * (.4 - (1.15 / 3)) / .1), estimate.Sd, 1e-12);
    }

    [Fact]
    public void Estimate_LikeNothing_IsTheInterceptWithTheWidestSpread()
    {
        double[][] likeness = [[0, 0], [0, 0], [0, 0], [0, 0], [0, 0]];

        Assert.Equal(new Estimate(.1, .3 * Math.Exp(.5 * 3)), Head.Estimate(likeness));
    }

    [Fact]
    public void EmotionsOf_MildEstimate_IsNamedAsFarOutAsRatingsAre()
    {
        SceneNaming naming = new(.1, 3, -.1, 2);
        Affect mild = new() { Valence = new Estimate(.32, .3), Arousal = new Estimate(.14, .25) };
        Affect stretched = new() { Valence = new Estimate(.76, .3), Arousal = new Estimate(.38, .25) };

        EmotionScores named = naming.EmotionsOf(mild);

        Assert.Equal(Emotion.Joy, named.Core);
        Assert.Equal(Circumplex.EmotionsOf(stretched)[Emotion.Joy] / Circumplex.EmotionsOf(stretched)[Emotion.Neutral], named[Emotion.Joy] / named[Emotion.Neutral], 1e-5);
    }

    [Theory]
    [InlineData(.08, -.54)]
    [InlineData(.13, -.62)]
    [InlineData(.30, -.40)]
    public void EmotionsOf_CalmPlaceThatIsNotUnpleasant_IsNotSadness(double valence, double arousal)
    {
        SceneNaming naming = new(.163, 2.23, -.148, 1.94);
        Affect calm = new() { Valence = new Estimate(valence, .36), Arousal = new Estimate(arousal, .25) };

        Assert.True(naming.EmotionsOf(calm)[Emotion.Sadness] < naming.EmotionsOf(calm)[Emotion.Neutral]);
        Assert.Equal(Emotion.Sadness, naming.EmotionsOf(calm with { Valence = new Estimate(-.3, .36) }).Core);
    }

    [Fact]
    public void EmotionsOf_UnpleasantPlace_IsHardlyContempt()
    {
        Affect contempt = new() { Valence = new Estimate(-.55, .1), Arousal = new Estimate(.20, .1) };

        Assert.NotEqual(Emotion.Contempt, new SceneNaming(0, 1, 0, 1).EmotionsOf(contempt).Core);
    }
}
