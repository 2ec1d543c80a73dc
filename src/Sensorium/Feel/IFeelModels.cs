using Sensorium.Inference;
using Sensorium.Media;
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

    /// <summary>Hears voices.</summary>
    /// <exception cref="SensoriumException">A model or the library that runs it is missing or broken.</exception>
    IVoicePerceiver Voice { get; }

    /// <summary>Hears songs.</summary>
    /// <exception cref="SensoriumException">A model is missing or broken.</exception>
    ISongPerceiver Songs { get; }

    /// <summary>Feels texts: the embedded model, or the endpoint that the user configured with the embedded model behind it.</summary>
    /// <exception cref="SensoriumException">A model is missing or broken.</exception>
    ITextPerceiver Text { get; }

    /// <summary>Writes down what is said; null unless the user configured an endpoint for it.</summary>
    ITranscriber? Transcriber { get; }

    /// <summary>Opens all that some options need, so that what is missing shows before any input is read.</summary>
    /// <param name="options">The options.</param>
    /// <param name="kind">What the inputs are. Default pictures.</param>
    /// <exception cref="SensoriumException">A model or the library that runs it is missing or broken.</exception>
    void Open(FeelOptions options, MediaKind kind = MediaKind.Picture);
}
