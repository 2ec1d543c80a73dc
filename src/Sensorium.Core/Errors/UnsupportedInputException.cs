namespace Sensorium;

/// <summary>The input may be sound, but its kind is not supported; converting it helps.</summary>
/// <param name="text">What came, what is allowed, what to do next.</param>
/// <param name="innerException">What brought it about, if anything.</param>
public sealed class UnsupportedInputException(LocalizedText text, Exception? innerException = null)
    : SensoriumException(text, innerException);
