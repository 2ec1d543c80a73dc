namespace Sensorium;

/// <summary>The input is broken or is not what it claims to be; another input is needed.</summary>
/// <param name="text">What came, what is allowed, what to do next.</param>
/// <param name="innerException">What brought it about, if anything.</param>
public sealed class MalformedInputException(LocalizedText text, Exception? innerException = null)
    : SensoriumException(text, innerException);
