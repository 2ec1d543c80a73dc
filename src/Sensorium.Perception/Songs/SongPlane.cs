namespace Sensorium.Perception;

/// <summary>
/// The plane of feeling in eight sectors of 45 degrees, and what each says about the eight emotions:
/// <code>
/// excited joy .75 surprise .25          tired  neutral .5 sadness .5
/// happy   joy .9 surprise .1            sad    sadness .85 contempt .05 neutral .1
/// content joy .6 neutral .4             tense  fear .55 anger .15 disgust .1 sadness .1 surprise .1
/// calm    neutral .7 joy .3             angry  anger .65 disgust .12 contempt .08 surprise .15
/// </code>
/// The nearer to the centre, the more neutral.
/// </summary>
public static class SongPlane
{
    private const double Narrowness = 3;
    private const double FullRadius = 0.35;

    // In the order of SongTagNames.Moods; columns in the order of Emotion.
    private static readonly double[][] Table =
    [
        [0.75, 0, 0, 0.25, 0, 0, 0, 0],
        [0.9, 0, 0, 0.1, 0, 0, 0, 0],
        [0.6, 0, 0, 0, 0, 0, 0, 0.4],
        [0.3, 0, 0, 0, 0, 0, 0, 0.7],
        [0, 0.5, 0, 0, 0, 0, 0, 0.5],
        [0, 0.85, 0, 0, 0, 0.05, 0, 0.1],
        [0, 0.1, 0.15, 0.1, 0.55, 0, 0.1, 0],
        [0, 0, 0.65, 0.15, 0, 0.08, 0.12, 0],
    ];

    /// <summary>How much each of <see cref="SongTagNames.Moods"/> fits a place.</summary>
    /// <param name="valence">-1..1.</param>
    /// <param name="arousal">-1..1.</param>
    /// <returns>Eight shares that add up to 1; all equal at the centre.</returns>
    public static double[] Moods(double valence, double arousal)
    {
        double radius = Math.Min(1, Math.Sqrt((valence * valence) + (arousal * arousal)) / FullRadius), angle = Math.Atan2(arousal, valence);
        double[] shares = new double[Table.Length];
        double sum = 0;
        for (int i = 0; i < shares.Length; i++)
        {
            shares[i] = Math.Exp(Narrowness * radius * Math.Cos(angle - ((67.5 - (45 * i)) * Math.PI / 180)));
            sum += shares[i];
        }

        return Array.ConvertAll(shares, share => share / sum);
    }

    /// <summary>What a place says about the eight emotions.</summary>
    /// <param name="valence">-1..1.</param>
    /// <param name="arousal">-1..1.</param>
    /// <returns>The scores.</returns>
    public static EmotionScores Emotions(double valence, double arousal)
    {
        double[] moods = Moods(valence, arousal), weights = new double[EmotionScores.Count];
        double felt = Math.Min(1, Math.Sqrt((valence * valence) + (arousal * arousal)) / FullRadius);
        for (int i = 0; i < moods.Length; i++)
        {
            for (int e = 0; e < weights.Length; e++)
            {
                weights[e] += felt * moods[i] * Table[i][e];
            }
        }

        weights[(int)Emotion.Neutral] += 1 - felt;
        return EmotionScores.FromWeights(weights);
    }
}
