using System.Text.Json;
using Sensorium.Lab.Tests;
using Sensorium.Perception;

namespace Sensorium.Lab.Detection.Tests;

public sealed class DetectionEvaluationTests
{
    private const string Ratings = "file,theme,category,valence_mean,valence_sd,arousal_mean,arousal_sd\n";

    /// <summary>Bright squares of 20 pixels are the faces; a grey one is doubtful.</summary>
    private static Picture Scene(params (int X, byte Value)[] squares)
    {
        Picture picture = TemporaryFolder.Grey(320, 100, 20);
        foreach ((int x, byte value) in squares)
        {
            for (int y = 40; y < 60; y++)
            {
                picture.Row(y).Slice(3 * x, 60).Fill(value);
            }
        }

        return picture;
    }

    private static TemporaryFolder Data()
    {
        TemporaryFolder folder = new();
        folder.Write("dlib/a.jpg", Scene((20, 250), (100, 250)));
        folder.Write("dlib/boxes.xml", "<dataset><images><image file='a.jpg'><box top='40' left='20' width='20' height='20'/><box top='40' left='100' width='20' height='20'/></image></images></dataset>");
        folder.Write("oasis/P1.jpg", Scene((20, 250), (200, 150)));
        folder.Write("oasis/P2.jpg", Scene((60, 250)));
        folder.Write("oasis/S1.jpg", Scene());
        folder.Write("oasis/broken.jpg", "no picture");
        folder.Write("oasis/ratings.csv", $"{Ratings}P1.jpg,smile,Person,5,1,3,1\nP2.jpg,run,Person,5,1,3,1\nS1.jpg,lake,Scenery,5,1,3,1\nbroken.jpg,smile,Person,5,1,3,1\n");
        folder.Write("photos/one.jpg", Scene((20, 250)));
        folder.Write("ferplus/valid-00.jpg", TemporaryFolder.Grey(40 * 48, 48, 200));
        folder.Write("ferplus/valid.csv", "tile,neutral,happiness,surprise,sadness,anger,disgust,fear,contempt,unknown,NF\n0,9,0,0,0,0,0,0,0,1,0\n1,9,0,0,0,0,0,0,0,0,1\n");
        return folder;
    }

    private static async Task<DetectionResult> RunAsync(TemporaryFolder folder, int threads = 2, params IReadOnlyList<DetectorUnderTest> detectors) => await DetectionEvaluation.RunAsync(
        DetectionSources.Find(folder.FullPath),
        detectors,
        ["UltraFace"],
        new DetectionOptions { Judge = new SquareDetector("judge@1"), HeldOutThemes = ["smile", "lake"], Composites = 4, Resamples = 20, Threads = threads },
        cancellationToken: TestContext.Current.CancellationToken);

    [Fact]
    public void Find_FolderOfAllKinds_RecognisesEach()
    {
        using TemporaryFolder folder = Data();
        DetectionSources sources = DetectionSources.Find(folder.FullPath);

        Assert.Equal(
            (folder["dlib"], folder["oasis"], folder["photos"], folder["ferplus"]),
            (sources.Dlib, sources.Oasis, sources.Photos, sources.FerPlus));
    }

    [Fact]
    public void Find_NothingKnown_SaysWhatIs()
    {
        using TemporaryFolder folder = new();

        Assert.Contains("ferplus", Assert.Throws<UnsupportedInputException>(() => DetectionSources.Find(folder.FullPath)).Message, StringComparison.Ordinal);
        Assert.Throws<MalformedInputException>(() => DetectionSources.Find(folder["gone"]));
    }

