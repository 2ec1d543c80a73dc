namespace Sensorium.Lab.Datasets;

/// <summary>The words by which data sets name the eight emotions, in English and Korean.</summary>
public static class EmotionWords
{
    private static readonly (Emotion Emotion, string Words)[] Table =
    [
        (Emotion.Joy, "joy joyful happy happiness smile smiling 기쁨 행복 즐거움 웃음"),
        (Emotion.Sadness, "sadness sad sorrow unhappy 슬픔 슬퍼"),
        (Emotion.Anger, "anger angry mad 분노 화남 화 노여움"),
        (Emotion.Surprise, "surprise surprised astonished astonishment 놀람 놀라움"),
        (Emotion.Fear, "fear fearful afraid scared 두려움 공포 무서움"),
        (Emotion.Contempt, "contempt contemptuous 경멸 멸시"),
        (Emotion.Disgust, "disgust disgusted 혐오 역겨움"),
        (Emotion.Neutral, "neutral neutrality 중립 무표정"),
    ];

    private static readonly Dictionary<string, Emotion> ByWord = Table
        .SelectMany(row => row.Words.Split(' ').Select(word => (word, row.Emotion)))
        .ToDictionary(pair => pair.word, pair => pair.Emotion, StringComparer.OrdinalIgnoreCase);

    /// <summary>Every word and the emotion it stands for.</summary>
    public static IReadOnlyDictionary<string, Emotion> All => ByWord;

    /// <summary>The emotion that a word names.</summary>
    /// <param name="word">A word in any case; digits and signs before it, as in <c>03_anger</c>, are passed over.</param>
    /// <returns>The emotion; null where the word names none.</returns>
    public static Emotion? Find(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        string bare = NormalForms.Compose(word.Trim());
        return ByWord.TryGetValue(bare, out Emotion emotion) || ByWord.TryGetValue(bare.TrimStart("0123456789_-. ".ToCharArray()), out emotion)
            ? emotion
            : null;
    }
}
