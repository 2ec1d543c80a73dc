using Sensorium.Perception;

namespace Sensorium;

/// <summary>What a person should know of a result before building on it: sentences without a full stop, none where all is well.</summary>
internal static class FeelNotes
{
    // Music beside a voice is worth a word from three seconds, or a tenth of the sound, on.
    private const double NotableShare = 0.1;
    private static readonly TimeSpan NotableMusic = TimeSpan.FromSeconds(3);

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
        SoundShares shares = SoundShares.Of(reading.Segments);
        string whole = Clock.Of(reading.Length), voice = Clock.Of(shares.Voice), music = Clock.Of(shares.Music);
        if (reading.IsSung)
        {
            yield return new("most of the voice is sung, and what is known of voices was learnt from speech", "목소리의 대부분이 노래인데, 모델은 말소리로 학습함");
        }

        if (reading.Voice is not null && shares.Music > shares.Voice)
        {
            yield return new(
                $"mostly music: a voice in {voice} of {whole}, and this is the feeling of that voice alone; --as song feels the music",
                $"대부분 음악: 전체 {whole} 가운데 목소리는 {voice}이며, 그 목소리의 느낌만 나타냄. 음악의 느낌은 --as song");
        }
        else if (reading.Voice is not null && (shares.Music >= NotableMusic || shares.Music >= NotableShare * reading.Length))
        {
            yield return new(
                $"music beside the voice, alone in {music} of {whole}; it is not counted, --as song feels it",
                $"목소리와 함께 음악도 들림: 전체 {whole} 가운데 음악만 {music}. 이 느낌에는 들어 있지 않으며, 음악의 느낌은 --as song");
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
