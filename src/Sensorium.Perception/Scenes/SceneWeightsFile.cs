namespace Sensorium.Perception;

/// <summary>Reads and writes the numbers of a scene model as one safetensors file; docs/models/scene.md lists the tensors.</summary>
internal static class SceneWeightsFile
{
    private const string Format = "sensorium-scene";

    /// <summary>Reads a file.</summary>
    /// <param name="path">Its path.</param>
    /// <returns>The numbers.</returns>
    /// <exception cref="MalformedInputException">The file is missing, damaged or of another version.</exception>
    public static SceneWeights Read(string path)
    {
        SafeTensors file = SafeTensors.Read(path);
        file.RequireMetadata("format", Format);
        file.RequireMetadata("features", SceneVector.Version.ToString());
        int photographs = (int)file.LengthOf("alone.valence.alpha");
        SceneScale[] scales = new SceneScale[SceneVector.BlockCount];
        float[][] examples = new float[SceneVector.BlockCount][];
        foreach (SceneBlock block in Enum.GetValues<SceneBlock>())
        {
            int length = SceneVector.LengthOf(block);
            scales[(int)block] = SceneScale.IsFor(block) ? new(file.Floats($"{Name(block)}.mean", length), file.Positive($"{Name(block)}.sd", length)) : default;
            examples[(int)block] = file.Floats($"{Name(block)}.examples", photographs * length);
        }

        return new SceneWeights
        {
            Codebook = new(
                file.Floats("codebook.mean", ShapeDescriptors.Length),
                file.Floats("codebook.projection", ShapeCodebook.Reduced * ShapeDescriptors.Length),
                file.Positive("codebook.share", ShapeCodebook.Words),
                file.Floats("codebook.centre", ShapeCodebook.Words * ShapeCodebook.Dimensions),
                file.Positive("codebook.variance", ShapeCodebook.Words * ShapeCodebook.Dimensions)),
            Memory = new(scales, examples, Doubles(file, "rates", SceneVector.BlockCount)),
            WithFaces = ReadHeads(file, "faces", photographs),
            Alone = ReadHeads(file, "alone", photographs),
            Measures = ReadMeasures(file),
            Naming = ReadNaming(Doubles(file, "naming", 4)),
        };
    }

    /// <summary>Writes a file.</summary>
    /// <param name="weights">The numbers.</param>
    /// <returns>The file's bytes; the same numbers give the same bytes.</returns>
    public static byte[] Write(SceneWeights weights)
    {
        SafeTensorsWriter file = new();
        file.AddMetadata("format", Format);
        file.AddMetadata("features", SceneVector.Version.ToString());
        foreach (SceneBlock block in Enum.GetValues<SceneBlock>())
        {
            SceneScale scale = weights.Memory.ScaleOf(block);
            int length = SceneVector.LengthOf(block);
            if (!scale.Mean.IsEmpty)
            {
                file.AddSingles($"{Name(block)}.mean", scale.Mean.Span, length);
                file.AddSingles($"{Name(block)}.sd", scale.Sd.Span, length);
            }

            file.AddHalves($"{Name(block)}.examples", weights.Memory.ExamplesOf(block), weights.Memory.Count, length);
        }

        ShapeCodebook codebook = weights.Codebook;
        file.AddSingles("codebook.mean", codebook.Mean, ShapeDescriptors.Length);
        file.AddSingles("codebook.projection", codebook.Projection, ShapeCodebook.Reduced, ShapeDescriptors.Length);
        file.AddSingles("codebook.share", codebook.Share, ShapeCodebook.Words);
        file.AddSingles("codebook.centre", codebook.Centre, ShapeCodebook.Words, ShapeCodebook.Dimensions);
        file.AddSingles("codebook.variance", codebook.Variance, ShapeCodebook.Words, ShapeCodebook.Dimensions);
        Add(file, "rates", [.. Enum.GetValues<SceneBlock>().Select(weights.Memory.RateOf)]);
        WriteHeads(file, "faces", weights.WithFaces);
        WriteHeads(file, "alone", weights.Alone);
        Add(file, "measures.mean", [.. weights.Measures.Select(measure => measure.Mean)]);
        Add(file, "measures.sd", [.. weights.Measures.Select(measure => measure.Sd)]);
        Add(file, "measures.valence", [.. weights.Measures.Select(measure => measure.Valence)]);
        Add(file, "measures.arousal", [.. weights.Measures.Select(measure => measure.Arousal)]);
        SceneNaming naming = weights.Naming;
        Add(file, "naming", [naming.ValenceCentre, naming.ValenceStretch, naming.ArousalCentre, naming.ArousalStretch]);
        return file.ToBytes();
    }

    private static string Name(SceneBlock block) => block.ToString().ToLowerInvariant();

    private static SceneNaming ReadNaming(double[] values) => new(values[0], values[1], values[2], values[3]);

    private static SceneHeads ReadHeads(SafeTensors file, string name, int photographs) =>
        new(ReadHead(file, $"{name}.valence", photographs), ReadHead(file, $"{name}.arousal", photographs));

    private static SceneHead ReadHead(SafeTensors file, string name, int photographs)
    {
        double[] scalars = Doubles(file, $"{name}.scalars", 5);
        return new SceneHead
        {
            Mix = Doubles(file, $"{name}.mix", SceneVector.BlockCount),
            Alpha = Doubles(file, $"{name}.alpha", photographs),
            Intercept = scalars[0],
            Spread = scalars[1] > 0 ? scalars[1] : throw file.Damaged(),
            Strangeness = scalars[2],
            FamiliarMean = scalars[3],
            FamiliarSd = scalars[4],
        };
    }

    private static List<SceneMeasure> ReadMeasures(SafeTensors file)
    {
        double[] mean = Doubles(file, "measures.mean", SceneFeatures.Count), sd = [.. file.Positive("measures.sd", SceneFeatures.Count).Select(value => (double)value)];
        double[] valence = Doubles(file, "measures.valence", SceneFeatures.Count), arousal = Doubles(file, "measures.arousal", SceneFeatures.Count);
        return [.. Enum.GetValues<SceneFeature>().Select(feature => new SceneMeasure(feature, mean[(int)feature], sd[(int)feature], valence[(int)feature], arousal[(int)feature]))];
    }

    private static void WriteHeads(SafeTensorsWriter file, string name, SceneHeads heads)
    {
        WriteHead(file, $"{name}.valence", heads.Valence);
        WriteHead(file, $"{name}.arousal", heads.Arousal);
    }

    private static void WriteHead(SafeTensorsWriter file, string name, SceneHead head)
    {
        Add(file, $"{name}.mix", head.Mix);
        Add(file, $"{name}.alpha", head.Alpha);
        Add(file, $"{name}.scalars", [head.Intercept, head.Spread, head.Strangeness, head.FamiliarMean, head.FamiliarSd]);
    }

    private static void Add(SafeTensorsWriter file, string name, double[] values) => file.AddSingles(name, [.. values.Select(value => (float)value)], values.Length);

    private static double[] Doubles(SafeTensors file, string name, int length) => [.. file.Floats(name, length).Select(value => (double)value)];
}
