using Sensorium.Perception;

namespace Sensorium;

/// <summary>What a person should know of a result before building on it: sentences without a full stop, none where all is well.</summary>
internal static class FeelNotes
{
    /// <summary>The notes on the faces of a picture.</summary>
    /// <param name="reading">The faces; null where nobody looked for any.</param>
    /// <returns>The notes.</returns>
    public static IEnumerable<LocalizedText> OfFaces(FaceReading? reading) =>
        reading is { Faces.Count: 0 } ? [new("no face was found; this is the feeling of the scene", "얼굴을 찾지 못해 장면의 느낌만 나타냄")] : [];

    /// <summary>The note that another model than the chosen one felt a text.</summary>
    /// <param name="percept">What was felt.</param>
    /// <param name="chosen">The model that was to feel it.</param>
    /// <returns>The notes.</returns>
    public static IEnumerable<LocalizedText> OfText(Percept percept, string chosen) => percept.Model == chosen
        ? []
        : [new($"{chosen} did not answer as it should; {percept.Model} felt the words instead", $"{chosen} 응답이 올바르지 않아 {percept.Model}로 글을 읽음")];

    /// <summary>The notes on a voice.</summary>
    /// <param name="reading">What was heard.</param>
    /// <returns>The notes.</returns>
    public static IEnumerable<LocalizedText> OfVoice(VoiceReading reading)
    {
        TimeSpan Of(Func<VoiceSegment, bool> which) => new(reading.Segments.Where(which).Sum(segment => (segment.End - segment.Start).Ticks));
        TimeSpan music = Of(segment => segment.Class == SoundClass.Music), voice = Of(segment => segment.Class is SoundClass.Speech or SoundClass.Singing);
        if (reading.IsSung)
        {
            yield return new("most of the voice is sung, and what is known of voices was learnt from speech", "목소리의 대부분이 노래인데, 모델은 말소리로 학습함");
        }

        if (reading.Voice is not null && music > voice)
        {
            yield return new(
                $"mostly music: a voice in {Clock.Of(voice)} of {Clock.Of(reading.Length)}, and this is the feeling of that voice alone",
                $"대부분 음악: 전체 {Clock.Of(reading.Length)} 가운데 목소리는 {Clock.Of(voice)}이며, 그 목소리의 느낌만 나타냄");
        }
    }

    /// <summary>What is unsure, and why.</summary>
    /// <param name="percept">What was felt.</param>
    /// <returns>The notes.</returns>
    public static IReadOnlyList<LocalizedText> OfDoubts(Percept percept)
    {
        List<LocalizedText> notes = [];
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

        return notes;
    }
}
