namespace Sensorium.Perception;

/// <summary>The two axes of the shared plane.</summary>
public enum AffectAxis
{
    /// <summary>Unpleasant to pleasant.</summary>
    Valence,

    /// <summary>Calm to excited.</summary>
    Arousal,
}
