using System.Numerics;

namespace Sensorium.Perception;

/// <summary>Joins the notes of frames to notes that begin and end.</summary>
internal sealed class NoteTracker
{
    private const int LongestGap = 1, Shortest = 2;
    private const float AgainLouder = 7;
    private readonly int[] _start = new int[PitchSalience.Count];
    private readonly int[] _seen = new int[PitchSalience.Count];
    private readonly float[] _level = new float[PitchSalience.Count];
    private readonly float[] _before = new float[PitchSalience.Count];
    private ulong _sounding;

    /// <summary>Takes the next frame.</summary>
    /// <param name="frame">Its number.</param>
    /// <param name="notes">Which notes sound in it.</param>
    /// <param name="levels">Level of each note in dB.</param>
    /// <param name="ended">Receives the notes that have ended.</param>
    public void Next(int frame, ulong notes, ReadOnlySpan<float> levels, List<SongNote> ended)
    {
        for (ulong rest = notes | _sounding; rest != 0; rest &= rest - 1)
        {
            int note = BitOperations.TrailingZeroCount(rest);
            bool sounds = (notes >> note & 1) != 0, sounded = (_sounding >> note & 1) != 0;
            float level = sounds ? levels[note] : -120;
            bool again = sounds && sounded && frame - _start[note] > 2 && level > _before[note] + AgainLouder;
            if (sounded && (again || (!sounds && frame - _seen[note] > LongestGap)))
            {
                End(note, ended);
                sounded = false;
            }

            if (sounds)
            {
                if (!sounded)
                {
                    _start[note] = frame;
                    _level[note] = level;
                    _sounding |= 1UL << note;
                }

                _seen[note] = frame;
                _level[note] = Math.Max(_level[note], level);
                _before[note] = level;
            }
        }
    }

    /// <summary>The notes that sound now, as far as they have come.</summary>
    /// <param name="to">Receives them.</param>
    public void Copy(List<SongNote> to)
    {
        for (int note = 0; note < PitchSalience.Count; note++)
        {
            if ((_sounding >> note & 1) != 0 && _seen[note] - _start[note] + 1 >= Shortest)
            {
                to.Add(Of(note));
            }
        }
    }

    private SongNote Of(int note) => new(note + PitchSalience.Lowest, _start[note], _seen[note] - _start[note] + 1, _level[note]);

    private void End(int note, List<SongNote> ended)
    {
        _sounding &= ~(1UL << note);
        if (_seen[note] - _start[note] + 1 >= Shortest)
        {
            ended.Add(Of(note));
        }
    }
}
