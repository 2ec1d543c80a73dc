namespace Sensorium.Perception;

/// <summary>Reads passages one after the other with its own buffers. Not thread-safe; several readers share the weights.</summary>
/// <param name="weights">The numbers of the model.</param>
internal sealed class PassageReader(TextWeights weights)
{
    private readonly FeatureList _features = new();
    private readonly TableWork _english = new();
    private readonly TableWork _korean = new();
    private readonly PhraseWork _phrases = new();
    private readonly float[] _englishScores = new float[TextWeights.EnglishWidth];
    private readonly float[] _koreanScores = new float[TextWeights.KoreanWidth];
    private readonly double[] _surface = new double[TextSurface.Count];
    private double _koreanShare;

    /// <summary>The tokens of the last passage.</summary>
    public TokenList Tokens { get; } = new();

    /// <summary>Reads a passage.</summary>
    /// <param name="passage">At most <see cref="TextPassages.Longest"/> letters, cleaned.</param>
    /// <returns>What it says.</returns>
    public TextReading Read(ReadOnlySpan<char> passage)
    {
        Tokeniser.Split(passage, Tokens);
        Negation.Mark(Tokens);
        TextFeatures.Write(Tokens, _features);
        TextSurface.Measure(passage, _surface);
        _koreanShare = KoreanShare();
        TextReading english = _koreanShare < 1 ? English() : default;
        return _koreanShare <= 0 ? english : Mix(english, Korean(), _koreanShare);
    }

    /// <summary>By how much each token of the last passage raises valence.</summary>
    /// <param name="reading">What was read.</param>
    /// <param name="effects">One place a token.</param>
    public void TraceValence(TextReading reading, Span<double> effects)
    {
        effects.Clear();
        Span<float> part = stackalloc float[effects.Length];
        if (_koreanShare < 1)
        {
            Span<float> valence = stackalloc float[TextWeights.EnglishWidth];
            valence.Clear();
            valence[0] = 1;
            part.Clear();
            weights.English.Trace(_features, _english, valence, part);
            weights.Phrases.Trace(_phrases, valence, part);
            Add(part, 1 - _koreanShare, effects);
        }

        if (_koreanShare > 0)
        {
            // The derivative of the bridge's valence by each logit, through the softmax.
            (double v, double a) = Suggested(reading.Emotions);
            Span<float> slopes = stackalloc float[TextWeights.KoreanWidth];
            for (int k = 0; k < slopes.Length; k++)
            {
                (double pv, double pa) = Circumplex.PlaceOf((Emotion)k);
                slopes[k] = (float)(reading.Emotions[(Emotion)k] * ((weights.Bridge[1] * (pv - v)) + (weights.Bridge[2] * (pa - a))));
            }

            part.Clear();
            weights.Korean.Trace(_features, _korean, slopes, part);
            Add(part, _koreanShare, effects);
        }
    }

    private static void Add(ReadOnlySpan<float> part, double share, Span<double> effects)
    {
        for (int i = 0; i < effects.Length; i++)
        {
            effects[i] += share * part[i];
        }
    }

    private TextReading English()
    {
        int known = weights.English.Sum(_features, _english, _englishScores);
        weights.Phrases.Add(_features, _english.Found, Tokens.Count, _phrases, _englishScores);
        return new TextReading(
            weights.EnglishSpread[0].At(_englishScores[0]),
            weights.EnglishSpread[1].At(weights.Bend.At(_englishScores, _surface)),
            weights.EnglishSpread[2].At(_englishScores[2]),
            EmotionScores.FromLogits(_englishScores.AsSpan(TextWeights.Axes)),
            known);
    }

    private TextReading Korean()
    {
        int known = weights.Korean.Sum(_features, _korean, _koreanScores);
        EmotionScores emotions = EmotionScores.FromLogits(_koreanScores);
        (double v, double a) = Suggested(emotions);
        return new TextReading(Bridged(0, v, a), Bridged(1, v, a), Bridged(2, v, a), emotions, known);
    }

    private Estimate Bridged(int axis, double valence, double arousal)
    {
        ReadOnlySpan<float> row = weights.Bridge.AsSpan(axis * TextWeights.Axes, TextWeights.Axes);
        return weights.KoreanSpread[axis].At(row[0] + (row[1] * valence) + (row[2] * arousal));
    }

    private static (double Valence, double Arousal) Suggested(EmotionScores emotions)
    {
        Affect affect = Circumplex.AffectOf(emotions);
        return (affect.Valence.Mean, affect.Arousal.Mean);
    }

    /// <summary>The share of Hangul among the letters; a text of signs alone is read as English.</summary>
    private double KoreanShare()
    {
        int hangul = 0, letters = 0;
        foreach (TextToken token in Tokens.Tokens)
        {
            // A syllable holds about as much as two and a half letters.
            hangul += token.Kind is TokenKind.Hangul or TokenKind.Jamo ? 5 * token.Length : 0;
            letters += token.Kind == TokenKind.Word ? 2 * token.Length : 0;
        }

        return hangul == 0 ? 0 : (double)hangul / (hangul + letters);
    }

    private static TextReading Mix(TextReading english, TextReading korean, double share)
    {
        if (share >= 1)
        {
            return korean;
        }

        Span<double> emotions = stackalloc double[EmotionScores.Count];
        for (int k = 0; k < emotions.Length; k++)
        {
            emotions[k] = ((1 - share) * english.Emotions[(Emotion)k]) + (share * korean.Emotions[(Emotion)k]);
        }

        return new TextReading(
            Between(english.Valence, korean.Valence, share),
            Between(english.Arousal, korean.Arousal, share),
            Between(english.Dominance, korean.Dominance, share),
            EmotionScores.FromWeights(emotions),
            english.Known + korean.Known);
    }

    private static Estimate Between(Estimate one, Estimate other, double share) =>
        new(((1 - share) * one.Mean) + (share * other.Mean), ((1 - share) * one.Sd) + (share * other.Sd));
}
