namespace Sensorium.Inference;

/// <summary>An endpoint that the user configured did not answer, or not as it should. Callers do without it and say so.</summary>
public sealed class EndpointFailedException : SensoriumException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="text">Which endpoint, what happened, what to do.</param>
    /// <param name="innerException">What caused it; null for nothing.</param>
    public EndpointFailedException(LocalizedText text, Exception? innerException = null)
        : base(text, innerException)
    {
    }
}
