namespace Sensorium.Music;

/// <summary>How far one pitch is from another.</summary>
/// <param name="Semitones">Upwards positive.</param>
public readonly record struct Interval(int Semitones)
{
    private static readonly (char Quality, int Number)[] Simple =
    [
        ('P', 1), ('m', 2), ('M', 2), ('m', 3), ('M', 3), ('P', 4), ('A', 4), ('P', 5), ('m', 6), ('M', 6), ('m', 7), ('M', 7),
    ];

    private static readonly string[] Ordinals =
        ["unison", "second", "third", "fourth", "fifth", "sixth", "seventh", "octave", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth"];

    /// <summary>From a pitch to another.</summary>
    /// <param name="from">MIDI note number.</param>
    /// <param name="to">MIDI note number.</param>
    public static Interval Between(int from, int to) => new(to - from);

    /// <summary>Semitones of the interval within an octave upwards, 0..11: a fifth up and a fourth down are of one class, 7.</summary>
    public int Class => ((Semitones % 12) + 12) % 12;

    /// <summary>Whether it is a unison, a fifth, an octave or one of these with octaves more: what outer voices avoid to keep while both move.</summary>
    public bool IsPerfectConsonance => Math.Abs(Semitones) % 12 is 0 or 7;

    /// <summary>Quality and number, such as <c>m3</c>, <c>P5</c>, <c>M10</c>; a tritone is <c>A4</c>. The direction is not told.</summary>
    public string Symbol => $"{Quality}{Number}";

    /// <summary>The name, such as <c>minor third</c> / <c>단3도</c>. The direction is not told.</summary>
    public LocalizedText Name
    {
        get
        {
            (string english, string korean) = Quality switch { 'P' => ("perfect", "완전"), 'm' => ("minor", "단"), 'M' => ("major", "장"), _ => ("augmented", "증") };
            string ordinal = Number <= Ordinals.Length ? Ordinals[Number - 1] : $"{Number}th";
            return new LocalizedText($"{english} {ordinal}", $"{korean}{Number}도");
        }
    }

    private char Quality => Simple[Math.Abs(Semitones) % 12].Quality;

    private int Number => Simple[Math.Abs(Semitones) % 12].Number + (7 * (Math.Abs(Semitones) / 12));
}
