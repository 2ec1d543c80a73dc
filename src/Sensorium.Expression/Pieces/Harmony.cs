using Sensorium.Music;

namespace Sensorium.Expression;

/// <summary>A chord for each bar of the piece: a progression that suits the mode, ending on the tonic.</summary>
internal sealed class Harmony
{
    /// <summary>Roots of four-bar progressions by mode, as degrees from 0. Each mode's own colour chord takes part.</summary>
    private static readonly int[][][] Progressions =
    [
        [[0, 1, 0, 4], [0, 1, 4, 0], [0, 4, 1, 0]],
        [[0, 4, 5, 3], [0, 3, 4, 0], [0, 5, 3, 4]],
        [[0, 6, 3, 0], [0, 3, 6, 0], [0, 4, 6, 3]],
        [[0, 3, 0, 6], [0, 6, 3, 0], [0, 2, 3, 0]],
        [[0, 5, 2, 6], [0, 3, 5, 6], [0, 5, 3, 0]],
        [[0, 1, 0, 6], [0, 5, 1, 0], [0, 1, 2, 1]],
    ];

    private readonly int[][] _chords;

    /// <summary>Chooses the chords.</summary>
    /// <param name="key">The key.</param>
    /// <param name="bars">Bars of the piece, the last two of them the ending.</param>
    /// <param name="random">Chooses between progressions.</param>
    public Harmony(Key key, int bars, Pcg32 random)
    {
        int[][] choices = Progressions[(int)key.Mode];
        int[] first = choices[random.Next(choices.Length)];
        int[] second = choices[random.Next(choices.Length)];
        _chords = new int[bars][];
        for (int bar = 0; bar < bars; bar++)
        {
            int[] progression = bar / 4 % 2 == 0 ? first : second;
            int root = bar == 0 || bar >= bars - 2 ? 0 : progression[bar % 4];
            _chords[bar] = Chord(key, root);
        }
    }

    /// <summary>The chord's pitch classes, root first.</summary>
    /// <param name="bar">Bar from 0.</param>
    /// <returns>Three pitch classes, 0..11.</returns>
    public ReadOnlySpan<int> PitchClasses(int bar) => _chords[Math.Clamp(bar, 0, _chords.Length - 1)];

    /// <summary>The chord in a close position, in the inversion that lies nearest to a register, so that chords move little.</summary>
    /// <param name="bar">Bar from 0.</param>
    /// <param name="centre">MIDI note number around which it lies.</param>
    /// <returns>Three MIDI note numbers, rising.</returns>
    public int[] Voicing(int bar, int centre)
    {
        int[] best = [];
        int distance = int.MaxValue;
        ReadOnlySpan<int> chord = PitchClasses(bar);
        for (int inversion = 0; inversion < 3; inversion++)
        {
            for (int octave = -1; octave <= 1; octave++)
            {
                int[] notes = new int[3];
                int lowest = centre - 4 + (12 * octave);
                for (int i = 0; i < 3; i++)
                {
                    notes[i] = lowest + ((chord[(inversion + i) % 3] - lowest + 1200) % 12);
                    lowest = notes[i] + 1;
                }

                int off = Math.Abs(notes[0] + notes[1] + notes[2] - (3 * centre));
                if (off < distance)
                {
                    distance = off;
                    best = notes;
                }
            }
        }

        return best;
    }

    /// <summary>The note of a scale nearest to an index that belongs to the bar's chord.</summary>
    /// <param name="scale">MIDI note numbers, rising.</param>
    /// <param name="index">Wanted place in the scale.</param>
    /// <param name="bar">Bar from 0.</param>
    /// <param name="reach">How many steps the note may move.</param>
    /// <returns>A MIDI note number of the scale.</returns>
    public int Consonant(IReadOnlyList<int> scale, int index, int bar, int reach)
    {
        ReadOnlySpan<int> chord = PitchClasses(bar);
        for (int away = 0; away <= reach; away++)
        {
            foreach (int candidate in (ReadOnlySpan<int>)[index - away, index + away])
            {
                if (candidate >= 0 && candidate < scale.Count && chord.Contains(scale[candidate] % 12))
                {
                    return scale[candidate];
                }
            }
        }

        return scale[Math.Clamp(index, 0, scale.Count - 1)];
    }

    private static int[] Chord(Key key, int root)
    {
        ReadOnlySpan<int> degrees = key.Degrees;
        return
        [
            (key.Tonic + degrees[root]) % 12,
            (key.Tonic + degrees[(root + 2) % 7]) % 12,
            (key.Tonic + degrees[(root + 4) % 7]) % 12,
        ];
    }
}
