namespace Sensorium.Cli;

/// <summary>Puts a place on the plane of feeling into words.</summary>
internal static class FeelingWords
{
    private const double Slight = 0.15;
    private const double Strong = 0.5;
    private const double SureSd = 0.35;
    private const double SureShare = 0.6;

    /// <summary>Describes arousal, then valence.</summary>
    /// <param name="affect">The place.</param>
    /// <returns>A phrase, e.g. <c>calm and slightly gloomy</c>.</returns>
    public static LocalizedText Of(Affect affect)
    {
        LocalizedText arousal = Pick(affect.Arousal.Mean, new("very calm", "매우 차분하고"), new("calm", "차분하고"), new("even", "평온하고"), new("lively", "활기차고"), new("very lively", "매우 활기차고"));
        LocalizedText valence = Pick(affect.Valence.Mean, new("gloomy", "어두운 느낌"), new("a little gloomy", "조금 어두운 느낌"), new("neutral", "담담한 느낌"), new("pleasant", "밝은 느낌"), new("very pleasant", "매우 밝은 느낌"));
        return new($"{arousal.English} and {valence.English}", $"{arousal.Korean} {valence.Korean}");
    }

    /// <summary>Describes a feeling: its emotion where one stands out, its place, and how sure it is.</summary>
    /// <param name="percept">The feeling.</param>
    /// <returns>A phrase, e.g. <c>joyful, lively and pleasant, fairly sure</c>.</returns>
    public static LocalizedText Of(Percept percept)
    {
        LocalizedText place = Of(percept.Affect);
        LocalizedText certainty = OfCertainty(percept);
        Emotion core = percept.Emotions.Core;
        bool isClear = percept.Emotions[core] > Percept.UnsureShare;
        LocalizedText emotion = isClear ? EmotionWords.Adjective(core) : new("no clear emotion", "뚜렷하지 않은 감정");

        // Where no emotion shows, the place says all there is.
        return isClear && core == Emotion.Neutral
            ? new($"{place.English}, {certainty.English}", $"{place.Korean}, {certainty.Korean}")
            : new($"{emotion.English}, {place.English}, {certainty.English}", $"{emotion.Korean}, {place.Korean}, {certainty.Korean}");
    }

    /// <summary>Describes how sure a feeling is.</summary>
    /// <param name="percept">The feeling.</param>
    /// <returns><c>sure</c>, <c>fairly sure</c> or <c>unsure</c>.</returns>
    public static LocalizedText OfCertainty(Percept percept)
    {
        bool isSure = Math.Max(percept.Affect.Valence.Sd, percept.Affect.Arousal.Sd) <= SureSd && percept.Emotions[percept.Emotions.Core] >= SureShare;
        return percept.IsUnsure ? new("unsure", "확실하지 않음") : isSure ? new("sure", "확실함") : new("fairly sure", "꽤 확실함");
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
