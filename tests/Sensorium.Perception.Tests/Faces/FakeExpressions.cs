namespace Sensorium.Perception.Tests;

/// <summary>Reads the expression that a tile's mean grey stands for: 16 + 32 times the emotion's number.</summary>
internal sealed class FakeExpressions : IFaceExpressionModel
{
    private const double Share = 0.82;

    public string Model => "fake-expression@3";

    /// <summary>The grey that stands for an emotion.</summary>
    public static byte Grey(Emotion emotion) => (byte)(16 + (32 * (int)emotion));

    /// <summary>What is read from it: .82 of the emotion, the rest evenly.</summary>
    public static EmotionScores Scores(Emotion emotion)
    {
        double[] weights = [.. Enumerable.Repeat((1 - Share) / 7, EmotionScores.Count)];
        weights[(int)emotion] = Share;
        return EmotionScores.FromWeights(weights);
    }

    public IReadOnlyList<EmotionScores> Perceive(IReadOnlyList<GreyTile> tiles, CancellationToken cancellationToken = default) =>
        [.. tiles.Select(tile => Scores((Emotion)((int)tile.Pixels.ToArray().Average(pixel => pixel) / 32)))];
}
