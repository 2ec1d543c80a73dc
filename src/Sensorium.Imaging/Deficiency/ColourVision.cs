namespace Sensorium.Imaging;

/// <summary>How somebody sees colour.</summary>
public enum ColourVision
{
    /// <summary>All three cone types.</summary>
    Trichromat,

    /// <summary>Without long-wave cones: red and green look alike, red looks dark.</summary>
    Protan,

    /// <summary>Without middle-wave cones: red and green look alike.</summary>
    Deutan,

    /// <summary>Without short-wave cones: blue and green, yellow and pink look alike.</summary>
    Tritan,
}
