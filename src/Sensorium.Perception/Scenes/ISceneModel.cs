using Sensorium.Imaging;

namespace Sensorium.Perception;

/// <summary>Feels a scene: what a picture as a whole conveys, whatever is in it.</summary>
public interface ISceneModel
{
    /// <summary>Name and version of the model, e.g. <c>scene@2</c>.</summary>
    string Model { get; }

    /// <summary>Measures the feeling of a picture.</summary>
    /// <param name="picture">The picture, upright.</param>
    /// <param name="regions">Its regions, for words at most; null where nobody looked for any, and the model does without.</param>
    /// <param name="faces">The faces that were found in it, empty where there is none; null where nobody looked, and the model does without.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Valence and arousal with their spread, warmth, and the evidence in words.</returns>
    Percept Perceive(Picture picture, RegionMap? regions, FaceReading? faces, CancellationToken cancellationToken = default);

    /// <summary>Measures the feeling of a picture in which nobody looked for faces.</summary>
    /// <param name="picture">The picture, upright.</param>
    /// <param name="regions">Its regions; null where nobody looked for any.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The percept.</returns>
    Percept Perceive(Picture picture, RegionMap? regions, CancellationToken cancellationToken = default) => Perceive(picture, regions, null, cancellationToken);
}
