namespace Sensorium;

/// <summary>What the eight emotions are called, for people and for programs.</summary>
public static class FeelingNames
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

    /// <summary>The emotion as the schemas spell it.</summary>
    /// <param name="emotion">The emotion.</param>
    /// <returns>E.g. <c>joy</c>.</returns>
    public static string Id(Emotion emotion) => Noun(emotion).English;
}
