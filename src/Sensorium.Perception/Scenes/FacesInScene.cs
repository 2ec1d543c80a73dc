using Sensorium.Imaging;

namespace Sensorium.Perception;

/// <summary>A scene model that looks for faces itself where the caller has not.</summary>
/// <param name="scene">The model.</param>
/// <param name="perceiver">Reads faces; null where that is not possible here.</param>
/// <param name="whyNot">Why faces are not looked for, said as the last evidence; null says nothing.</param>
public sealed class FacesInScene(ISceneModel scene, FacePerceiver? perceiver, LocalizedText? whyNot = null) : ISceneModel
{
    /// <inheritdoc/>
    public string Model => scene.Model;

    /// <inheritdoc/>
    public Percept Perceive(Picture picture, RegionMap? regions, FaceReading? faces, CancellationToken cancellationToken = default)
    {
        if (faces is null && perceiver is not null)
        {
            faces = perceiver.Read(picture, cancellationToken: cancellationToken);
        }

        Percept percept = scene.Perceive(picture, regions, faces, cancellationToken);
        return faces is null && whyNot is { } reason ? percept with { Evidence = [.. percept.Evidence, reason] } : percept;
    }
}
