namespace Sensorium.Perception;

/// <summary>
/// Warmth of a text by a rule of ours: (warm words - cold words) / (warm + cold + 2), a word that is turned around counting for the other
/// side; and half as much again from joy less anger, contempt and disgust. It is not learnt.
/// </summary>
internal sealed class WarmthTally
{
    private const double Doubt = 2;
    private const double FromEmotions = 0.5;

    private static readonly string[] WarmWords =
    [
        "love", "loved", "loving", "dear", "darling", "hug", "hugs", "kiss", "thank", "thanks", "grateful", "friend", "friends", "friendly", "together", "home", "family", "mother", "mom", "kind", "kindness", "gentle",
        "care", "caring", "warm", "warmth", "welcome", "comfort", "sweet", "tender", "smile", "share", "cozy", "embrace", "baby", "cuddle",
    ];

    private static readonly string[] ColdWords =
    [
        "hate", "hated", "cold", "alone", "lonely", "stranger", "cruel", "ignore", "ignored", "reject", "rejected", "distant", "indifferent", "harsh", "bitter", "icy", "freezing", "selfish", "heartless", "abandoned",
        "enemy", "threat", "despise", "disgust", "shut",
    ];

    // Beginnings of words: Korean endings vary.
    private static readonly string[] WarmStems = ["사랑", "고마", "고맙", "감사", "친구", "함께", "같이", "가족", "엄마", "따뜻", "따스", "포근", "다정", "친절", "위로", "응원", "소중", "안아", "품에", "그리워", "보고싶"];
    private static readonly string[] ColdStems = ["미워", "미운", "싫어", "싫다", "차가", "차갑", "냉정", "외로", "외롭", "혼자", "쓸쓸", "꺼져", "버려", "버림", "무시", "잔인", "매정", "냉담", "원수"];

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Warm = new HashSet<string>(WarmWords).GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Cold = new HashSet<string>(ColdWords).GetAlternateLookup<ReadOnlySpan<char>>();

    private int _warm;
    private int _cold;

    /// <summary>Counts the words of a passage.</summary>
    /// <param name="tokens">Its tokens, negation marked.</param>
    public void Add(TokenList tokens)
    {
        foreach (TextToken token in tokens.Tokens)
        {
            int sign = SignOf(token, tokens.Letters(token));
            sign = (token.Traits & TokenTraits.Negated) != 0 ? -sign : sign;
            _warm += sign > 0 ? 1 : 0;
            _cold += sign < 0 ? 1 : 0;
        }
    }

    /// <summary>The warmth.</summary>
    /// <param name="emotions">What the text says.</param>
    /// <returns>Cold (-1) to warm (1).</returns>
    public double Value(EmotionScores emotions)
    {
        double words = (_warm - _cold) / (_warm + _cold + Doubt);
        double heart = emotions[Emotion.Joy] - emotions[Emotion.Anger] - emotions[Emotion.Contempt] - emotions[Emotion.Disgust];
        return Math.Clamp(words + (FromEmotions * heart), -1, 1);
    }

    private static int SignOf(TextToken token, ReadOnlySpan<char> letters) => token.Kind switch
    {
        TokenKind.Word => Warm.Contains(letters) ? 1 : Cold.Contains(letters) ? -1 : 0,
        TokenKind.Hangul => StartsWithAny(letters, WarmStems) ? 1 : StartsWithAny(letters, ColdStems) ? -1 : 0,
        _ => 0,
    };

    private static bool StartsWithAny(ReadOnlySpan<char> word, string[] stems)
    {
        foreach (string stem in stems)
        {
            if (word.StartsWith(stem, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
