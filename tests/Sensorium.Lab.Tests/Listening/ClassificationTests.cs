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
    public void Apply_SoundsOfOneClass_HaveUnitVarianceInEveryDirection()
    {
        Pcg32 random = new(3);
        HeardSound[] sounds = [.. Enumerable.Range(0, 4000).Select(i =>
        {
            double shared = random.NextGaussian();
            return new HeardSound(0, i % 4, [(10 * (i % 4)) + (3 * shared), (.1 * random.NextGaussian()) - (5 * (i % 4)), (shared + random.NextGaussian()) / 7]);
        })];
        Whitening whitening = new(sounds);

        foreach (IGrouping<int, HeardSound> group in sounds.GroupBy(sound => sound.Class))
        {
            double[][] white = [.. group.Select(sound => whitening.Apply(sound.Features))];
            for (int f = 0; f < 3; f++)
            {
                double mean = white.Average(row => row[f]);
                // A fifth of the correlation is given up, so the last feature keeps a little more than its share.
                Assert.InRange(white.Average(row => (row[f] - mean) * (row[f] - mean)), .75, 1.2);
            }
        }
    }

    private static ClassificationResult Run(double distance)
    {
        Pcg32 random = new(1);
        HeardSound[] Sounds(int first) => [.. from scene in Enumerable.Range(first, 12)
            from colour in Enumerable.Range(0, 8)
            select new HeardSound(scene, colour, [.. Enumerable.Range(0, 9).Select(f => random.NextGaussian() + (f == colour + 1 ? distance : 0))])];
        return ListeningTest.Run("orchestra", ColourClasses.Hues, Sounds(0), Sounds(100), 1);
    }
}
