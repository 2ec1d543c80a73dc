namespace Sensorium;

/// <summary>How a piece goes from where the listener is to the goal.</summary>
public enum ComposeArc
{
    /// <summary>Meets the listener where they are, then leads to the goal.</summary>
    Iso,

    /// <summary>Is at the goal from the first moment.</summary>
    Compensatory,

    /// <summary>Stays where the listener is.</summary>
    Hold,
}
