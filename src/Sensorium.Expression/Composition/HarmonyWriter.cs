using Sensorium.Music;

namespace Sensorium.Expression;

/// <summary>Chords of phrases: functional progressions for major and minor, each mode's own colour for the others.</summary>
internal sealed class HarmonyWriter(Pcg32 random)
{
    // Degrees of four bars, by mode from lydian to phrygian: phrases that stay open, and phrases that close on the tonic.
    private static readonly int[][][] Open =
    [
        [[0, 1, 0, 4], [0, 4, 1, 4], [0, 1, 5, 4], [0, 5, 1, 4]],
        [[0, 4, 5, 3], [0, 5, 3, 4], [0, 2, 3, 4], [0, 3, 1, 4], [0, 5, 1, 4], [0, 3, 0, 4], [5, 3, 0, 4], [3, 4, 5, 4]],
        [[0, 6, 3, 6], [0, 3, 6, 3], [0, 4, 6, 3], [0, 1, 3, 6]],
        [[0, 3, 0, 6], [0, 6, 3, 6], [0, 2, 3, 6], [0, 3, 2, 4]],
        [[0, 5, 2, 6], [0, 3, 5, 4], [0, 6, 5, 4], [0, 5, 3, 4], [0, 3, 0, 4], [0, 6, 3, 4], [0, 0, 3, 4], [0, 0, 3, 3], [0, 3, 0, 3], [0, 0, 5, 3]],
        [[0, 1, 0, 6], [0, 5, 1, 6], [0, 1, 2, 1], [0, 3, 1, 6]],
    ];

    private static readonly int[][][] Closed =
    [
        [[0, 1, 4, 0], [5, 1, 4, 0], [1, 4, 1, 0]],
        [[0, 3, 4, 0], [5, 3, 4, 0], [1, 4, 5, 0], [3, 0, 4, 0], [0, 5, 4, 0], [5, 1, 4, 0], [3, 4, 4, 0]],
        [[0, 3, 6, 0], [3, 6, 3, 0], [0, 6, 3, 0]],
        [[0, 3, 6, 0], [2, 6, 3, 0], [0, 2, 3, 0]],
        [[0, 3, 4, 0], [5, 3, 4, 0], [0, 5, 4, 0], [2, 5, 4, 0], [3, 5, 4, 0], [0, 3, 0, 0], [3, 0, 4, 0], [0, 0, 4, 0], [3, 3, 0, 0]],
        [[0, 6, 1, 0], [5, 6, 1, 0], [3, 2, 1, 0]],
    ];

    private const double Leaning = 1.8;
    private int[] _last = [];

    /// <summary>Chooses the chords of a phrase.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="phrase">The phrase.</param>
    /// <param name="character">What the music does in it.</param>
    /// <param name="colour">Added to the share of chords with sevenths and ninths.</param>
    /// <param name="isLast">Whether the piece ends with it.</param>
    /// <returns>For each bar, one chord or one for each half.</returns>
    public IReadOnlyList<Chord>[] Write(Key key, CompositionPhrase phrase, MusicalCharacter character, double colour, bool isLast)
    {
        int[][] choices = (phrase.IsClosed ? Closed : Open)[(int)key.Mode];
        int[] degrees = Choose(choices, key, character.Brightness);
        degrees = degrees.SequenceEqual(_last) ? Choose(choices, key, character.Brightness) : degrees;
        _last = degrees;
        var bars = new IReadOnlyList<Chord>[phrase.Bars];
        for (int i = 0; i < phrase.Bars; i++)
        {
            // Longer phrases repeat their third bar, shorter ones lose their first; an introduction stands on the tonic.
            int at = phrase.Theme < 0 ? 0 : phrase.Bars - 1 - i <= 1 ? 3 - (phrase.Bars - 1 - i) : Math.Min(i, 2);
            int degree = phrase.Theme < 0 ? (i == phrase.Bars - 1 && phrase.Bars > 1 ? 3 : 0) : degrees[at];
            bool isEnd = isLast && i == phrase.Bars - 1;
            Chord chord = Build(key, degree, character, colour, isEnd, leads: phrase.IsClosed && i == phrase.Bars - 2);

            // Lively and bright music moves on within a bar; dark music stays.
            bool moves = !isEnd && phrase.Theme >= 0 && random.NextDouble() < 1.1 * character.Drive * character.Brightness;
            bars[i] = moves ? [chord, Build(key, Step(degree, character), character, colour, false, leads: false)] : [chord];
        }

        return bars;
    }

    // Progressions with many major triads where it is bright, with few where it is dark.
    private int[] Choose(int[][] choices, Key key, double brightness)
    {
        double[] weights = [.. choices.Select(degrees => Math.Exp(Leaning * ((2 * brightness) - 1) * degrees.Count(degree => IsMajor(key, degree))))];
        double at = random.NextDouble() * weights.Sum();
        int chosen = 0;
        while (chosen < choices.Length - 1 && (at -= weights[chosen]) >= 0)
        {
            chosen++;
        }

        return choices[chosen];
    }

    private static bool IsMajor(Key key, int degree) => ((key.Degrees[(degree + 2) % 7] - key.Degrees[degree]) + 12) % 12 == 4;

    private int Step(int degree, MusicalCharacter character) => degree switch
    {
        0 => random.NextDouble() < 0.3 + (0.5 * character.Brightness) ? (random.Next(2) == 0 ? 3 : 4) : 5,
        4 => random.Next(2) == 0 ? 4 : 6,
        _ => character.Mode is Mode.Ionian or Mode.Lydian or Mode.Aeolian && random.Next(2) == 0 ? 4 : 0,
    };

    private Chord Build(Key key, int degree, MusicalCharacter character, double colour, bool isEnd, bool leads)
    {
        bool isDominant = degree is 4 or 6;
        int size = !isEnd && random.NextDouble() < character.Colour + colour ? (random.NextDouble() < colour ? 5 : 4) : 3;

        // The dominant of minor has its leading note where it closes a phrase, elsewhere by chance; the seventh degree is the diminished chord of tense music or the plain one.
        bool raises = key.Mode == Mode.Aeolian && ((degree == 4 && (leads || random.NextDouble() < 0.3)) || (degree == 6 && random.NextDouble() < character.Tension));
        size = isDominant && raises && character.Tension > 0.2 ? 4 : size;
        return Chord.OfDegree(key, degree, size, raises);
    }
}
