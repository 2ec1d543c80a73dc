namespace Sensorium.Perception;

/// <summary>Finds the faces in a picture.</summary>
public interface IFaceDetector
{
    /// <summary>Name and version of the model, e.g. <c>face-detector@1</c>.</summary>
    string Model { get; }

    /// <summary>Finds the faces. Safe to call from several threads at once.</summary>
    /// <param name="picture">The picture, upright, of any size.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The faces, most confident first, in pixels of <paramref name="picture"/>; empty where there is none.</returns>
    IReadOnlyList<DetectedFace> Detect(Picture picture, CancellationToken cancellationToken = default);
}
