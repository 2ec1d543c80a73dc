using Sensorium.Music;

namespace Sensorium.Expression;

/// <summary>Finds notes of scales and chords.</summary>
internal static class ScaleNotes
{
    /// <summary>Whether a pitch belongs to a key, or to the chord of the moment, whose raised notes replace the key's.</summary>
    public static bool Contains(Key key, Chord chord, int pitch)
    {
        if (chord.Contains(pitch))
        {
            return true;
        }

        int above = (((pitch - key.Tonic) % 12) + 12) % 12;
        bool raised = chord.Contains(key.Tonic + 11) && key.Mode is Mode.Aeolian;
        return key.Degrees.Contains(above) && !(raised && above == 10);
    }

    /// <summary>The nearest pitch that fits, the lower of two.</summary>
    /// <param name="target">Where to look, a MIDI note number with fractions.</param>
    /// <param name="fits">Which pitches fit; at least one of any twelve in a row.</param>
    public static int Nearest(double target, Func<int, bool> fits)
    {
        int middle = (int)Math.Round(target);
        for (int away = 0; away <= 12; away++)
        {
            bool low = fits(middle - away), high = fits(middle + away);
            if (low || high)
            {
                return low && (!high || middle - target >= 0) ? middle - away : high ? middle + away : middle - away;
            }
        }

        return middle;
    }
}
