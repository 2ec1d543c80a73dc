using Sensorium.Lab.Datasets;
using Sensorium.Perception;

namespace Sensorium.Lab.Scenes;

/// <summary>A rated photograph as it was measured.</summary>
/// <param name="Rated">Its name, theme and ratings.</param>
/// <param name="Sight">What was measured but for the faces.</param>
/// <param name="Faces">Its faces; null where nobody could look.</param>
internal sealed record ScenePhotograph(RatedPhotograph Rated, SceneSight Sight, FaceReading? Faces);
