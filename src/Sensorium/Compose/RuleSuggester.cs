using Sensorium.Expression;

namespace Sensorium;

/// <summary>
/// Suggestions by rules of ours: the goal from where the listener is on the plane (unpleasant and stirred: calm; unpleasant and low: first company,
/// then light; pleasant: stay), the instruments from warmth and arousal. A suggestion, not a remedy.
/// </summary>
public sealed class RuleSuggester : IComposeSuggester
{
    private const double Middle = 0.12;

    /// <inheritdoc/>
    public Task<IReadOnlyList<ComposeSuggestion>> SuggestAsync(FeelResult felt, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(felt);
        Affect affect = felt.Percept.Affect;
        // Sadness may be told with force; it wants company all the same.
        double arousal = felt.Percept.Emotions.Core == Emotion.Sadness ? Math.Min(affect.Arousal.Mean, 0) : affect.Arousal.Mean;
        return Task.FromResult(Suggest(affect.Valence.Mean, arousal, affect.Warmth ?? CompositionRequest.UsualWarmth));
    }

    /// <summary>Suggests music for a place on the plane.</summary>
    /// <param name="valence">Valence, -1..1.</param>
    /// <param name="arousal">Arousal, -1..1.</param>
    /// <param name="warmth">From cold (-1) to warm (1).</param>
    /// <returns>Three suggestions, the most fitting first.</returns>
    public static IReadOnlyList<ComposeSuggestion> Suggest(double valence, double arousal, double warmth)
    {
        bool isWarm = warmth >= 0;
        return (Side(valence), Side(arousal)) switch
        {
            ( < 0, > 0) =>
            [
                Of("piano", "calm", "It is tense: the music begins there and comes to rest.", "긴장되어 있으니 그 자리에서 시작해 차분해집니다."),
                Of(isWarm ? "strings" : "ambient", "calm", "Held sounds slow the breath.", "길게 이어지는 소리가 숨을 늦춥니다."),
                Of("electronic", "awake", "Or let the energy out.", "아니면 그 기운을 내보냅니다."),
            ],
            ( < 0, _) =>
            [
                Of(isWarm ? "strings" : "piano", "bright", "It is low: the music keeps company first, then grows lighter.", "가라앉아 있으니 먼저 곁에 머물다가 조금씩 밝아집니다."),
                Of("guitar", "calm", "Warm and plain, towards calm.", "따뜻하고 소박하게 평온으로 갑니다."),
                Of("ballad", "steady", "Or stay with the feeling for a while.", "아니면 그 마음에 잠시 머뭅니다."),
            ],
            ( > 0, > 0) =>
            [
                Of(isWarm ? "guitar" : "electronic", "steady", "It is glad and lively: the music joins in.", "기쁘고 활기차니 음악도 함께합니다."),
                Of("waltz", "bright", "A dance in three.", "세 박자의 춤입니다."),
                Of("piano", "calm", "Or let it settle gently.", "아니면 부드럽게 가라앉힙니다."),
            ],
            ( > 0, _) =>
            [
                Of(isWarm ? "piano" : "musicbox", "steady", "It is calm and pleasant: the music stays so.", "평온하고 기분 좋으니 음악도 그대로입니다."),
                Of("ambient", "calm", "Further into quiet.", "더 고요한 곳으로 갑니다."),
                Of("waltz", "bright", "Or a little more light.", "아니면 조금 더 밝게 갑니다."),
            ],
            _ =>
            [
                Of("lofi", "steady", "It is even: something to go on with.", "담담하니 하던 일과 함께할 음악입니다."),
                Of(isWarm ? "guitar" : "musicbox", "bright", "A little brighter.", "조금 더 밝게 갑니다."),
                Of("piano", "calm", "Or calmer.", "아니면 더 차분하게 갑니다."),
            ],
        };
    }

    private static int Side(double value) => value > Middle ? 1 : value < -Middle ? -1 : 0;

    private static ComposeSuggestion Of(string style, string goal, string english, string korean) =>
        new(CompositionStyles.Find(style)!, ComposeGoal.Parse(goal)!, new(english, korean));
}
