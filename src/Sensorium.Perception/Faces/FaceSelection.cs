namespace Sensorium.Perception;

/// <summary>Which of the faces in a picture are read.</summary>
public enum FaceSelection
{
    /// <summary>Every face, up to <see cref="FaceReadOptions.MostFaces"/>.</summary>
    All,

    /// <summary>The face with the largest box alone.</summary>
    Largest,
}
