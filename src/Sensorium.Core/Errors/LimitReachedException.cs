namespace Sensorium;

/// <summary>The input is larger, or took longer, than a stated limit allows; a smaller input or a raised limit helps.</summary>
/// <param name="text">What came, what is allowed, what to do next.</param>
/// <param name="innerException">What brought it about, if anything.</param>
public sealed class LimitReachedException(LocalizedText text, Exception? innerException = null)
    : SensoriumException(text, innerException);
