using Sensorium.Perception;

namespace Sensorium.Lab.Detection;

/// <summary>A picture and where its faces are.</summary>
/// <param name="Name">Its name, for what is left out.</param>
/// <param name="Picture">The pixels.</param>
/// <param name="Faces">Boxes to be found; null where the judge has to say.</param>
/// <param name="Ignored">Boxes that need not be found and are no mistake.</param>
internal sealed record DetectionPicture(string Name, Picture Picture, IReadOnlyList<FaceBox>? Faces, IReadOnlyList<FaceBox> Ignored);
