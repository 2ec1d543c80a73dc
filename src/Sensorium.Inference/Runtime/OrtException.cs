namespace Sensorium.Inference;

/// <summary>What ONNX Runtime said when a call failed; the caller turns it into a sentence about its model or input.</summary>
/// <param name="code">The <c>OrtErrorCode</c>.</param>
/// <param name="message">The runtime's English message.</param>
internal sealed class OrtException(OrtErrorCode code, string message) : Exception(message)
{
    /// <summary>The kind of failure.</summary>
    public OrtErrorCode Code { get; } = code;
}
