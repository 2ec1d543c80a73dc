namespace Sensorium.Perception;

/// <summary>All numbers of a scene model.</summary>
internal sealed class SceneWeights
{
    /// <summary>The codebook of the shapes.</summary>
    public required ShapeCodebook Codebook { get; init; }

    /// <summary>The photographs that pictures are compared with.</summary>
    public required SceneMemory Memory { get; init; }

    /// <summary>The heads for a picture in which faces were looked for.</summary>
    public required SceneHeads WithFaces { get; init; }

    /// <summary>The heads for a picture in which nobody looked for faces.</summary>
    public required SceneHeads Alone { get; init; }

    /// <summary>What can be said in words, in the order of <see cref="SceneFeature"/>.</summary>
    public required IReadOnlyList<SceneMeasure> Measures { get; init; }

    /// <summary>How emotions are named.</summary>
    public required SceneNaming Naming { get; init; }
}
