namespace Sensorium.Library;

/// <summary>What a listener did with a song.</summary>
public enum FeedbackKind
{
    /// <summary>Heard it.</summary>
    Play,

    /// <summary>Said that it fits.</summary>
    Like,

    /// <summary>Said that it does not fit.</summary>
    Dislike,

    /// <summary>Went on to the next before its end.</summary>
    Skip,

    /// <summary>Told the mood before, after, or both.</summary>
    Mood,
}
