namespace Sensorium;

/// <summary>How a journey leads. None of them is a therapy.</summary>
public enum JourneyKind
{
    /// <summary>Stays with the mood that was felt.</summary>
    Follow,

    /// <summary>Begins at the mood that was felt and moves to the goal.</summary>
    Iso,

    /// <summary>Begins at the goal and stays there.</summary>
    Compensatory,

    /// <summary>Begins at the mood that was felt and goes through the places given.</summary>
    Custom,
}
