using Sensorium.Imaging;
using Sensorium.Inference;
using Sensorium.Media;
using Sensorium.Perception;

namespace Sensorium;

/// <summary>The scene model that is installed, opened when it is first needed.</summary>
internal sealed class InstalledScene : ISceneModel
{
    private readonly Lazy<ISceneModel> _scene = new(() => SceneModels.Open(ModelCatalogue.Default(new SensoriumHome().Path)));

    /// <inheritdoc/>
    public string Model => _scene.Value.Model;

    /// <inheritdoc/>
    public Percept Perceive(Picture picture, RegionMap? regions, FaceReading? faces, CancellationToken cancellationToken = default) =>
        _scene.Value.Perceive(picture, regions, faces, cancellationToken);
}
