namespace Sensorium.Perception;

/// <summary>How likely a piece of music belongs to each quarter of the plane; together 1.</summary>
/// <param name="Glad">Pleasant and lively (Q1).</param>
/// <param name="Tense">Unpleasant and lively (Q2).</param>
/// <param name="Sad">Unpleasant and quiet (Q3).</param>
/// <param name="Calm">Pleasant and quiet (Q4).</param>
public readonly record struct QuadrantScores(double Glad, double Tense, double Sad, double Calm)
{
    /// <summary>Valence, -1..1: pleasant less unpleasant.</summary>
    public double Valence => Glad + Calm - Tense - Sad;

    /// <summary>Arousal, -1..1: lively less quiet.</summary>
    public double Arousal => Glad + Tense - Sad - Calm;

    /// <summary>The likeliest quarter, 1..4.</summary>
    public int Likeliest => Glad >= Tense && Glad >= Sad && Glad >= Calm ? 1 : Tense >= Sad && Tense >= Calm ? 2 : Sad >= Calm ? 3 : 4;

    /// <summary>The quarter of a place.</summary>
    /// <param name="valence">Valence, -1..1.</param>
    /// <param name="arousal">Arousal, -1..1.</param>
    /// <returns>1..4.</returns>
    public static int Of(double valence, double arousal) => arousal >= 0 ? (valence >= 0 ? 1 : 2) : valence >= 0 ? 4 : 3;
}
