namespace Sensorium.Lab.Listening.Tests;

public sealed class ClassificationTests
{
    [Fact]
    public void Run_ClassesFarApart_AreAllNamed()
    {
        ClassificationResult result = Run(distance: 6);

        Assert.Equal(1, result.Accuracy);
        Assert.Equal((1, 1), result.Interval);
        Assert.All(Enumerable.Range(0, 8), c => Assert.Equal(result.TestSounds / 8, result.Confusion[c][c]));
    }

    [Fact]
    public void Run_ClassesThatDoNotDiffer_AreGuessed()
    {
        ClassificationResult result = Run(distance: 0);

        Assert.InRange(result.Accuracy, .04, .22);
        Assert.True(result.Interval.Lowest <= result.Accuracy && result.Accuracy <= result.Interval.Highest);
        Assert.Equal(.125, result.Chance);
    }

    [Fact]
    public void Classify_XorOfTwoFeatures_IsLearned()
    {
        Pcg32 random = new(2);
        double[][] examples = [.. Enumerable.Range(0, 200).Select(_ => new[] { random.NextGaussian(), random.NextGaussian() })];
        KernelClassifier classifier = new(examples, [.. examples.Select(Label)], 2);
        double[][] others = [.. Enumerable.Range(0, 200).Select(_ => new[] { random.NextGaussian(), random.NextGaussian() })];

        Assert.True(others.Count(example => classifier.Classify(example) == Label(example)) > 170);

        static int Label(double[] example) => example[0] * example[1] > 0 ? 1 : 0;
    }

    [Fact]
    public void Apply_SoundsOfOneClass_HaveUnitVarianceInEveryFeature()
    {
        double[] deviations = [3, .1, 40];
        HeardSound[] sounds = Sounds(random => [.. deviations.Select(deviation => deviation * random.NextGaussian())]);
        Whitening whitening = new(sounds);

        foreach (IGrouping<int, HeardSound> group in sounds.GroupBy(sound => sound.Class))
        {
            double[][] white = [.. group.Select(sound => whitening.Apply(sound.Features))];
            for (int f = 0; f < deviations.Length; f++)
            {
                double mean = white.Average(row => row[f]);
                Assert.InRange(white.Average(row => (row[f] - mean) * (row[f] - mean)), .9, 1.1);
            }
        }
    }

    /// <summary>Of ten features that say the same, all together count little more than one.</summary>
    [Fact]
    public void Apply_FeaturesThatSayTheSame_DoNotCountTwice()
    {
        HeardSound[] sounds = Sounds(random =>
        {
            double shared = random.NextGaussian();
            return [.. Enumerable.Repeat(shared, 10)];
        });
        double[] white = new Whitening(sounds).Apply([.. Enumerable.Repeat(1.0, 10)]);

        Assert.InRange(white.Sum(value => value * value), 1, 1.3);
    }

    private static HeardSound[] Sounds(Func<Pcg32, double[]> rest)
    {
        Pcg32 random = new(3);
        return [.. Enumerable.Range(0, 4000).Select(i => new HeardSound(0, i % 4, [.. rest(random).Select((value, f) => value + (10 * f * (i % 4)))]))];
    }

    private static ClassificationResult Run(double distance)
    {
        Pcg32 random = new(1);
        HeardSound[] Draw(int first) => [.. from scene in Enumerable.Range(first, 12)
            from colour in Enumerable.Range(0, 8)
            select new HeardSound(scene, colour, [.. Enumerable.Range(0, 9).Select(f => random.NextGaussian() + (f == colour + 1 ? distance : 0))])];
        return ListeningTest.Run("orchestra", ColourClasses.Hues, Draw(0), Draw(100), 1);
    }
}
