namespace Sensorium.Lab.Datasets;

/// <summary>The emotions of AI-Hub's annotations, and how tables of voices spell them.</summary>
public static class AiHubEmotions
{
    private static readonly Dictionary<string, Emotion> More = new(StringComparer.OrdinalIgnoreCase)
    {
        ["dislike"] = Emotion.Disgust,
        ["싫음"] = Emotion.Disgust,
        ["불안"] = Emotion.Fear,
        ["anxiety"] = Emotion.Fear,
        ["당황"] = Emotion.Surprise,
        ["없음"] = Emotion.Neutral,
    };

    /// <summary>How tables of voices spell the eight, in the order of <see cref="Emotion"/>.</summary>
    public static IReadOnlyList<string> VoiceWords { get; } = ["happy", "sad", "angry", "surprised", "fearful", "contempt", "disgust", "neutral"];

    /// <summary>The emotion that a label names.</summary>
    /// <param name="label">English or Korean, in any case; of several parted by a slash, as in <c>공포/불안</c>, the first that is known.</param>
    /// <returns>The emotion; null where the label names none.</returns>
    public static Emotion? Find(string label)
    {
        ArgumentNullException.ThrowIfNull(label);
        foreach (string word in NormalForms.Compose(label).Split(['/', ',', '(', ')'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (EmotionWords.Find(word) is { } emotion)
            {
                return emotion;
            }

            if (More.TryGetValue(word, out emotion))
            {
                return emotion;
            }
        }

        return null;
    }
}
