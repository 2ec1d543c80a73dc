namespace Sensorium.Perception;

/// <summary>Signs beside words that tell of feeling.</summary>
internal enum TextSign
{
    /// <summary>ㅋㅋ, ㅎㅎ.</summary>
    Laughing,

    /// <summary>ㅠㅠ, ㅜㅜ.</summary>
    Crying,

    /// <summary>A glad emoticon or pictograph.</summary>
    Glad,

    /// <summary>A sad, angry or frightened one.</summary>
    Sad,

    /// <summary>Exclamation marks.</summary>
    Exclaiming,

    /// <summary>Words in capitals.</summary>
    Capitals,

    /// <summary>Drawn-out letters.</summary>
    Drawn,
}
