namespace Sensorium.Music;

/// <summary>A tonic and a mode.</summary>
/// <param name="Tonic">Pitch class of the tonic: 0 = C, 1 = C sharp, ... 11 = B.</param>
/// <param name="Mode">The mode.</param>
public readonly record struct Key(int Tonic, Mode Mode)
{
    private static readonly int[][] Steps =
    [
        [0, 2, 4, 6, 7, 9, 11],
        [0, 2, 4, 5, 7, 9, 11],
        [0, 2, 4, 5, 7, 9, 10],
        [0, 2, 3, 5, 7, 9, 10],
        [0, 2, 3, 5, 7, 8, 10],
        [0, 1, 3, 5, 7, 8, 10],
    ];

    private static readonly int[] SharpsOfMajor = [0, -5, 2, -3, 4, -1, 6, 1, -4, 3, -2, 5];

    /// <summary>Semitones from the tonic of a mode up to the tonic of the major key with the same notes.</summary>
    private static readonly int[] RelativeMajor = [7, 0, 5, 10, 3, 8];

    private static readonly string[] Syllables = ["라", "시", "도", "레", "미", "파", "솔"];
    private static readonly string[] KoreanLetters = ["가", "나", "다", "라", "마", "바", "사"];
    private static readonly string[] KoreanModes = ["리디안", "장조", "믹솔리디안", "도리안", "단조", "프리지안"];
    private static readonly string[] EnglishModes = ["lydian", "major", "mixolydian", "dorian", "minor", "phrygian"];

    /// <summary>Semitones of the seven degrees above the tonic, rising from 0.</summary>
    public ReadOnlySpan<int> Degrees => Steps[(int)Mode];

    /// <summary>The semitones of the five notes of the mode that clash least, rising from 0.</summary>
    /// <remarks>Major modes drop the fourth and the seventh, minor modes the second and the sixth.</remarks>
    public ReadOnlySpan<int> Pentatonic => Mode <= Mode.Mixolydian ? [0, 2, 4, 7, 9] : [0, 3, 5, 7, 10];

    /// <summary>Whether the third above the tonic is major.</summary>
    public bool IsMajor => Mode <= Mode.Mixolydian;

    /// <summary>The key in words, spelled as its signature is: <c>D flat major</c> but <c>C sharp dorian</c> / <c>내림라장조</c>, <c>올림다 도리안</c>.</summary>
    public LocalizedText Name
    {
        get
        {
            string tonic = Spell(Tonic).Name;
            (string english, string korean) = tonic.Length == 1 ? (string.Empty, string.Empty) : tonic[1] == '♯' ? (" sharp", "올림") : (" flat", "내림");
            string space = Mode is Mode.Ionian or Mode.Aeolian ? string.Empty : " ";
            return new LocalizedText(
                $"{tonic[0]}{english} {EnglishModes[(int)Mode]}",
                $"{korean}{KoreanLetters[tonic[0] - 'A']}{space}{KoreanModes[(int)Mode]}");
        }
    }

    /// <summary>Sharps (positive) or flats (negative) of the key signature whose notes are those of the key, -5..6.</summary>
    public int Sharps => SharpsOfMajor[(Tonic + RelativeMajor[(int)Mode]) % 12];

    /// <summary>How a pitch is written in this key.</summary>
    /// <param name="pitch">MIDI note number, at least 0; 60 is C4.</param>
    /// <returns>Letter, accidental and octave.</returns>
    public SpelledPitch Spell(int pitch) => SpelledPitch.Of(pitch, Sharps);

    /// <summary>A note in words, with the accidentals of the key, e.g. <c>B♭3</c> / <c>시♭(B♭3)</c> in D minor; the page spells notes alike.</summary>
    /// <param name="pitch">MIDI note number, 0..127; 60 is C4.</param>
    /// <returns>Letter, accidental and octave (scientific pitch notation); in Korean after the syllable.</returns>
    public LocalizedText NoteName(int pitch)
    {
        SpelledPitch spelled = Spell(pitch);
        return new($"{spelled}", $"{Syllables[spelled.Letter - 'A']}{spelled.Name[1..]}({spelled})");
    }
}
