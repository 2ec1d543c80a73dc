namespace Sensorium.Lab.Scenes;

/// <summary>A photograph on the plane, as people rated it and as it was stated while held out.</summary>
/// <param name="Name">The file.</param>
/// <param name="RatedValence">Mean valence rating.</param>
/// <param name="StatedValence">Stated valence.</param>
/// <param name="RatedArousal">Mean arousal rating.</param>
/// <param name="StatedArousal">Stated arousal.</param>
public sealed record ScenePlace(string Name, double RatedValence, double StatedValence, double RatedArousal, double StatedArousal);
