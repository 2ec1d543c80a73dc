using System.Globalization;
using System.Text;
using System.Text.Json;
using Sensorium.Inference;
using Sensorium.Lab.Scenes;

namespace Sensorium.Lab.Tests;

public sealed class SceneEvaluationTests
{
    [Fact]
    public async Task RunAsync_PicturesWhoseLightnessIsTheirValence_FindsThatAndIsRepeatable()
    {
        using TemporaryFolder folder = new();
        Draw(folder, 75);
        SceneEvaluationOptions options = new() { Divisions = 1, Resamples = 20 };

        SceneEvaluationResult result = await SceneEvaluation.RunAsync(folder.FullPath, new ModelCatalogue([]), options, cancellationToken: TestContext.Current.CancellationToken);
        SceneEvaluationResult again = await SceneEvaluation.RunAsync(folder.FullPath, new ModelCatalogue([]), options, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(["constant", "valdez-mehrabian", "trees", "scene-alone"], result.Methods.Select(method => method.Id));
        Assert.Equal(0, result.Methods[0].Valence.FoldCorrelation);
        Assert.True(result.Methods[1].Valence.FoldCorrelation > .9);
        Assert.True(result.Methods[3].Valence.FoldCorrelation > .9);
        Assert.True(result.Methods[3].Valence.Error < result.Methods[0].Valence.Error / 2);
        Assert.InRange(Math.Abs(result.Methods[3].Arousal.Correlation.Value), 0, .5);
        Assert.Null(result.Shipped);
        Assert.NotNull(result.WithoutFaces);
        Assert.Equal(result.ToJson(), again.ToJson());
    }

    [Fact]
    public async Task ToJson_AnyResult_HasTheFiguresOfTheReport()
    {
        using TemporaryFolder folder = new();
        Draw(folder, 60);
        folder.Write("broken.jpg", "no picture");
        File.AppendAllText(folder["ratings.csv"], "broken.jpg,theme,Object,4,1,4,1\n");

        SceneEvaluationResult result = await SceneEvaluation.RunAsync(
            folder.FullPath, new ModelCatalogue([]), new SceneEvaluationOptions { Divisions = 1, Resamples = 10 }, cancellationToken: TestContext.Current.CancellationToken);

        using JsonDocument json = JsonDocument.Parse(result.ToJson());
        Assert.Equal("sensorium-evaluate-scene-1", json.RootElement.GetProperty("schema").GetString());
        Assert.Equal(60, json.RootElement.GetProperty("items").GetInt32());
        Assert.Equal(1, json.RootElement.GetProperty("leftOut").GetInt32());
        JsonElement method = json.RootElement.GetProperty("methods")[3].GetProperty("valence");
        Assert.Equal(result.Methods[3].Valence.FoldCorrelation, method.GetProperty("rByFold").GetDouble(), 1e-4);
        Assert.InRange(method.GetProperty("coverage80").GetDouble(), 0, 1);
        Assert.Contains("broken.jpg", result.ToReport().ToMarkdown(Language.English), StringComparison.Ordinal);
        Assert.Contains("정서가", result.ToReport().ToHtml(Language.Korean), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(6, 25, "photographs: 6, themes: 6")]
    [InlineData(50, 1, "photographs: 50, themes: 1")]
    public async Task RunAsync_TooFewPhotographsOrThemes_SaysHowManyAreNeeded(int photographs, int themes, string expected)
    {
        using TemporaryFolder folder = new();
        Draw(folder, photographs, themes);

        MalformedInputException error = await Assert.ThrowsAsync<MalformedInputException>(() =>
            SceneEvaluation.RunAsync(folder.FullPath, new ModelCatalogue([]), cancellationToken: TestContext.Current.CancellationToken));

        Assert.Contains(expected, error.Text.English, StringComparison.Ordinal);
    }

    /// <summary>The figures of docs/models/scene.md, as the least to reach.</summary>
    [Fact]
    public async Task RunAsync_Oasis_ReachesTheStatedFigures()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("SENSORIUM_TEST_FULL") == "1", "Takes minutes; SENSORIUM_TEST_FULL=1 runs it.");
        string? oasis = SharedData.Find("data/scenes/oasis");
        Assert.SkipWhen(oasis is null, "The photographs of OASIS are not beside the repository.");

        SceneEvaluationResult result = await SceneEvaluation.RunAsync(
            oasis!, new ModelCatalogue([Path.Combine(AppContext.BaseDirectory, "models")]), new SceneEvaluationOptions { Divisions = 2, Resamples = 50 }, cancellationToken: TestContext.Current.CancellationToken);

        SceneMethodResult model = result.Methods[^1];
        Assert.True(model.Valence.FoldCorrelation > .30, $"valence {model.Valence}");
        Assert.True(model.Arousal.FoldCorrelation > .44, $"arousal {model.Arousal}");
        Assert.True(model.Arousal.FoldCorrelation > result.Methods[2].Arousal.FoldCorrelation);
        Assert.InRange(model.Valence.Coverage, .75, .85);
        Assert.InRange(model.Arousal.Coverage, .75, .85);
    }

    // Grey noise around a level that is the valence; arousal is drawn and cannot be told.
    private static void Draw(TemporaryFolder folder, int count, int themes = 25)
    {
        Pcg32 random = new(9);
        StringBuilder table = new("file,theme,category,valence_mean,valence_sd,arousal_mean,arousal_sd\n");
        for (int i = 0; i < count; i++)
        {
            int level = 30 + random.Next(190);
            Picture picture = TemporaryFolder.Grey(40, 32, 0);
            for (int p = 0; p < picture.Pixels.Length; p++)
            {
                picture.Pixels[p] = (byte)(level + random.Next(11) - 5);
            }

            folder.Write($"p{i}.png", picture);
            string valence = (1.5 + (level / 40.0)).ToString(CultureInfo.InvariantCulture);
            string arousal = (2 + (4 * random.NextDouble())).ToString(CultureInfo.InvariantCulture);
            table.Append(CultureInfo.InvariantCulture, $"p{i}.png,theme {i % themes},Object,{valence},1,{arousal},1\n");
        }

        folder.Write("ratings.csv", table.ToString());
    }
}
