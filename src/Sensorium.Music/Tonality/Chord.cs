namespace Sensorium.Music;

/// <summary>A chord built of thirds on a degree of a key.</summary>
public sealed class Chord
{
    private readonly int[] _tones;

    private Chord(int degree, int[] tones, Key key)
    {
        Degree = degree;
        _tones = tones;
        RootName = key.Spell(tones[0]).Name;
        Suffix = SuffixOf();
    }

    /// <summary>Degree of the root in the key, 0..6.</summary>
    public int Degree { get; }

    /// <summary>Pitch class of the root, 0..11.</summary>
    public int Root => _tones[0];

    /// <summary>The pitch classes, root first, in thirds: three, or four with a seventh, or five with a ninth.</summary>
    public ReadOnlySpan<int> Tones => _tones;

    /// <summary>The root as the key spells it, such as <c>B♭</c>.</summary>
    public string RootName { get; }

    /// <summary>What follows the root in the symbol, such as <c>m7</c>; nothing for a major triad.</summary>
    public string Suffix { get; }

    /// <summary>The usual symbol, such as <c>Am7</c>.</summary>
    public string Symbol => RootName + Suffix;

    /// <summary>Builds a chord.</summary>
    /// <param name="key">The key.</param>
    /// <param name="degree">Degree of the root, 0..6.</param>
    /// <param name="size">Notes: 3, 4 (with the seventh) or 5 (with the ninth).</param>
    /// <param name="raisesLeadingNote">Whether the key's seventh degree is a semitone below the tonic, as in the dominants of minor.</param>
    /// <returns>The chord.</returns>
    public static Chord OfDegree(Key key, int degree, int size = 3, bool raisesLeadingNote = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degree, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(degree, 6);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 3);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, 5);
        var tones = new int[size];
        for (int i = 0; i < size; i++)
        {
            int step = (degree + (2 * i)) % 7;
            int semitones = raisesLeadingNote && step == 6 ? 11 : key.Degrees[step];
            tones[i] = (key.Tonic + semitones) % 12;
        }

        return new Chord(degree, tones, key);
    }

    /// <summary>Whether a pitch belongs to it.</summary>
    /// <param name="pitch">MIDI note number, at least 0.</param>
    public bool Contains(int pitch) => Array.IndexOf(_tones, pitch % 12) >= 0;

    /// <summary>How far a tone lies above the root.</summary>
    /// <param name="tone">Which of <see cref="Tones"/>, from 0.</param>
    /// <returns>Less than an octave.</returns>
    public Interval Above(int tone) => new(Interval.Between(Root, _tones[tone]).Class);

    /// <inheritdoc/>
    public override string ToString() => Symbol;

    private string SuffixOf()
    {
        string triad = (Above(1).Semitones, Above(2).Semitones) switch
        {
            (4, 7) => string.Empty,
            (3, 7) => "m",
            (3, 6) => "dim",
            (4, 8) => "aug",
            (4, 6) => "(♭5)",
            _ => "?",
        };
        if (_tones.Length == 3)
        {
            return triad;
        }

        string size = _tones.Length == 4 ? "7" : "9";
        return (triad, Above(3).Semitones) switch
        {
            ("", 10) => size,
            ("", 11) => "maj" + size,
            ("m", 10) => "m" + size,
            ("m", 11) => $"m(maj{size})",
            ("dim", 10) => $"m{size}♭5",
            ("dim", 9) => "dim7",
            ("aug", 11) => $"maj{size}♯5",
            _ => triad + size,
        };
    }
}
