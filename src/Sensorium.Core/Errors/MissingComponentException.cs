namespace Sensorium;

/// <summary>A program or library that the operation needs is not installed; the text says how to get it.</summary>
/// <param name="component">The component's short name as <c>sensorium doctor</c> lists it, e.g. <c>ffmpeg</c>.</param>
/// <param name="text">What is missing, what for, and how to get it.</param>
/// <param name="innerException">What brought it about, if anything.</param>
public sealed class MissingComponentException(string component, LocalizedText text, Exception? innerException = null)
    : SensoriumException(text, innerException)
{
    /// <summary>The component's short name as <c>sensorium doctor</c> lists it.</summary>
    public string Component { get; } = component;
}
