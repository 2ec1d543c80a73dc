namespace Sensorium.Perception;

/// <summary>The numbers of the text model: one table a language, and the bridge from emotions to the plane for the language without ratings.</summary>
/// <param name="English">English: valence, arousal, dominance, then a logit for each emotion.</param>
/// <param name="Korean">Korean: a logit for each emotion.</param>
/// <param name="Phrases">What the order of English words says, added to what the table says.</param>
/// <param name="Bend">Lets English arousal grow with the distance from neutral valence.</param>
/// <param name="Bridge">For each axis: intercept, effect of the valence and of the arousal that the emotions suggest (<see cref="Circumplex"/>); 3 x 3.</param>
/// <param name="EnglishSpread">Spread of each axis.</param>
/// <param name="KoreanSpread">Spread of each axis.</param>
internal sealed record TextWeights(FeatureTable English, FeatureTable Korean, PhraseNet Phrases, ArousalBend Bend, float[] Bridge, TextSpread[] EnglishSpread, TextSpread[] KoreanSpread)
{
    /// <summary>Valence, arousal, dominance.</summary>
    public const int Axes = 3;

    /// <summary>Effects of an English feature: the axes, then a logit for each emotion.</summary>
    public const int EnglishWidth = Axes + EmotionScores.Count;

    /// <summary>Effects of a Korean feature.</summary>
    public const int KoreanWidth = EmotionScores.Count;

    private const string Format = "sensorium-text-2";

    /// <summary>Reads the file.</summary>
    /// <param name="path">Its path.</param>
    /// <returns>The numbers.</returns>
    /// <exception cref="MalformedInputException">It is missing, damaged or of another version.</exception>
    public static TextWeights Read(string path)
    {
        SafeTensors file = SafeTensors.Read(path);
        file.RequireMetadata("format", Format);
        return new TextWeights(
            Table(file, "english", EnglishWidth),
            Table(file, "korean", KoreanWidth),
            Net(file),
            new ArousalBend(file.Floats("english.bend", ArousalBend.Length)),
            file.Floats("bridge", Axes * Axes),
            Spreads(file.Floats("english.spread", Axes * Axes)),
            Spreads(file.Floats("korean.spread", Axes * Axes)));
    }

    // Rows and vectors are 8-bit numbers, each row with a scale of its own and each column of a table too.
    private static FeatureTable Table(SafeTensors file, string name, int width)
    {
        int count = (int)file.LengthOf($"{name}.keys");
        float[] rows = Rows(file, $"{name}.rows", $"{name}.scales", count, width);
        float[] columns = file.Floats($"{name}.columns", width);
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i] *= columns[i % width];
        }

        return new FeatureTable(file.Numbers($"{name}.keys", count), file.Floats($"{name}.weights", count), rows, file.Floats($"{name}.bias", width));
    }

    private static PhraseNet Net(SafeTensors file) =>
        new(
            Rows(file, "net.vectors", "net.scales", (int)file.LengthOf("net.scales"), PhraseNet.Dims),
            file.Floats("net.filters2", 2 * PhraseNet.Dims * PhraseNet.Wide),
            file.Floats("net.filters3", 3 * PhraseNet.Dims * PhraseNet.Wide),
            [.. file.Floats("net.offsets2", PhraseNet.Wide), .. file.Floats("net.offsets3", PhraseNet.Wide)],
            file.Floats("net.head", EnglishWidth * PhraseNet.Answers));

    private static float[] Rows(SafeTensors file, string name, string scales, int count, int width)
    {
        sbyte[] numbers = file.SmallNumbers(name, count * width);
        float[] scale = file.Floats(scales, count), rows = new float[count * width];
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i] = scale[i / width] * numbers[i];
        }

        return rows;
    }

    private static TextSpread[] Spreads(float[] values) =>
        [.. Enumerable.Range(0, Axes).Select(axis => new TextSpread(values[3 * axis], values[(3 * axis) + 1], values[(3 * axis) + 2]))];
}
