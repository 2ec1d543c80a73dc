namespace Sensorium.Library;

/// <summary>A music server cannot be reached or has fallen silent: that says nothing of the song that was asked for.</summary>
/// <param name="text">Which server, what happened, what to do.</param>
/// <param name="innerException">What caused it; null for nothing.</param>
public sealed class ServerUnreachableException(LocalizedText text, Exception? innerException = null)
    : PlayerFailedException(text, innerException);
