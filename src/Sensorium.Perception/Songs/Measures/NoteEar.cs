using System.Numerics;
using System.Text.Json;

namespace Sensorium.Perception;

/// <summary>
/// Tells notes from overtones: a small network that slides over the semitones and asks of each, from the peaks three octaves below to three above,
/// whether a note begins there or only a partial of another. <c>training/notes.py</c> made it from random music whose notes are known.
/// </summary>
internal sealed class NoteEar
{
    /// <summary>Semitones that it looks at on either side of a note.</summary>
    public const int Reach = 36;

    private const float Least = -0.6f;
    private const int Width = (2 * Reach) + 1;

    // Kernels have zeros on both sides, so that every peak may speak to all notes.
    private const int Before = PitchSalience.Semitones - 1 - Reach, Padded = Before + Reach + PitchSalience.Count;
    private static readonly Lazy<Weights> Ours = new(Read);
    private readonly Weights _weights = Ours.Value;
    private readonly int[] _from = new int[PitchSalience.Semitones];
    private readonly float[] _height = new float[PitchSalience.Semitones];
    private readonly float[] _peak = new float[PitchSalience.Semitones];
    private readonly float[] _scores = new float[PitchSalience.Count];

    /// <summary>The notes of a frame.</summary>
    /// <param name="heights">Those of <see cref="PitchSalience.Heights"/>.</param>
    /// <param name="peaks">Those of <see cref="PitchSalience.Peaks"/>.</param>
    /// <returns>Bit i is set where note i sounds.</returns>
    public ulong Notes(ReadOnlySpan<float> heights, ReadOnlySpan<float> peaks)
    {
        int count = 0;
        for (int semitone = 0; semitone < peaks.Length; semitone++)
        {
            if (peaks[semitone] > 0)
            {
                (_from[count], _height[count], _peak[count]) = (Before + Reach - semitone, heights[semitone], peaks[semitone]);
                count++;
            }
        }

        if (count == 0)
        {
            return 0;
        }

        _weights.Notes.CopyTo(_scores, 0);
        for (int h = 0; h < _weights.Bias.Length; h++)
        {
            Add(_weights.Heights[h], _weights.Peaks[h], _weights.Bias[h], _weights.Output[h], count);
        }

        ulong notes = 0;
        for (int note = 0; note < _scores.Length; note++)
        {
            notes |= _scores[note] > Least ? 1UL << note : 0;
        }

        return notes;
    }

    // What one hidden unit says of all notes; most semitones have no peak.
    private void Add(float[] heights, float[] peaks, float bias, float output, int count)
    {
        for (int note = 0; note < _scores.Length; note += Vector<float>.Count)
        {
            Vector<float> sum = new(bias);
            for (int i = 0; i < count; i++)
            {
                int at = _from[i] + note;
                sum += (new Vector<float>(heights, at) * _height[i]) + (new Vector<float>(peaks, at) * _peak[i]);
            }

            (new Vector<float>(_scores, note) + (Vector.Max(sum, Vector<float>.Zero) * output)).CopyTo(_scores, note);
        }
    }

    private static Weights Read()
    {
        using Stream stream = typeof(NoteEar).Assembly.GetManifestResourceStream("notes.json")!;
        using JsonDocument json = JsonDocument.Parse(stream);
        float[] Numbers(string name) => [.. json.RootElement.GetProperty(name).EnumerateArray().Select(value => value.GetSingle())];
        return new Weights(Kernels(Numbers("heights")), Kernels(Numbers("peaks")), Numbers("bias"), Numbers("output"), Numbers("notes"));
    }

    private static float[][] Kernels(float[] values) =>
        [.. values.Chunk(Width).Select(kernel => (float[])[.. new float[Before], .. kernel, .. new float[Padded - Before - Width]])];

    // Heights and Peaks: [hidden, offset], where the first offset stands for a peak Reach semitones above the note.
    private sealed record Weights(float[][] Heights, float[][] Peaks, float[] Bias, float[] Output, float[] Notes);
}
