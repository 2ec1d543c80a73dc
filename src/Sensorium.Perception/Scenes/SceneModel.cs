using Sensorium.Imaging;
using Sensorium.Inference;

namespace Sensorium.Perception;

/// <summary>
/// The feeling of a scene from colour, texture, edges, composition and, where they were looked for, faces: <c>scene@2</c>. A picture feels
/// as the photographs do that it is like; docs/models/scene.md says on what it was trained, how well it does, and where it fails.
/// </summary>
/// <remarks>
/// Warmth is tanh of the mean warm-cool value of Ou, Luo, Woodcock and Wright, "A study of colour emotion and colour preference, part I"
/// (Color Research and Application 2004): oranges and reds are warm, blues and greens cool, and more so with more chroma.
/// The same picture gives the same percept on any number of threads. Thread-safe.
/// </remarks>
public sealed class SceneModel : ISceneModel
{
    /// <summary>The task of such models in <see cref="ModelManifest.Task"/>.</summary>
    public const string Task = "scene";

    /// <summary>The <see cref="Percept.Source"/> of what scenes convey.</summary>
    public const string Source = "scene";

    private readonly SceneWeights _weights;

    /// <summary>Creates the model.</summary>
    /// <param name="model">Name and version.</param>
    /// <param name="weights">Its numbers.</param>
    internal SceneModel(string model, SceneWeights weights)
    {
        Model = model;
        _weights = weights;
    }

    /// <inheritdoc/>
    public string Model { get; }

    /// <summary>Opens a model folder.</summary>
    /// <param name="folder">A model of task <c>scene</c>; its first <c>.safetensors</c> file holds the numbers.</param>
    /// <returns>The model.</returns>
    /// <exception cref="UnsupportedInputException">The model is for another task.</exception>
    /// <exception cref="MalformedInputException">The file is not there, damaged or of another version.</exception>
    public static SceneModel Open(ModelFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ModelTasks.Require(folder.Manifest, Task);
        return new SceneModel(folder.Manifest.Name, SceneWeightsFile.Read(ModelTasks.File(folder, ".safetensors")));
    }

    /// <inheritdoc/>
    public Percept Perceive(Picture picture, RegionMap? regions, FaceReading? faces, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(picture);
        SceneSight sight = SceneSight.Of(picture, cancellationToken);
        SceneVector vector = sight.ToVector(_weights.Codebook, faces);
        double[][] likeness = _weights.Memory.LikenessTo(vector);
        SceneHeads heads = faces is null ? _weights.Alone : _weights.WithFaces;
        Affect affect = AffectOf(sight, heads, likeness);
        return new Percept
        {
            Affect = affect,
            Emotions = _weights.Naming.EmotionsOf(affect),
            Evidence = SceneEvidence.Of(_weights.Measures, affect, sight, regions, FacesSay(vector, likeness, faces, heads, affect)),
            Source = Source,
            Model = Model,
        };
    }

    /// <summary>The place of a picture that is measured already.</summary>
    /// <param name="sight">What was measured.</param>
    /// <param name="faces">Its faces; null where nobody looked.</param>
    /// <returns>The place.</returns>
    internal Affect AffectOf(SceneSight sight, FaceReading? faces) =>
        AffectOf(sight, faces is null ? _weights.Alone : _weights.WithFaces, _weights.Memory.LikenessTo(sight.ToVector(_weights.Codebook, faces)));

    private Affect AffectOf(SceneSight sight, SceneHeads heads, double[][] likeness)
    {
        SceneMeasure warmCool = _weights.Measures[(int)SceneFeature.WarmCool];
        return new Affect
        {
            Valence = heads.Valence.Estimate(likeness),
            Arousal = heads.Arousal.Estimate(likeness),
            Warmth = Math.Tanh((sight.Features[SceneFeature.WarmCool] - warmCool.Mean) / (2 * warmCool.Sd)),
        };
    }

    /// <summary>By how much the faces moved the result; null where there are none.</summary>
    private SceneFaceEffect? FacesSay(SceneVector vector, double[][] likeness, FaceReading? faces, SceneHeads heads, Affect affect)
    {
        if (faces?.Group is not { } group)
        {
            return null;
        }

        // Only one block of five differs; the others are dear to measure.
        SceneVector faceless = vector.WithFaces(FaceMeasures.Measure(null, 1, 1));
        double[][] without = [.. likeness.AsSpan(0, (int)SceneBlock.Faces), _weights.Memory.LikenessTo(faceless, SceneBlock.Faces)];
        return new SceneFaceEffect(
            affect.Valence.Mean - heads.Valence.Estimate(without).Mean,
            affect.Arousal.Mean - heads.Arousal.Estimate(without).Mean,
            group.Evidence[0]);
    }
}
