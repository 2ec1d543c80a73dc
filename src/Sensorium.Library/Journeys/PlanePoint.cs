namespace Sensorium.Library;

/// <summary>A place on the plane of feeling, without spread. <c>default</c> is the neutral centre.</summary>
/// <param name="Valence">Unpleasant (-1) to pleasant (1).</param>
/// <param name="Arousal">Calm (-1) to excited (1).</param>
public readonly record struct PlanePoint(double Valence, double Arousal)
{
    /// <summary>The place of a feeling.</summary>
    /// <param name="affect">The feeling.</param>
    /// <returns>Its mean.</returns>
    public static PlanePoint Of(Affect affect) => new(affect.Valence.Mean, affect.Arousal.Mean);

    /// <summary>How far it is to another place.</summary>
    /// <param name="other">The other place.</param>
    /// <returns>0 and more; 2 from one edge to the other.</returns>
    public double DistanceTo(PlanePoint other) => double.Hypot(Valence - other.Valence, Arousal - other.Arousal);
}
