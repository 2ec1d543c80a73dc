using Sensorium.Perception;

namespace Sensorium;

/// <summary>The models that <see cref="FeelFlow"/> feels with. Each is opened when it is first asked for, once; all may be used from several threads.</summary>
public interface IFeelModels
{
    /// <summary>Reads faces; what finds them is opened only when a picture is searched.</summary>
    /// <exception cref="SensoriumException">A model or the library that runs it is missing or broken.</exception>
    FacePerceiver Faces { get; }

    /// <summary>Feels scenes.</summary>
    /// <exception cref="SensoriumException">A model or the library that runs it is missing or broken.</exception>
    ISceneModel Scene { get; }

    /// <summary>Opens all that some options need, so that what is missing shows before any input is read.</summary>
    /// <param name="options">The options.</param>
    /// <exception cref="SensoriumException">A model or the library that runs it is missing or broken.</exception>
    void Open(FeelOptions options);
}
