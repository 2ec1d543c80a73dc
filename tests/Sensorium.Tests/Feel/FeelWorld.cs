using Sensorium.Imaging;
using Sensorium.Perception;

namespace Sensorium.Tests;

/// <summary>Models that are known beforehand: a detector that finds what it is told, a scene that always feels the same.</summary>
internal sealed class FeelWorld : IFeelModels, IFaceDetector, IFaceExpressionModel, ISceneModel
{
    /// <summary>The faces that the detector finds, in shares of the picture.</summary>
    public IReadOnlyList<FaceBox> Found { get; init; } = [];

    /// <summary>The weights of the emotions that every face expresses.</summary>
    public double[] Expression { get; init; } = [8, 0.5, 0.25, 0.5, 0.25, 0.25, 0.25, 1];

    /// <summary>What the scene feels like.</summary>
    public Percept SceneFeeling { get; init; } = Of(0.2, -0.1);

    /// <summary>How often something was looked for.</summary>
    public int Searches { get; private set; }

    public FacePerceiver Faces => new(this, this);

    public ISceneModel Scene => this;

    string IFaceDetector.Model => "stand-in-detector@1";

    string IFaceExpressionModel.Model => "stand-in-expression@1";

    string ISceneModel.Model => "stand-in-scene@1";

    public static Percept Of(double valence, double arousal, double sd = 0.3) => new()
    {
        Affect = new Affect { Valence = new(valence, sd), Arousal = new(arousal, sd), Warmth = -0.25 },
        Emotions = Circumplex.EmotionsOf(new Affect { Valence = new(valence, sd), Arousal = new(arousal, sd) }),
        Evidence = [new("a plain wall", "민무늬 벽")],
        Source = "scene",
        Model = "stand-in-scene@1",
    };

    public void Open(FeelOptions options) => Faces.Require(options.Faces);

    public IReadOnlyList<DetectedFace> Detect(Picture picture, CancellationToken cancellationToken = default)
    {
        Searches++;
        return [.. Found.Select((box, i) => new DetectedFace
        {
            Box = new(box.X * picture.Width, box.Y * picture.Height, box.Width * picture.Width, box.Height * picture.Height),
            Confidence = 0.9 - (0.1 * i),
        })];
    }

    public IReadOnlyList<EmotionScores> Perceive(IReadOnlyList<GreyTile> tiles, CancellationToken cancellationToken = default) =>
        [.. tiles.Select(_ => EmotionScores.FromWeights(Expression))];

    public Percept Perceive(Picture picture, RegionMap? regions, FaceReading? faces, CancellationToken cancellationToken = default) => SceneFeeling;
}
