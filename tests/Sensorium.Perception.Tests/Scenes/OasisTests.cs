using Sensorium.Media;

namespace Sensorium.Perception.Tests;

/// <summary>
/// The protocol of docs/models/scene-colour.md once more, independently of training/scene_colour.py: features by this program, folds that
/// share no theme, a ridge around the published weights, and the figures that the card states as the least to reach.
/// </summary>
public sealed class OasisTests
{
    private const int Folds = 5;
    private const double Ridge = 200;
    private const double Prior = 0.15;

    // Both tests need the same measurements, which take a few seconds.
    private static readonly Lazy<Task<OasisTable?>> Table = new(LoadAsync);

    [Fact]
    public async Task Evaluate_FoldsByTheme_ReachesTheStatedFigures()
    {
        (double[][] features, double[] valence, double[] arousal, string[] themes) = await RequireAsync();
        int[] fold = FoldOf(themes);

        (double valenceR, double plainValenceR, double valenceCover) = CrossValidate(features, valence, fold, PriorOf(0.69, 0.22), ColourSceneTable.ValenceSd);
        (double arousalR, double plainArousalR, double arousalCover) = CrossValidate(features, arousal, fold, PriorOf(-0.31, 0.60), ColourSceneTable.ArousalSd);

        TestContext.Current.TestOutputHelper?.WriteLine($"valence r {valenceR:0.000} (plain {plainValenceR:0.000}, 80 % interval {valenceCover:0.000}), arousal r {arousalR:0.000} (plain {plainArousalR:0.000}, 80 % interval {arousalCover:0.000})");
        Assert.True(valenceR > 0.22, $"valence {valenceR}");
        Assert.True(arousalR > 0.32, $"arousal {arousalR}");
        Assert.True(valenceR > plainValenceR + 0.08);
        Assert.True(arousalR > plainArousalR + 0.12);
        Assert.InRange(valenceCover, 0.75, 0.85);
        Assert.InRange(arousalCover, 0.75, 0.85);
    }

    [Fact]
    public async Task Table_RefittedHere_IsTheCommittedOne()
    {
        (double[][] features, double[] valence, double[] arousal, _) = await RequireAsync();
        (double Mean, double Sd)[] scale = ScaleOf(features);

        (double[] valenceWeights, double valenceIntercept) = Fit(Standardise(features, scale), valence, PriorOf(0.69, 0.22));
        (double[] arousalWeights, double arousalIntercept) = Fit(Standardise(features, scale), arousal, PriorOf(-0.31, 0.60));

        Assert.Equal(ColourSceneTable.ValenceIntercept, valenceIntercept, 0.002);
        Assert.Equal(ColourSceneTable.ArousalIntercept, arousalIntercept, 0.002);
        for (int i = 0; i < ColourSceneTable.Rows.Length; i++)
        {
            Assert.Equal(ColourSceneTable.Rows[i].Valence, valenceWeights[i], 0.002);
            Assert.Equal(ColourSceneTable.Rows[i].Arousal, arousalWeights[i], 0.002);
        }
    }

    private static (double R, double PlainR, double Coverage) CrossValidate(double[][] features, double[] rating, int[] fold, double[] prior, double sd)
    {
        double r = 0, plainR = 0;
        int inside = 0;
        for (int k = 0; k < Folds; k++)
        {
            int[] train = [.. Enumerable.Range(0, rating.Length).Where(i => fold[i] != k)];
            int[] test = [.. Enumerable.Range(0, rating.Length).Where(i => fold[i] == k)];
            double[][] known = [.. train.Select(i => features[i])];
            (double Mean, double Sd)[] scale = ScaleOf(known);
            (double[] weights, double intercept) = Fit(Standardise(known, scale), [.. train.Select(i => rating[i])], prior);
            double[][] unknown = Standardise([.. test.Select(i => features[i])], scale);
            double[] predicted = [.. unknown.Select(z => Math.Tanh(intercept + Dot(z, weights)))];
            double[] actual = [.. test.Select(i => rating[i])];
            r += Pearson(predicted, actual) / Folds;
            plainR += Pearson([.. unknown.Select(z => Dot(z, prior))], actual) / Folds;
            inside += predicted.Zip(actual).Count(pair => Math.Abs(pair.First - pair.Second) <= 1.2816 * sd);
        }

        return (r, plainR, inside / (double)rating.Length);
    }

    private static int[] FoldOf(string[] themes)
    {
        string[] names = [.. themes.Distinct().Order(StringComparer.Ordinal)];
        Pcg32 random = new(1);
        for (int i = names.Length - 1; i > 0; i--)
        {
            int other = random.Next(i + 1);
            (names[i], names[other]) = (names[other], names[i]);
        }

        return [.. themes.Select(theme => Array.IndexOf(names, theme) % Folds)];
    }

