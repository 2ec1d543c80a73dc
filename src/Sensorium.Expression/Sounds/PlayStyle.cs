namespace Sensorium.Expression;

/// <summary>How an instrument fills a loop.</summary>
public enum PlayStyle
{
    /// <summary>One held tone: bowed, blown, sung.</summary>
    Sustained,

    /// <summary>Repeated strokes in the picture's pulse: struck or plucked.</summary>
    Struck,
}
