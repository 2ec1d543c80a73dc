namespace Sensorium;

/// <summary>
/// An error that a person can act on: its text says what came, what is allowed and what to do next.
/// The subclasses differ by how a caller reacts, not by where the error arose.
/// </summary>
public abstract class SensoriumException : Exception
{
    /// <summary>Creates the error with its sentence.</summary>
    /// <param name="text">What came, what is allowed, what to do next.</param>
    /// <param name="innerException">What brought it about, if anything.</param>
    protected SensoriumException(LocalizedText text, Exception? innerException = null)
        : base(text.English, innerException) => Text = text;

    /// <summary>The sentence in every language; <see cref="Exception.Message"/> is the English one.</summary>
    public LocalizedText Text { get; }
}