    [Fact]
    public async Task Run_DetectorThatSeesEverything_IsAlwaysRight()
    {
        using TemporaryFolder folder = Data();
        DetectionResult result = await RunAsync(folder, 2, new DetectorUnderTest(new SquareDetector("mine@1"), .5));
        DetectionSetResult[] photographs = [.. result.Sets.Where(set => set.Kind != DetectionSetKind.Composites)];

        Assert.Equal([DetectionSetKind.Dlib, DetectionSetKind.HeldOut, DetectionSetKind.People, DetectionSetKind.Photos], photographs.Select(set => set.Kind));
        Assert.All(photographs, set => Assert.Equal((1.0, 1.0), (set.Detectors[0].Recall.Value, set.Detectors[0].Precision.Value)));
        Assert.Equal((1, 1, 1), (photographs[1].Pictures, photographs[1].Faces, photographs[1].Ignored));
        Assert.Equal((2, 2), (photographs[2].Pictures, photographs[2].Faces));
        Assert.Equal("broken.jpg", Assert.Single(result.Faults).Name);
        Assert.Equal(4, result.Sets[^1].Pictures);
    }

    /// <summary>The judge is measured on drawn boxes and composites, never against itself.</summary>
    [Fact]
    public async Task Run_JudgeAmongTheDetectors_IsNotMeasuredAgainstItself()
    {
        using TemporaryFolder folder = Data();
        DetectionResult result = await RunAsync(folder, 2, new DetectorUnderTest(new SquareDetector("judge@1"), .5), new DetectorUnderTest(new BlindDetector(), .5));

        Assert.Equal(["judge@1", "blind@1"], result.Sets[0].Detectors.Select(scores => scores.Model));
        Assert.Equal(["blind@1"], result.Sets[1].Detectors.Select(scores => scores.Model));
        Assert.Equal(0, result.Sets[1].Detectors[0].Recall.Value);
    }

    [Fact]
    public async Task Run_OneThreadOrFour_GivesTheSameFigures()
    {
        using TemporaryFolder folder = Data();
        DetectorUnderTest detector = new(new SquareDetector("mine@1"), .5);

        Assert.Equal(
            ((await RunAsync(folder, 1, detector)) with { Times = [] }).ToJson(),
            ((await RunAsync(folder, 4, detector)) with { Times = [] }).ToJson());
    }

    [Fact]
    public async Task ToJson_AnyResult_FitsItsSchema()
    {
        using TemporaryFolder folder = Data();
        DetectionResult result = await RunAsync(folder, 2, new DetectorUnderTest(new SquareDetector("mine@1"), .5), new DetectorUnderTest(new BlindDetector(), .5));

        Assert.Empty(JsonSchema.Read("evaluate-detect").Faults(result.ToJson()));
        using JsonDocument json = JsonDocument.Parse(result.ToJson());
        Assert.Equal(2, json.RootElement.GetProperty("millisecondsAPicture").GetArrayLength());
        Assert.Contains("UltraFace", result.ToReport().ToMarkdown(Language.English), StringComparison.Ordinal);
        Assert.Contains("판정", result.ToReport().ToHtml(Language.Korean), StringComparison.Ordinal);
    }

    /// <summary>Finds bright squares (confidence .9) and grey ones (.6), on a grid of 20 pixels.</summary>
    private sealed class SquareDetector(string name) : IFaceDetector
    {
        public string Model => name;

        public IReadOnlyList<DetectedFace> Detect(Picture picture, CancellationToken cancellationToken = default)
        {
            List<DetectedFace> found = [];
            for (int x = 0; x + 20 <= picture.Width && picture.Height == 100; x += 20)
            {
                byte value = picture.Row(50)[3 * (x + 10)];
                if (value > 100)
                {
                    found.Add(new DetectedFace { Box = new FaceBox(x, 40, 20, 20), Confidence = value > 200 ? .9 : .6 });
                }
            }

            return [.. found.OrderByDescending(face => face.Confidence)];
        }
    }

    private sealed class BlindDetector : IFaceDetector
    {
        public string Model => "blind@1";

        public IReadOnlyList<DetectedFace> Detect(Picture picture, CancellationToken cancellationToken = default) => [];
    }
}
