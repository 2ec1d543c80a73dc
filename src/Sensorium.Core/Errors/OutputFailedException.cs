namespace Sensorium;

/// <summary>The result could not be written: a full disk, a missing folder, a refused permission.</summary>
/// <param name="text">What came, what is allowed, what to do next.</param>
/// <param name="innerException">What brought it about, if anything.</param>
public sealed class OutputFailedException(LocalizedText text, Exception? innerException = null)
    : SensoriumException(text, innerException);
