namespace Sensorium.Perception;

/// <summary>The numbers of the text model: one table a language, and the bridge from emotions to the plane for the language without ratings.</summary>
/// <param name="English">English: valence, arousal, dominance, then a logit for each emotion.</param>
/// <param name="Korean">Korean: a logit for each emotion.</param>
/// <param name="Labels">Lets the strongest label of an English emotion speak.</param>
/// <param name="Bend">Lets English arousal grow with the distance from neutral valence.</param>
/// <param name="Bridge">For each axis: intercept, effect of the valence and of the arousal that the emotions suggest (<see cref="Circumplex"/>); 3 x 3.</param>
/// <param name="EnglishSpread">Spread of each axis.</param>
/// <param name="KoreanSpread">Spread of each axis.</param>
internal sealed record TextWeights(FeatureTable English, FeatureTable Korean, LabelMix Labels, ArousalBend Bend, float[] Bridge, TextSpread[] EnglishSpread, TextSpread[] KoreanSpread)
{
    /// <summary>Valence, arousal, dominance.</summary>
    public const int Axes = 3;

    /// <summary>Effects of an English feature: the axes, a logit for each emotion, a logit for each label of GoEmotions.</summary>
    public const int EnglishWidth = Axes + EmotionScores.Count + LabelMix.Count;

    /// <summary>Effects of a Korean feature.</summary>
    public const int KoreanWidth = EmotionScores.Count;

    private const string Format = "sensorium-text-1";

    /// <summary>Reads the file.</summary>
    /// <param name="path">Its path.</param>
    /// <returns>The numbers.</returns>
    /// <exception cref="MalformedInputException">It is missing, damaged or of another version.</exception>
    public static TextWeights Read(string path)
    {
        SafeTensors file = SafeTensors.Read(path);
        file.RequireMetadata("format", Format);
        return new TextWeights(
            WideTable(file),
            Table(file, "korean", KoreanWidth),
            new LabelMix(file.Floats("english.mix", LabelMix.Count + 1)),
            new ArousalBend(file.Floats("english.bend", ArousalBend.Length)),
            file.Floats("bridge", Axes * Axes),
            Spreads(file.Floats("english.spread", Axes * Axes)),
            Spreads(file.Floats("korean.spread", Axes * Axes)));
    }

    private static FeatureTable Table(SafeTensors file, string name, int width)
    {
        int count = (int)file.LengthOf($"{name}.keys");
        return new FeatureTable(
            file.Numbers($"{name}.keys", count),
            file.Floats($"{name}.weights", count),
            file.Floats($"{name}.rows", count * width),
            file.Floats($"{name}.bias", width));
    }

    // The labels are 8-bit numbers with a scale for each, the rest 16-bit: 28 of them would be most of the file.
    private static FeatureTable WideTable(SafeTensors file)
    {
        const int Wide = Axes + EmotionScores.Count;
        int count = (int)file.LengthOf("english.keys");
        float[] wide = file.Floats("english.rows", count * Wide);
        sbyte[] small = file.SmallNumbers("english.labels", count * LabelMix.Count);
        float[] scales = file.Floats("english.scales", LabelMix.Count);
        float[] rows = new float[count * EnglishWidth];
        for (int i = 0; i < count; i++)
        {
            Span<float> row = rows.AsSpan(i * EnglishWidth, EnglishWidth);
            wide.AsSpan(i * Wide, Wide).CopyTo(row);
            for (int k = 0; k < LabelMix.Count; k++)
            {
                row[Wide + k] = scales[k] * small[(i * LabelMix.Count) + k];
            }
        }

        return new FeatureTable(file.Numbers("english.keys", count), file.Floats("english.weights", count), rows, file.Floats("english.bias", EnglishWidth));
    }

    private static TextSpread[] Spreads(float[] values) =>
        [.. Enumerable.Range(0, Axes).Select(axis => new TextSpread(values[3 * axis], values[(3 * axis) + 1], values[(3 * axis) + 2]))];
}
