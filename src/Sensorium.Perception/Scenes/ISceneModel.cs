using Sensorium.Imaging;

namespace Sensorium.Perception;

/// <summary>Feels a scene: what a picture as a whole conveys, whatever is in it.</summary>
public interface ISceneModel
{
    /// <summary>Name and version of the model, e.g. <c>scene-colour@1</c>.</summary>
    string Model { get; }

    /// <summary>Measures the feeling of a picture.</summary>
    /// <param name="picture">The picture, upright.</param>
    /// <param name="regions">Its regions; models use them for words and composition at most.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Valence and arousal with their spread, warmth, and the evidence in words.</returns>
    Percept Perceive(Picture picture, RegionMap regions, CancellationToken cancellationToken = default);
}
