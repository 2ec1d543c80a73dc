namespace Sensorium.Perception;

/// <summary>What a feature of a text is made of.</summary>
internal enum FeatureKind
{
    /// <summary>A token.</summary>
    Token,

    /// <summary>Two tokens in a row.</summary>
    Pair,

    /// <summary>Two tokens with one between them.</summary>
    Gap,

    /// <summary>A word that is turned around.</summary>
    Negated,

    /// <summary>How something is written: marks, capitals, length.</summary>
    Style,

    /// <summary>Two to five letters of a word.</summary>
    Letters,

    /// <summary>One to three Hangul syllables.</summary>
    Syllables,

    /// <summary>Three to six Hangul letters across syllables.</summary>
    Jamo,

    /// <summary>A word that begins with a capital or is written in capitals.</summary>
    Cased,
}
