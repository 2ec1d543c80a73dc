namespace Sensorium.Perception;

/// <summary>Says how a voice sounds.</summary>
internal static class VoiceWords
{
    // A quality is worth a word from this many standard deviations on, and a strong word from twice as many.
    private const double Notable = 0.75;

    /// <summary>The evidence.</summary>
    /// <param name="manner">How it is said.</param>
    /// <param name="utterances">How many utterances there are.</param>
    /// <param name="seconds">Their length together.</param>
    /// <param name="isSung">Whether it is sung.</param>
    /// <returns>Two to three sentences, the manner first.</returns>
    public static IReadOnlyList<LocalizedText> Of(VoiceManner manner, int utterances, double seconds, bool isSung)
    {
        (double Score, LocalizedText High, LocalizedText Low)[] qualities =
        [
            (manner.Rate, new("fast", "빠름"), new("slow", "느림")),
            (manner.Effort, new("loud and forced", "크고 힘이 들어감"), new("quiet and unforced", "작고 힘이 빠짐")),
            (manner.Pitch, new("high", "높음"), new("low", "낮음")),
            (manner.Range, new("wide pitch range", "음높이 폭이 넓음"), new("narrow pitch range", "음높이 폭이 좁음")),
            (manner.Breath, new("breathy", "숨소리가 섞임"), new("pressed", "조이는 소리")),
        ];
        LocalizedText[] words = [.. qualities
            .Where(quality => Math.Abs(quality.Score) >= Notable)
            .OrderByDescending(quality => Math.Abs(quality.Score))
            .Select(quality => Graded(Math.Abs(quality.Score), quality.Score > 0 ? quality.High : quality.Low))];
        LocalizedText how = words.Length == 0
            ? new("neither fast nor slow, neither high nor low", "빠르기와 높이가 보통")
            : new(string.Join(", ", words.Select(word => word.English)), string.Join(", ", words.Select(word => word.Korean)));
        List<LocalizedText> evidence =
        [
            manner.IsRelative
                ? new($"against the speaker's usual voice: {how.English}", $"평소 목소리에 비해: {how.Korean}")
                : how,
            new($"{utterances} {(utterances == 1 ? "utterance" : "utterances")}, {seconds:0.0} s of voice", $"발화 {utterances}개, 목소리 {seconds:0.0}초"),
        ];
        if (isSung)
        {
            evidence.Add(new("sung, so less certain: the model learnt from speech", "노래라서 덜 확실함: 모델은 말소리로 학습함"));
        }

        return evidence;
    }

    private static LocalizedText Graded(double score, LocalizedText word) => score < 2 * Notable ? word : new($"very {word.English}", $"매우 {word.Korean}");
}
