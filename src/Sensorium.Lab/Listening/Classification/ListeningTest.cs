namespace Sensorium.Lab.Listening;

/// <summary>Trains the listener on some pictures, tests it on others and counts.</summary>
internal static class ListeningTest
{
    private const int Resamples = 2000;

    /// <summary>Runs the test.</summary>
    /// <param name="set">Id of the sound set.</param>
    /// <param name="classes">The colours.</param>
    /// <param name="training">Sounds to learn from.</param>
    /// <param name="test">Sounds to name.</param>
    /// <param name="seed">Seed of the bootstrap.</param>
    /// <returns>The counts.</returns>
    public static ClassificationResult Run(
        string set, IReadOnlyList<ColourClass> classes, IReadOnlyList<HeardSound> training, IReadOnlyList<HeardSound> test, ulong seed)
    {
        int[] named = Name(training, test, classes.Count, sound => sound.Features);
        int[] byLevel = Name(training, test, classes.Count, sound => sound.Features[..1]);
        int[][] confusion = [.. classes.Select(_ => new int[classes.Count])];
        for (int i = 0; i < test.Count; i++)
        {
            confusion[test[i].Class][named[i]]++;
        }

        return new ClassificationResult
        {
            SoundSet = set,
            Classes = [.. classes.Select(colour => colour.Name)],
            TrainingScenes = training.DistinctBy(sound => sound.Scene).Count(),
            TestScenes = test.DistinctBy(sound => sound.Scene).Count(),
            TrainingSounds = training.Count,
            TestSounds = test.Count,
            Accuracy = Share(test, named),
            Interval = Interval(test, named, seed),
            LevelOnlyAccuracy = Share(test, byLevel),
            Confusion = confusion,
        };
    }

    private static int[] Name(IReadOnlyList<HeardSound> training, IReadOnlyList<HeardSound> test, int classes, Func<HeardSound, double[]> features)
    {
        KernelClassifier classifier = new([.. training.Select(features)], [.. training.Select(sound => sound.Class)], classes);
        return [.. test.Select(sound => classifier.Classify(features(sound)))];
    }

    private static double Share(IReadOnlyList<HeardSound> test, int[] named) =>
        (double)named.Where((name, i) => name == test[i].Class).Count() / test.Count;

    private static (double Lowest, double Highest) Interval(IReadOnlyList<HeardSound> test, int[] named, ulong seed)
    {
        double[] scenes =
        [
            .. test.Select((sound, i) => (sound.Scene, Right: named[i] == sound.Class ? 1.0 : 0))
                .GroupBy(pair => pair.Scene, pair => pair.Right)
                .Select(group => group.Average()),
        ];
        Pcg32 random = new(seed, 0xB007);
        double[] means = new double[Resamples];
        for (int i = 0; i < Resamples; i++)
        {
            double sum = 0;
            for (int k = 0; k < scenes.Length; k++)
            {
                sum += scenes[random.Next(scenes.Length)];
            }

            means[i] = sum / scenes.Length;
        }

        Array.Sort(means);
        return (means[(int)(.025 * Resamples)], means[(int)(.975 * Resamples)]);
    }
}
