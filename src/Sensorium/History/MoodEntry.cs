namespace Sensorium;

/// <summary>One line of the mood history: when, from what kind of source, and where on the plane. No media, no text, no name of a file.</summary>
/// <param name="Time">When it was felt.</param>
/// <param name="Source">The kind of source, e.g. <c>text</c> or <c>face</c>.</param>
/// <param name="Valence">Unpleasant (-1) to pleasant (1).</param>
/// <param name="Arousal">Calm (-1) to excited (1).</param>
/// <param name="Core">The strongest emotion.</param>
public readonly record struct MoodEntry(DateTimeOffset Time, string Source, double Valence, double Arousal, Emotion Core)
{
    /// <summary>What a percept leaves in the history.</summary>
    /// <param name="percept">What was felt.</param>
    /// <param name="time">When.</param>
    /// <returns>The entry, valence and arousal to two decimals.</returns>
    public static MoodEntry Of(Percept percept, DateTimeOffset time)
    {
        ArgumentNullException.ThrowIfNull(percept);
        return new MoodEntry(time, percept.Source, Math.Round(percept.Affect.Valence.Mean, 2) + 0.0, Math.Round(percept.Affect.Arousal.Mean, 2) + 0.0, percept.Emotions.Core);
    }
}
