using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using MathNet.Numerics.LinearAlgebra;
using Sensorium.Inference;
using Sensorium.Lab.Datasets;
using Sensorium.Lab.Evaluation;
using Sensorium.Perception;

namespace Sensorium.Lab.Scenes;

/// <summary>Makes the scene model's files from the photographs of OASIS, by the code that <see cref="SceneEvaluation"/> measures.</summary>
public static class SceneTraining
{
    /// <summary>The file of numbers.</summary>
    public const string WeightsName = "scene.safetensors";

    private const int InnerDivisions = 5;
    private const double SurrogateRidge = 60;

    /// <summary>Fits the model and writes its folder.</summary>
    /// <param name="folder">The folder of OASIS.</param>
    /// <param name="catalogue">Models that find and read faces.</param>
    /// <param name="output">The model's folder; its <c>model.json</c> is there already and gets the new size and hash.</param>
    /// <param name="seed">Seed of everything random.</param>
    /// <param name="report">Receives what was chosen, line by line.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="SensoriumException">The photographs cannot be used, or faces cannot be read here: the shipped model needs them.</exception>
    public static async Task RunAsync(string folder, ModelCatalogue catalogue, string output, ulong seed, Action<string> report, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(report);
        FacePerceiver faces = SceneModels.OpenFaces(catalogue, out LocalizedText? whyNot)
            ?? throw new MissingComponentException("models", whyNot ?? new("Faces cannot be read here.", "여기에서는 얼굴을 읽을 수 없습니다."));
        List<DatasetFault> faults = [];
        IReadOnlyList<ScenePhotograph> photographs = await ScenePhotographs.ReadAsync(folder, faces, faults, null, cancellationToken).ConfigureAwait(false);
        report($"{photographs.Count} photographs, {photographs.Count(photograph => photograph.Faces!.Faces.Count > 0)} with faces, {faults.Count} left out");
        ShapeCodebook codebook = ShapeCodebookTraining.Learn([.. photographs.Select(photograph => photograph.Sight.Shapes)], seed, cancellationToken);
        SceneWeights weights = Fit(new SceneSet(photographs, codebook), codebook, seed, report, cancellationToken);
        byte[] file = SceneWeightsFile.Write(weights);
        Directory.CreateDirectory(output);
        await File.WriteAllBytesAsync(Path.Combine(output, WeightsName), file, cancellationToken).ConfigureAwait(false);
        string manifest = Path.Combine(output, ModelFolder.ManifestName);
        if (File.Exists(manifest))
        {
            string text = await File.ReadAllTextAsync(manifest, cancellationToken).ConfigureAwait(false);
            await File.WriteAllTextAsync(manifest, Stamp(text, file), cancellationToken).ConfigureAwait(false);
        }

        report($"{file.Length} bytes, sha256 {Convert.ToHexStringLower(SHA256.HashData(file))}");
    }

    /// <summary>Fits everything to all photographs.</summary>
    /// <param name="set">The photographs.</param>
    /// <param name="codebook">The codebook of the shapes.</param>
    /// <param name="seed">Seed of the inner folds.</param>
    /// <param name="report">Receives what was chosen.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The numbers.</returns>
    internal static SceneWeights Fit(SceneSet set, ShapeCodebook codebook, ulong seed, Action<string> report, CancellationToken cancellationToken)
    {
        int[] all = [.. Enumerable.Range(0, set.Count)];
        SceneKernels kernels = new(set, all);
        SceneFit withFaces = SceneTuning.Fit(set, kernels, withFaces: true, InnerDivisions, seed, cancellationToken);
        SceneFit alone = SceneTuning.Fit(set, kernels, withFaces: false, InnerDivisions, seed, cancellationToken);
        Tell("with faces", withFaces);
        Tell("alone", alone);
        float[][] examples =
        [
            .. Enum.GetValues<SceneBlock>().Select(block => set.Vectors.SelectMany(vector => kernels.Scales[(int)block].Apply(vector[block])).ToArray()),
        ];
        return new SceneWeights
        {
            Codebook = codebook,
            Memory = new SceneMemory(kernels.Scales, examples, kernels.Rates),
            WithFaces = withFaces.Heads,
            Alone = alone.Heads,
            Measures = Surrogate(set, withFaces),
            Naming = new SceneNaming(
                set.Valence.Average(), Stretch(set.Valence, withFaces.HeldOutValence), set.Arousal.Average(), Stretch(set.Arousal, withFaces.HeldOutArousal)),
        };

        void Tell(string name, SceneFit fit)
        {
            TellAxis($"{name}, valence", fit.Valence, fit.Heads.Valence, set.Valence, fit.HeldOutValence);
            TellAxis($"{name}, arousal", fit.Arousal, fit.Heads.Arousal, set.Arousal, fit.HeldOutArousal);
        }

        void TellAxis(string name, SceneChoice choice, SceneHead head, double[] rated, double[] stated) => report(
            $"{name}: {choice.Mix.Name}, noise {choice.Noise}, themes share {choice.ThemeShare}; r held out {Regression.Pearson(rated, stated):F3} (a little high: chosen by it), spread {head.Spread:F3}, strangeness {head.Strangeness:F3}");
    }

    private static double Stretch(double[] rated, double[] stated) => Math.Max(1, Sd(rated) / Sd(stated));

    /// <summary>
    /// What each thing that has a word moves: a ridge regression of what the model states, for photographs held out, on the measurements.
    /// It explains the model; it is not the model.
    /// </summary>
    private static SceneMeasure[] Surrogate(SceneSet set, SceneFit fit)
    {
        SceneFeature[] features = Enum.GetValues<SceneFeature>();
        double[] mean = [.. features.Select(feature => set.Features.Average(row => row[feature]))];
        double[] sd = [.. features.Select(feature => Math.Max(Sd([.. set.Features.Select(row => row[feature])]), 1e-6))];
        Matrix<double> z = Matrix<double>.Build.Dense(
            set.Count, features.Length, (i, f) => new SceneMeasure(features[f], mean[f], sd[f], 0, 0).Standardise(set.Features[i]));
        Matrix<double> system = z.TransposeThisAndMultiply(z) + (SurrogateRidge * Matrix<double>.Build.DenseIdentity(features.Length));
        Vector<double> valence = system.Solve(z.TransposeThisAndMultiply(Centred(fit.HeldOutValence)));
        Vector<double> arousal = system.Solve(z.TransposeThisAndMultiply(Centred(fit.HeldOutArousal)));
        return [.. features.Select((feature, f) => new SceneMeasure(feature, mean[f], sd[f], valence[f], arousal[f]))];
    }

    private static Vector<double> Centred(double[] values)
    {
        double mean = values.Average();
        return Vector<double>.Build.Dense([.. values.Select(value => value - mean)]);
    }

    private static double Sd(double[] values)
    {
        double mean = values.Average();
        return Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
    }

    private static string Stamp(string manifest, byte[] file)
    {
        JsonNode root = JsonNode.Parse(manifest)!;
        JsonNode entry = root["files"]![0]!;
        entry["bytes"] = file.Length;
        entry["sha256"] = Convert.ToHexStringLower(SHA256.HashData(file));
        return root.ToJsonString(new JsonSerializerOptions { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n";
    }
}
