namespace Sensorium.Perception;

/// <summary>How a face is cut out of its picture before its expression is read.</summary>
public enum FaceCropKind
{
    /// <summary>An upright square around the face with the margin that FER2013's tiles have.</summary>
    Margin,

    /// <summary>Turned and scaled so that the eyes are level and where they are in FER2013's tiles; as <see cref="Margin"/> where the detector gave no eyes.</summary>
    Aligned,

    /// <summary>As <see cref="Margin"/>, with what is not the head replaced by the tile's mean.</summary>
    BackgroundRemoved,
}
