namespace Sensorium.Perception;

/// <summary>Gathers what carried the feeling of a text: the words with the largest effect on valence, and the signs of laughing, crying and shouting.</summary>
internal sealed class TextEvidence
{
    private const int MostWords = 5;
    private const int MostGathered = 10_000;
    private const double LeastEffect = 0.02;
    private const int LongestWord = 40;

    private readonly Dictionary<string, (double Effect, double Weight)> _words = new(StringComparer.Ordinal);
    private readonly int[] _signs = new int[Enum.GetValues<TextSign>().Length];
    private double _passages;

    /// <summary>Adds a passage that was just read.</summary>
    /// <param name="reader">Its reader.</param>
    /// <param name="reading">What it says.</param>
    public void Add(PassageReader reader, TextReading reading)
    {
        TokenList tokens = reader.Tokens;
        if (tokens.Count == 0)
        {
            return;
        }

        _passages++;
        double[] effects = new double[tokens.Count];
        reader.TraceValence(reading, effects);
        for (int i = 0; i < effects.Length; i++)
        {
            CountSign(tokens.Tokens[i], tokens.Letters(i));
        }

        int[] partners = Partners(tokens, effects);
        for (int i = 0; i < effects.Length; i++)
        {
            // A word and its negator may cancel out; they are told all the same, as they took part.
            double effect = effects[i] + (partners[i] >= 0 ? effects[partners[i]] : 0);
            double weight = Math.Max(Math.Abs(effect), Math.Abs(effects[i]));
            if (Tells(tokens.Tokens[i]) && weight >= LeastEffect && _words.Count < MostGathered)
            {
                string word = WordAt(tokens, i, partners[i]);
                (double sum, double weights) = _words.GetValueOrDefault(word);
                _words[word] = (sum + effect, weights + weight);
            }
        }
    }

    /// <summary>The evidence, most telling first.</summary>
    /// <param name="reading">What the whole text says.</param>
    /// <returns>Sentences without a full stop, at least one.</returns>
    public IReadOnlyList<LocalizedText> ToTexts(TextReading reading)
    {
        List<LocalizedText> texts = [];
        string words = string.Join(", ", _words
            .OrderByDescending(pair => pair.Value.Weight).ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Take(MostWords)
            .Select(pair => $"{pair.Key} {Signed(pair.Value.Effect / _passages)}"));
        texts.Add(words.Length > 0
            ? new($"words and their effect on valence: {words}", $"단어와 정서가에 미친 영향: {words}")
            : new("no word stands out", "두드러진 단어 없음"));
        for (int sign = 0; sign < _signs.Length; sign++)
        {
            if (_signs[sign] > 0)
            {
                texts.Add(TextSigns.Say((TextSign)sign, _signs[sign]));
            }
        }

        if (reading.Known < 10)
        {
            texts.Add(new("few of its words are known to the model", "모델이 아는 단어가 거의 없음"));
        }

        return texts;
    }

    private static string Signed(double effect) => $"{(effect <= -0.005 ? "−" : "+")}{Math.Abs(effect):0.00}";

    private static bool Tells(TextToken token) =>
        token.Kind is TokenKind.Word or TokenKind.Hangul or TokenKind.Emoji or TokenKind.Emoticon && (token.Traits & TokenTraits.Negator) == 0;

    // A word that is turned around is shown with the word that turns it, and has both their effects.
    private static string WordAt(TokenList tokens, int index, int negator)
    {
        ReadOnlySpan<char> letters = tokens.Letters(index);
        string word = letters[..Math.Min(letters.Length, LongestWord)].ToString();
        return negator < 0 ? word : negator < index ? $"{tokens.Letters(negator)} {word}" : $"{word} {tokens.Letters(negator)}";
    }

    /// <summary>The negator that goes with each token, -1 for none. A negator goes with the strongest of the words that it turns around.</summary>
    private static int[] Partners(TokenList tokens, double[] effects)
    {
        int[] partners = new int[tokens.Count];
        Array.Fill(partners, -1);
        int[] strongest = new int[tokens.Count];
        Array.Fill(strongest, -1);
        for (int i = 0; i < tokens.Count; i++)
        {
            int negator = (tokens.Tokens[i].Traits & TokenTraits.Negated) != 0 && Tells(tokens.Tokens[i]) ? NegatorOf(tokens, i) : -1;
            if (negator >= 0 && (strongest[negator] < 0 || Math.Abs(effects[i]) > Math.Abs(effects[strongest[negator]])))
            {
                strongest[negator] = i;
            }
        }

        for (int negator = 0; negator < strongest.Length; negator++)
        {
            if (strongest[negator] >= 0)
            {
                partners[strongest[negator]] = negator;
            }
        }

        return partners;
    }

    private static int NegatorOf(TokenList tokens, int index)
    {
        const int Reach = 3;
        if (tokens.Tokens[index].Kind == TokenKind.Hangul && index + 1 < tokens.Count && Is(index + 1) && tokens.Letters(index + 1) is not ("안" or "못"))
        {
            return index + 1;
        }

        for (int i = index - 1; i >= Math.Max(0, index - Reach); i--)
        {
            if (Is(i))
            {
                return i;
            }
        }

        return -1;

        bool Is(int i) => (tokens.Tokens[i].Traits & TokenTraits.Negator) != 0;
    }

    private void CountSign(TextToken token, ReadOnlySpan<char> letters)
    {
        if (TextSigns.Of(token, letters) is { } sign)
        {
            _signs[(int)sign]++;
        }
    }
}
