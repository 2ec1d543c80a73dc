namespace Sensorium.Cli;

/// <summary>What the eight emotions are called.</summary>
internal static class EmotionWords
{
    /// <summary>The emotion as a noun.</summary>
    /// <param name="emotion">The emotion.</param>
    /// <returns>E.g. <c>joy</c>.</returns>
    public static LocalizedText Noun(Emotion emotion) => FeelingNames.Noun(emotion);

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
