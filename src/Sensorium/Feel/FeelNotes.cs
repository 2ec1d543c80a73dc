using Sensorium.Perception;

namespace Sensorium;

/// <summary>What a person should know of a result before building on it.</summary>
internal static class FeelNotes
{
    /// <summary>The notes on a percept.</summary>
    /// <param name="percept">What was felt.</param>
    /// <param name="reading">The faces; null where nobody looked for any.</param>
    /// <returns>Sentences without a full stop; none where all is well.</returns>
    public static IReadOnlyList<LocalizedText> Of(Percept percept, FaceReading? reading)
    {
        List<LocalizedText> notes = [];
        if (reading is { Faces.Count: 0 })
        {
            notes.Add(new("no face was found; this is the feeling of the scene", "얼굴을 찾지 못해 장면의 느낌만 나타냄"));
        }

        AddDoubts(percept, notes);
        return notes;
    }

    private static void AddDoubts(Percept percept, List<LocalizedText> notes)
    {
        if (percept.Affect.Valence.Sd > Percept.UnsureSd)
        {
            string sd = percept.Affect.Valence.Sd.ToString("0.00");
            notes.Add(new($"unsure whether pleasant or unpleasant: the spread is {sd}", $"유쾌한지 불쾌한지 확실하지 않음: 표준편차 {sd}"));
        }

        if (percept.Affect.Arousal.Sd > Percept.UnsureSd)
        {
            string sd = percept.Affect.Arousal.Sd.ToString("0.00");
            notes.Add(new($"unsure whether calm or excited: the spread is {sd}", $"차분한지 들떴는지 확실하지 않음: 표준편차 {sd}"));
        }

        double most = percept.Emotions[percept.Emotions.Core];
        if (most <= Percept.UnsureShare)
        {
            string share = (100 * most).ToString("0");
            notes.Add(new($"unsure which emotion it is: none has more than {share} %", $"어떤 감정인지 확실하지 않음: 가장 큰 몫이 {share} %"));
        }
    }
}
