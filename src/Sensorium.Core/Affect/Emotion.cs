namespace Sensorium;

/// <summary>
/// The eight emotions that every source is measured in: the six of Ekman ("An argument for basic emotions", Cognition and Emotion 1992),
/// contempt, and neutral, as the FER+ jury was asked for them.
/// </summary>
public enum Emotion
{
    /// <summary>Joy, happiness.</summary>
    Joy,

    /// <summary>Sadness.</summary>
    Sadness,

    /// <summary>Anger.</summary>
    Anger,

    /// <summary>Surprise.</summary>
    Surprise,

    /// <summary>Fear.</summary>
    Fear,

    /// <summary>Contempt.</summary>
    Contempt,

    /// <summary>Disgust.</summary>
    Disgust,

    /// <summary>No emotion shows.</summary>
    Neutral,
}
