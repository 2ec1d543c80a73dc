namespace Sensorium.Perception;

/// <summary>The tokens of one passage, in buffers that are used again for the next. Not thread-safe.</summary>
internal sealed class TokenList
{
    // A mark may need one letter more than it has; nothing else grows.
    private readonly char[] _letters = new char[TextPassages.Longest * 2];
    private readonly TextToken[] _tokens = new TextToken[TextPassages.Longest];
    private int _used;

    /// <summary>How many tokens there are.</summary>
    public int Count { get; private set; }

    /// <summary>The tokens in order.</summary>
    public Span<TextToken> Tokens => _tokens.AsSpan(0, Count);

    /// <summary>The letters of a token, in lower case, drawn-out letters shortened.</summary>
    /// <param name="token">The token.</param>
    /// <returns>Its letters.</returns>
    public ReadOnlySpan<char> Letters(TextToken token) => _letters.AsSpan(token.Start, token.Length);

    /// <summary>The letters of a token.</summary>
    /// <param name="index">Its place.</param>
    /// <returns>Its letters.</returns>
    public ReadOnlySpan<char> Letters(int index) => Letters(_tokens[index]);

    /// <summary>Forgets all tokens.</summary>
    public void Clear()
    {
        Count = 0;
        _used = 0;
    }

    /// <summary>Adds a letter to the token that is being written.</summary>
    /// <param name="letter">The letter.</param>
    public void Push(char letter) => _letters[_used++] = letter;

    /// <summary>Ends the token that is being written.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="traits">How it is written.</param>
    public void End(TokenKind kind, TokenTraits traits = TokenTraits.None)
    {
        int start = Count == 0 ? 0 : _tokens[Count - 1].Start + _tokens[Count - 1].Length;
        if (_used > start)
        {
            _tokens[Count++] = new TextToken(start, _used - start, kind, traits);
        }
    }

    /// <summary>Adds a trait to a token.</summary>
    /// <param name="index">Its place.</param>
    /// <param name="trait">The trait.</param>
    public void Mark(int index, TokenTraits trait) => _tokens[index] = _tokens[index] with { Traits = _tokens[index].Traits | trait };
}
