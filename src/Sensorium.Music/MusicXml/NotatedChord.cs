namespace Sensorium.Music;

/// <summary>What a part plays at one moment, on a grid of semiquavers; a rest has no pitches.</summary>
/// <param name="Start">Semiquavers from the start of the score.</param>
/// <param name="Length">Semiquavers, at least 1.</param>
/// <param name="Pitches">MIDI note numbers, rising.</param>
/// <param name="Velocity">Mean MIDI velocity.</param>
/// <param name="Articulation">Staccato where it sounds for half of what is written or less.</param>
internal sealed record NotatedChord(long Start, long Length, IReadOnlyList<int> Pitches, int Velocity, Articulations Articulation = Articulations.None)
{
    /// <summary>Grid steps in a quarter note.</summary>
    public const int StepsPerBeat = 4;

    private const double LongestStaccato = 0.55;

    private static readonly long[] Lengths = [16, 12, 8, 6, 4, 3, 2, 1];

    /// <summary>
    /// Reads a part as one voice: notes that begin together are a chord, which lasts until it ends or the next begins. What rings on under a pedal is
    /// written as it is struck.
    /// </summary>
    /// <param name="part">The part.</param>
    /// <param name="end">Semiquavers of the score.</param>
    /// <returns>Chords and rests without gaps from the beginning to the end.</returns>
    public static List<NotatedChord> Read(Part part, long end)
    {
        List<NotatedChord> chords = [];
        long at = 0;
        IGrouping<long, Note>[] onsets = [.. part.Notes.GroupBy(note => Math.Clamp((long)Math.Round(note.Start * StepsPerBeat), 0, Math.Max(0, end - 1))).OrderBy(group => group.Key)];
        for (int i = 0; i < onsets.Length; i++)
        {
            long start = onsets[i].Key;
            long next = i + 1 < onsets.Length ? onsets[i + 1].Key : end;
            double sounding = onsets[i].Max(note => note.Length) * StepsPerBeat;
            long length = Math.Clamp((long)Math.Round(sounding), 1, next - start);

            // A short gap before the next onset is articulation, not a rest.
            length = next - start - length < 2 ? next - start : length;
            if (start > at)
            {
                chords.Add(new NotatedChord(at, start - at, [], 0));
            }

            chords.Add(new NotatedChord(start, length, [.. onsets[i].Select(note => note.Pitch).Distinct().Order()], (int)Math.Round(onsets[i].Average(note => note.Velocity)), sounding <= length * LongestStaccato ? Articulations.Staccato : Articulations.None));
            at = start + length;
        }

        if (at < end)
        {
            chords.Add(new NotatedChord(at, end - at, [], 0));
        }

        return chords;
    }

    /// <summary>Cuts a length that no single note has into lengths that one has.</summary>
    /// <param name="from">Semiquavers from the beginning of the bar.</param>
    /// <param name="length">Semiquavers.</param>
    /// <returns>The lengths, in order; off the beat the shorter come first.</returns>
    public static IReadOnlyList<long> Pieces(long from, long length)
    {
        List<long> pieces = [];
        while (length > 0)
        {
            // Up to the next beat where the note begins between beats and crosses it.
            long room = from % StepsPerBeat == 0 ? length : Math.Min(length, StepsPerBeat - (from % StepsPerBeat));
            long piece = Array.Find(Lengths, candidate => candidate <= room);
            pieces.Add(piece);
            from += piece;
            length -= piece;
        }

        return pieces;
    }
}
