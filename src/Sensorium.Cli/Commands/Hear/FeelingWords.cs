namespace Sensorium.Cli;

/// <summary>Puts a place on the plane of feeling into words.</summary>
internal static class FeelingWords
{
    private const double Slight = 0.15;
    private const double Strong = 0.5;

    /// <summary>Describes arousal, then valence.</summary>
    /// <param name="affect">The place.</param>
    /// <returns>A phrase, e.g. <c>calm and slightly gloomy</c>.</returns>
    public static LocalizedText Of(Affect affect)
    {
        LocalizedText arousal = Pick(affect.Arousal.Mean, new("very calm", "매우 차분하고"), new("calm", "차분하고"), new("even", "평온하고"), new("lively", "활기차고"), new("very lively", "매우 활기차고"));
        LocalizedText valence = Pick(affect.Valence.Mean, new("gloomy", "어두운 느낌"), new("a little gloomy", "조금 어두운 느낌"), new("neutral", "담담한 느낌"), new("pleasant", "밝은 느낌"), new("very pleasant", "매우 밝은 느낌"));
        return new($"{arousal.English} and {valence.English}", $"{arousal.Korean} {valence.Korean}");
    }

    /// <summary>Describes warmth.</summary>
    /// <param name="warmth">-1..1.</param>
    /// <returns>A word.</returns>
    public static LocalizedText OfWarmth(double warmth) =>
        Pick(warmth, new("cold", "차가움"), new("cool", "서늘함"), new("neither warm nor cool", "중간"), new("warm", "따뜻함"), new("very warm", "매우 따뜻함"));

    private static LocalizedText Pick(double value, LocalizedText veryLow, LocalizedText low, LocalizedText middle, LocalizedText high, LocalizedText veryHigh) => value switch
    {
        <= -Strong => veryLow,
        <= -Slight => low,
        < Slight => middle,
        < Strong => high,
        _ => veryHigh,
    };
}
