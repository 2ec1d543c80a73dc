namespace Sensorium.Library;

/// <summary>A player or a music server cannot be reached, refused what it was asked, or answered what nobody understands.</summary>
public class PlayerFailedException : SensoriumException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="text">Which player, what happened, what to do.</param>
    /// <param name="innerException">What caused it; null for nothing.</param>
    public PlayerFailedException(LocalizedText text, Exception? innerException = null)
        : base(text, innerException)
    {
    }
}
