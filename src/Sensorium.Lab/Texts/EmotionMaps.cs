namespace Sensorium.Lab.Texts;

/// <summary>How the labels of two sets of texts become the eight emotions; docs/models/text.md has the table in words.</summary>
internal static class EmotionMaps
{
    private static readonly Dictionary<string, Emotion> GoEmotions = Index(
        (Emotion.Joy, "admiration amusement approval caring desire excitement gratitude joy love optimism pride relief"),
        (Emotion.Sadness, "disappointment embarrassment grief remorse sadness"),
        (Emotion.Anger, "anger annoyance"),
        (Emotion.Surprise, "surprise curiosity confusion realization"),
        (Emotion.Fear, "fear nervousness"),
        (Emotion.Contempt, "disapproval"),
        (Emotion.Disgust, "disgust"),
        (Emotion.Neutral, "neutral"));

    // By number, in the order of the set's own description. 11 (resolve), 26 (unwillingness), 29 (realisation) and 37 (dullness) are none of the eight.
    private static readonly Dictionary<string, Emotion> Kote = Index(
        (Emotion.Joy, "1 2 4 7 8 13 14 16 28 32 40 42 43"),
        (Emotion.Sadness, "5 10 17 19 25 27 30 36 38"),
        (Emotion.Anger, "0 3 6 22"),
        (Emotion.Surprise, "15 33 34 39"),
        (Emotion.Fear, "18 35 41"),
        (Emotion.Contempt, "9 12 20 23"),
        (Emotion.Disgust, "21 31"),
        (Emotion.Neutral, "24"));

    /// <summary>The emotion of a label of GoEmotions.</summary>
    /// <param name="label">Its English name.</param>
    /// <returns>The emotion; null for an unknown name.</returns>
    public static Emotion? OfGoEmotions(string label) => GoEmotions.TryGetValue(label, out Emotion emotion) ? emotion : null;

    /// <summary>The emotion of a label of KOTE.</summary>
    /// <param name="label">Its number, 0 to 43.</param>
    /// <returns>The emotion; null where it is none of the eight.</returns>
    public static Emotion? OfKote(string label) => Kote.TryGetValue(label, out Emotion emotion) ? emotion : null;

    private static Dictionary<string, Emotion> Index(params (Emotion Emotion, string Labels)[] groups) =>
        groups.SelectMany(group => group.Labels.Split(' ').Select(label => (label, group.Emotion))).ToDictionary(pair => pair.label, pair => pair.Emotion);
}
