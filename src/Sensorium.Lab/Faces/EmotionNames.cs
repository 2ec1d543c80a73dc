namespace Sensorium.Lab.Faces;

/// <summary>The names of the eight emotions in reports.</summary>
internal static class EmotionNames
{
    /// <summary>The names in the order of <see cref="Emotion"/>.</summary>
    public static IReadOnlyList<LocalizedText> All { get; } =
    [
        new("joy", "기쁨"), new("sadness", "슬픔"), new("anger", "분노"), new("surprise", "놀람"),
        new("fear", "두려움"), new("contempt", "경멸"), new("disgust", "혐오"), new("neutral", "중립"),
    ];
}
