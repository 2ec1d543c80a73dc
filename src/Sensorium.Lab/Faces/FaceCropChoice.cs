namespace Sensorium.Lab.Faces;

/// <summary>What a model is shown of each face.</summary>
public enum FaceCropChoice
{
    /// <summary>The whole picture as it is: tiles that were cut out already, or pictures of one face.</summary>
    Tile,

    /// <summary>The face that a detector finds, upright with FER2013's margin.</summary>
    Margin,

    /// <summary>The same turned so that the eyes are level.</summary>
    Aligned,

    /// <summary>With what is not the head replaced by the mean; of tiles as they are, else of the crop with margin.</summary>
    BackgroundRemoved,
}
