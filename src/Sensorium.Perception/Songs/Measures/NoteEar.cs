using System.Numerics.Tensors;
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
    private static readonly Lazy<Weights> Ours = new(Read);
    private readonly Weights _weights = Ours.Value;
    private readonly float[] _hidden = new float[Ours.Value.Hidden * PitchSalience.Count];
    private readonly float[] _scores = new float[PitchSalience.Count];

    /// <summary>The notes of a frame.</summary>
    /// <param name="heights">Those of <see cref="PitchSalience.Heights"/>.</param>
    /// <param name="peaks">Those of <see cref="PitchSalience.Peaks"/>.</param>
    /// <returns>Bit i is set where note i sounds.</returns>
    public ulong Notes(ReadOnlySpan<float> heights, ReadOnlySpan<float> peaks)
    {
        Array.Clear(_hidden);
        bool any = false;
        for (int semitone = 0; semitone < heights.Length; semitone++)
        {
            if (peaks[semitone] > 0)
            {
                any = true;
                Add(semitone, heights[semitone], peaks[semitone]);
            }
        }

        return any ? Decide() : 0;
    }

    // What a peak says to the notes around it; most semitones have none.
    private void Add(int semitone, float height, float peak)
    {
        int first = Math.Max(0, semitone - Reach), count = Math.Min(PitchSalience.Count, semitone + Reach + 1) - first;
        int from = Reach - semitone + first;
        for (int h = 0; h < _weights.Hidden; h++)
        {
            Span<float> hidden = _hidden.AsSpan((h * PitchSalience.Count) + first, count);
            TensorPrimitives.MultiplyAdd(_weights.Heights.AsSpan((h * Width) + from, count), height, hidden, hidden);
            TensorPrimitives.MultiplyAdd(_weights.Peaks.AsSpan((h * Width) + from, count), peak, hidden, hidden);
        }
    }

    private ulong Decide()
    {
        _weights.Notes.CopyTo(_scores, 0);
        for (int h = 0; h < _weights.Hidden; h++)
        {
            Span<float> hidden = _hidden.AsSpan(h * PitchSalience.Count, PitchSalience.Count);
            TensorPrimitives.Add(hidden, _weights.Bias[h], hidden);
            TensorPrimitives.Max(hidden, 0, hidden);
            TensorPrimitives.MultiplyAdd(hidden, _weights.Output[h], _scores, _scores);
        }

        ulong notes = 0;
        for (int note = 0; note < _scores.Length; note++)
        {
            notes |= _scores[note] > Least ? 1UL << note : 0;
        }

        return notes;
    }

    private static Weights Read()
    {
        using Stream stream = typeof(NoteEar).Assembly.GetManifestResourceStream("notes.json")!;
        using JsonDocument json = JsonDocument.Parse(stream);
        float[] Numbers(string name) => [.. json.RootElement.GetProperty(name).EnumerateArray().Select(value => value.GetSingle())];
        float[] bias = Numbers("bias");
        return new Weights(bias.Length, Numbers("heights"), Numbers("peaks"), bias, Numbers("output"), Numbers("notes"));
    }

    // Heights and Peaks: [hidden, offset], where offset 0 stands for a peak Reach semitones above the note.
    private sealed record Weights(int Hidden, float[] Heights, float[] Peaks, float[] Bias, float[] Output, float[] Notes);
}
