using Sensorium.Expression;
using Sensorium.Imaging;
using Sensorium.Music;

namespace Sensorium.Lab.Listening;

/// <summary>
/// The simulated listener: from rendered sound alone it names colours, and it measures how far apart confused colours sound in
/// colour-blind mode.
/// </summary>
public static class ListenerEvaluation
{
    private const int SoundsARegion = 2;

    /// <summary>Colour-blind mode is measured at exact pitches: the lattice holds more colours than any picture has regions.</summary>
    private const int EveryLoop = int.MaxValue;

    /// <summary>Keeps the pictures of one part of the evaluation apart from those of the others.</summary>
    private const int PartStride = 100_000;

    private static readonly string[] Sets = ["orchestra", "keys", "folk", "synth"];
    private static readonly ColourVision[] Kinds = [ColourVision.Deutan, ColourVision.Protan, ColourVision.Tritan];

    /// <summary>Measures.</summary>
    /// <param name="options">How.</param>
    /// <param name="progress">Receives the share that is done, 0..1, never going back; null for none.</param>
    /// <param name="cancellationToken">Stops the measurement.</param>
    /// <returns>The report.</returns>
    /// <exception cref="MissingComponentException">FluidSynth or a SoundFont is missing.</exception>
    /// <exception cref="OperationCanceledException">The measurement was stopped.</exception>
    public static ListenerReport Run(ListenerOptions options, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        string font = SoundFontLocator.Locate(options.SoundFont);
        Mapping mapping = MappingFile.BuiltIn("perceptual")!;
        ListenerPlan plan = options.Quick ? ListenerPlan.Quick : ListenerPlan.Full;
        SceneCrew crew = new(font, mapping, options, new StepProgress(progress, plan.Steps), cancellationToken);
        List<ClassificationResult> hues = [];
        for (int i = 0; i < plan.Sets; i++)
        {
            (int training, int test) = i == 0 ? plan.Hues : plan.OtherHues;
            hues.Add(Test(crew, Sets[i], ColourClasses.Hues, i * PartStride, training, test, options.Seed).Result);
        }

        (ClassificationResult colours, IReadOnlyList<HeardSound> learned) =
            Test(crew, Sets[0], ColourClasses.Colours, Sets.Length * PartStride, plan.Colours.Training, plan.Colours.Test, options.Seed);
        return new ListenerReport
        {
            Seed = options.Seed,
            IsQuick = options.Quick,
            Mapping = $"{mapping.Id} {mapping.Version}",
            SoundFont = Path.GetFileName(font),
            Hues = hues,
            Colours = colours,
            Deficiencies = Compare(crew, new Whitening(learned), plan.LatticeScenes),
        };
    }

    private static (ClassificationResult Result, IReadOnlyList<HeardSound> Training) Test(
        SceneCrew crew, string set, IReadOnlyList<ColourClass> classes, int first, int training, int test, ulong seed)
    {
        Func<Pcg32, IReadOnlyList<OkLab>> draw = random => [.. classes.Select(colour => colour.Draw(random))];
        HeardSound[] learned = Hear(training, isTest: false);
        HeardSound[] asked = Hear(test, isTest: true);
        return (ListeningTest.Run(set, classes, learned, asked, seed), learned);

        HeardSound[] Hear(int count, bool isTest)
        {
            SceneTask task = new(SoundSetFile.BuiltIn(set)!, draw, first, count, isTest, LoopPlan.DefaultBudget);
            HeardSound[][] scenes = crew.Hear<HeardSound[]>(task, (scene, sound, ears) =>
                [.. from colour in Enumerable.Range(0, classes.Count)
                    from time in Enumerable.Range(0, SoundsARegion)
                    select new HeardSound(scene, colour, ears.Of(sound.Hear(colour + 1, ColourVision.Trichromat)))]);
            return [.. scenes.SelectMany(sounds => sounds)];
        }
    }

    private static List<DeficiencyResult> Compare(SceneCrew crew, Whitening whitening, int count)
    {
        IReadOnlyList<OkLab> colours = ColourLattice.Colours;
        ColourVision[] modes = [ColourVision.Trichromat, .. Kinds];
        SceneTask task = new(SoundSetFile.BuiltIn(Sets[0])!, _ => colours, (Sets.Length + 1) * PartStride, count, IsTest: true, EveryLoop);
        IReadOnlyList<double[]>[][] scenes = crew.Hear(task, (_, sound, ears) =>
            modes.Select(mode => (IReadOnlyList<double[]>)
                [.. Enumerable.Range(1, colours.Count).Select(id => whitening.Apply(ears.Of(sound.Hear(id, mode))))]).ToArray());
        double[][,] distances = [.. modes.Select(_ => new double[colours.Count, colours.Count])];
        foreach (IReadOnlyList<double[]>[] scene in scenes)
        {
            for (int mode = 0; mode < modes.Length; mode++)
            {
                DeficiencyTest.AddDistances(scene[mode], 1.0 / count, distances[mode]);
            }
        }

        return [.. Kinds.Select((kind, i) => DeficiencyTest.Run(kind, colours, distances[i + 1], distances[0]))];
    }
}
