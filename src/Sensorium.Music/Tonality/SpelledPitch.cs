namespace Sensorium.Music;

/// <summary>A pitch as it is written: which letter, how it is altered, and the octave of the letter.</summary>
/// <param name="Letter"><c>A</c> to <c>G</c>.</param>
/// <param name="Alteration">Semitones above (sharps) or below (flats) the letter, -2..2.</param>
/// <param name="Octave">Of scientific pitch notation, that of the letter: C♭4 sounds as B3.</param>
public readonly record struct SpelledPitch(char Letter, int Alteration, int Octave)
{
    private const string LineOfFifths = "FCGDAEB";

    /// <summary>Letter and accidentals, such as <c>E♭</c>.</summary>
    public string Name => Letter + new string(Alteration < 0 ? '♭' : '♯', Math.Abs(Alteration));

    /// <inheritdoc/>
    public override string ToString() => $"{Name}{Octave}";

    /// <summary>
    /// Spells a pitch by the line of fifths (... B♭ F C G D A E B F♯ ...): of the twelve names from a minor third below the signature's tonic (E♭ in C)
    /// up to the leading note of its relative minor (G♯), the one that sounds as asked. So the notes of the key stand as in its signature, and leading
    /// notes are raised, not lowered.
    /// </summary>
    /// <param name="pitch">MIDI note number, at least 0.</param>
    /// <param name="sharps">Sharps (positive) or flats (negative) of the signature.</param>
    /// <returns>The spelling.</returns>
    internal static SpelledPitch Of(int pitch, int sharps)
    {
        int lowest = sharps - 3;
        int fifths = lowest + Modulo((7 * pitch) - lowest, 12);
        char letter = LineOfFifths[Modulo(fifths + 1, 7)];
        int alteration = (int)Math.Floor((fifths + 1) / 7.0);
        return new SpelledPitch(letter, alteration, (int)Math.Floor((pitch - alteration) / 12.0) - 1);
    }

    private static int Modulo(int value, int by) => ((value % by) + by) % by;
}
