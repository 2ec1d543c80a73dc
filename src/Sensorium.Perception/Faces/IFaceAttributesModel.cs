namespace Sensorium.Perception;

/// <summary>Guesses age and gender of faces; exists only where a pack of task <c>face-attributes</c> is installed.</summary>
public interface IFaceAttributesModel
{
    /// <summary>Name and version of the model.</summary>
    string Model { get; }

    /// <summary>Guesses for faces of one picture.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="faces">Its faces.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>One guess for each face, in the same order.</returns>
    IReadOnlyList<FaceAttributes> Estimate(Picture picture, IReadOnlyList<DetectedFace> faces, CancellationToken cancellationToken = default);
}
