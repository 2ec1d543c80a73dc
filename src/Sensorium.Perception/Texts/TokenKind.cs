namespace Sensorium.Perception;

/// <summary>What a token of a text is.</summary>
internal enum TokenKind
{
    /// <summary>Letters of an alphabet.</summary>
    Word,

    /// <summary>Hangul syllables.</summary>
    Hangul,

    /// <summary>Hangul letters that stand alone: ㅋㅋ, ㅠㅠ.</summary>
    Jamo,

    /// <summary>Digits.</summary>
    Number,

    /// <summary>A face of punctuation marks: :) or T_T.</summary>
    Emoticon,

    /// <summary>A pictograph.</summary>
    Emoji,

    /// <summary>Punctuation, the same mark again and again counted once.</summary>
    Mark,
}
