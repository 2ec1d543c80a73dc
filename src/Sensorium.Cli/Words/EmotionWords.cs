namespace Sensorium.Cli;

/// <summary>What the eight emotions are called.</summary>
internal static class EmotionWords
{
    /// <summary>The emotion as a noun.</summary>
    /// <param name="emotion">The emotion.</param>
    /// <returns>E.g. <c>joy</c>.</returns>
    public static LocalizedText Noun(Emotion emotion) => emotion switch
    {
        Emotion.Joy => new("joy", "기쁨"),
        Emotion.Sadness => new("sadness", "슬픔"),
        Emotion.Anger => new("anger", "분노"),
        Emotion.Surprise => new("surprise", "놀라움"),
        Emotion.Fear => new("fear", "두려움"),
        Emotion.Contempt => new("contempt", "경멸"),
        Emotion.Disgust => new("disgust", "혐오"),
        _ => new("neutral", "담담함"),
    };

    /// <summary>The emotion as it describes somebody or something.</summary>
    /// <param name="emotion">The emotion.</param>
    /// <returns>E.g. <c>joyful</c>; the noun in Korean, which has no such adjectives for all of them.</returns>
    public static LocalizedText Adjective(Emotion emotion) => new(
        emotion switch
        {
            Emotion.Joy => "joyful",
            Emotion.Sadness => "sad",
            Emotion.Anger => "angry",
            Emotion.Surprise => "surprised",
            Emotion.Fear => "fearful",
            Emotion.Contempt => "contemptuous",
            Emotion.Disgust => "disgusted",
            _ => "neutral",
        },
        Noun(emotion).Korean);
}