    private static double[] PriorOf(double lightness, double chroma)
    {
        double[] prior = new double[SceneFeatures.Count];
        prior[(int)SceneFeature.Lightness] = Prior * lightness;
        prior[(int)SceneFeature.Chroma] = Prior * chroma;
        return prior;
    }

    private static (double Mean, double Sd)[] ScaleOf(double[][] features)
    {
        (double Mean, double Sd)[] scale = new (double, double)[SceneFeatures.Count];
        for (int j = 0; j < scale.Length; j++)
        {
            double mean = features.Average(row => row[j]);
            scale[j] = (mean, Math.Sqrt(features.Average(row => (row[j] - mean) * (row[j] - mean))));
        }

        return scale;
    }

    private static double[][] Standardise(double[][] features, (double Mean, double Sd)[] scale) =>
        [.. features.Select(row => row.Select((value, j) => Math.Clamp((value - scale[j].Mean) / scale[j].Sd, -ColourSceneTable.Clip, ColourSceneTable.Clip)).ToArray())];

    private static (double[] Weights, double Intercept) Fit(double[][] z, double[] rating, double[] prior)
    {
        int n = prior.Length;
        double[] target = [.. rating.Select(Math.Atanh)];
        double mean = target.Average();
        double[] centre = [.. Enumerable.Range(0, n).Select(j => z.Average(row => row[j]))];
        double[,] system = new double[n, n + 1];
        for (int i = 0; i < z.Length; i++)
        {
            double rest = target[i] - mean;
            for (int j = 0; j < n; j++)
            {
                rest -= (z[i][j] - centre[j]) * prior[j];
            }

            for (int j = 0; j < n; j++)
            {
                for (int l = 0; l < n; l++)
                {
                    system[j, l] += (z[i][j] - centre[j]) * (z[i][l] - centre[l]);
                }

                system[j, n] += (z[i][j] - centre[j]) * rest;
            }
        }

        for (int j = 0; j < n; j++)
        {
            system[j, j] += Ridge;
        }

        double[] weights = Solve(system, n);
        for (int j = 0; j < n; j++)
        {
            weights[j] += prior[j];
        }

        return (weights, mean - Dot(centre, weights));
    }

    // Gauss-Jordan without pivoting: the ridge keeps the diagonal large.
    private static double[] Solve(double[,] system, int n)
    {
        for (int pivot = 0; pivot < n; pivot++)
        {
            for (int row = 0; row < n; row++)
            {
                double factor = row == pivot ? 0 : system[row, pivot] / system[pivot, pivot];
                for (int column = pivot; column <= n; column++)
                {
                    system[row, column] -= factor * system[pivot, column];
                }
            }
        }

        return [.. Enumerable.Range(0, n).Select(j => system[j, n] / system[j, j])];
    }

    private static double Dot(double[] a, double[] b) => a.Zip(b).Sum(pair => pair.First * pair.Second);

    private static double Pearson(double[] a, double[] b)
    {
        double meanA = a.Average(), meanB = b.Average();
        double both = a.Zip(b).Sum(pair => (pair.First - meanA) * (pair.Second - meanB));
        return both / Math.Sqrt(a.Sum(x => (x - meanA) * (x - meanA)) * b.Sum(x => (x - meanB) * (x - meanB)));
    }

    private static async Task<OasisTable> RequireAsync()
    {
        OasisTable? table = await Table.Value;
        Assert.SkipWhen(table is null, "The OASIS photographs are not part of the repository; put them under ../shared/data/scenes/oasis or set SENSORIUM_SHARED.");
        return table!;
    }

    private static async Task<OasisTable?> LoadAsync()
    {
        if (SharedData.Find("data/scenes/oasis") is not { } folder)
        {
            return null;
        }

        List<double[]> features = [];
        List<double> valence = [];
        List<double> arousal = [];
        List<string> themes = [];
        PictureReader reader = new();
        foreach (string line in (await File.ReadAllLinesAsync(Path.Combine(folder, "ratings.csv"))).Skip(1))
        {
            string[] cells = line.Split(',');
            DecodedPicture decoded = await reader.ReadAsync(Path.Combine(folder, cells[0]), new PictureReadOptions());
            SceneFeatures measured = SceneFeatures.Measure(decoded.Picture);
            features.Add([.. Enum.GetValues<SceneFeature>().Select(feature => measured[feature])]);
            themes.Add(cells[1]);
            valence.Add((double.Parse(cells[3]) - 4) / 3);
            arousal.Add((double.Parse(cells[5]) - 4) / 3);
        }

        return new OasisTable([.. features], [.. valence], [.. arousal], [.. themes]);
    }
}
