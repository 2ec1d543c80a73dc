namespace Sensorium.Perception;

/// <summary>The numbers of the text model: one table a language, and the bridge from emotions to the plane for the language without ratings.</summary>
/// <param name="English">English: valence, arousal, dominance, then a logit for each emotion.</param>
/// <param name="Korean">Korean: a logit for each emotion.</param>
/// <param name="Bridge">For each axis: intercept, effect of the valence and of the arousal that the emotions suggest (<see cref="Circumplex"/>); 3 x 3.</param>
/// <param name="EnglishSpread">Spread of each axis.</param>
/// <param name="KoreanSpread">Spread of each axis.</param>
internal sealed record TextWeights(FeatureTable English, FeatureTable Korean, float[] Bridge, TextSpread[] EnglishSpread, TextSpread[] KoreanSpread)
{
    /// <summary>Valence, arousal, dominance.</summary>
    public const int Axes = 3;

    /// <summary>Effects of an English feature.</summary>
    public const int EnglishWidth = Axes + EmotionScores.Count;

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
            Table(file, "english", EnglishWidth),
            Table(file, "korean", KoreanWidth),
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

    private static TextSpread[] Spreads(float[] values) =>
        [.. Enumerable.Range(0, Axes).Select(axis => new TextSpread(values[3 * axis], values[(3 * axis) + 1], values[(3 * axis) + 2]))];
}
