namespace Sensorium.Music;

/// <summary>A chord built of thirds on a degree of a key.</summary>
public sealed class Chord
{
    private static readonly string[] SharpNames = ["C", "C♯", "D", "D♯", "E", "F", "F♯", "G", "G♯", "A", "A♯", "B"];
    private static readonly string[] FlatNames = ["C", "D♭", "D", "E♭", "E", "F", "G♭", "G", "A♭", "A", "B♭", "B"];
    private readonly int[] _tones;

    private Chord(int degree, int[] tones, bool isFlat)
    {
        Degree = degree;
        _tones = tones;
        Symbol = (isFlat ? FlatNames : SharpNames)[tones[0]] + Suffix(tones);
    }

    /// <summary>Degree of the root in the key, 0..6.</summary>
    public int Degree { get; }

    /// <summary>Pitch class of the root, 0..11.</summary>
    public int Root => _tones[0];

    /// <summary>The pitch classes, root first, in thirds: three, or four with a seventh, or five with a ninth.</summary>
    public ReadOnlySpan<int> Tones => _tones;

    /// <summary>The usual symbol, such as <c>Am7</c>.</summary>
    public string Symbol { get; }

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

        return new Chord(degree, tones, key.Sharps < 0);
    }

    /// <summary>Whether a pitch belongs to it.</summary>
    /// <param name="pitch">MIDI note number, at least 0.</param>
    public bool Contains(int pitch) => Array.IndexOf(_tones, pitch % 12) >= 0;

    /// <inheritdoc/>
    public override string ToString() => Symbol;

    private static string Suffix(int[] tones)
    {
        int Above(int i) => ((tones[i] - tones[0]) + 12) % 12;
        string triad = (Above(1), Above(2)) switch
        {
            (4, 7) => string.Empty,
            (3, 7) => "m",
            (3, 6) => "dim",
            (4, 8) => "aug",
            (4, 6) => "(♭5)",
            _ => "?",
        };
        if (tones.Length == 3)
        {
            return triad;
        }

        string size = tones.Length == 4 ? "7" : "9";
        return (triad, Above(3)) switch
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
