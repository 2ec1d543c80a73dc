namespace Sensorium.Music;

/// <summary>Which of MIDI's 16 channels each part of a score sounds on.</summary>
internal static class ChannelPlan
{
    /// <summary>The channel, counted from 0, that General MIDI keeps for percussion.</summary>
    public const int PercussionChannel = 9;

    /// <summary>The bank number that stands for percussion in <see cref="Part.Bank"/>.</summary>
    public const int PercussionBank = 128;

    private const int ChannelCount = 16;

    /// <summary>Gives each part a channel in order of the parts, and checks the score's ranges on the way.</summary>
    /// <param name="score">The score.</param>
    /// <returns>One channel a part, 0..15.</returns>
    /// <exception cref="ArgumentException">The score breaks a range that <see cref="Score"/> or <see cref="Part"/> states.</exception>
    public static int[] Assign(Score score)
    {
        ArgumentNullException.ThrowIfNull(score);
        if (!(score.Tempo is >= 20 and <= 300) || !score.Meter.IsValid || !(score.Length >= 0) || !double.IsFinite(score.Length))
        {
            throw new ArgumentException($"Tempo {score.Tempo}, metre {score.Meter}, length {score.Length}: 20..300, 1..32 beats of 1, 2, 4, 8 or 16, and at least 0 are allowed.", nameof(score));
        }

        if (!score.Form.All(section => section.Beat >= 0) || score.Form.Zip(score.Form.Skip(1)).Any(pair => pair.First.Beat > pair.Second.Beat))
        {
            throw new ArgumentException("Sections of a form begin at 0 or later and rise by beat.", nameof(score));
        }

        var channels = new int[score.Parts.Count];
        int next = 0;
        bool percussionTaken = false;
        for (int i = 0; i < channels.Length; i++)
        {
            Part part = score.Parts[i];
            Check(part);
            if (part.Bank == PercussionBank)
            {
                if (percussionTaken)
                {
                    throw new ArgumentException($"Part \"{part.Name}\" is a second percussion part; a score has at most one.", nameof(score));
                }

                percussionTaken = true;
                channels[i] = PercussionChannel;
                continue;
            }

            next = next == PercussionChannel ? next + 1 : next;
            if (next >= ChannelCount)
            {
                throw new ArgumentException($"Part \"{part.Name}\" is melodic part 16; a score has at most 15.", nameof(score));
            }

            channels[i] = next++;
        }

        return channels;
    }

    /// <summary>A value of 0..1 as a MIDI controller value.</summary>
    /// <param name="unit">0..1.</param>
    /// <returns>0..127.</returns>
    public static int Controller(double unit) => (int)Math.Round(unit * 127);

    /// <summary>A pan of -1..1 as a MIDI controller value, so that 0 gives exactly the middle.</summary>
    /// <param name="pan">-1..1.</param>
    /// <returns>0..127, the middle is 64.</returns>
    public static int PanController(double pan) => 64 + (int)Math.Round(pan * (pan < 0 ? 64 : 63));

    private static void Check(Part part)
    {
        if (part.Bank is < 0 or > PercussionBank || part.Program is < 0 or > 127
            || !(part.Pan is >= -1 and <= 1) || !part.PanMoves.All(move => move.Beat >= 0 && move.Pan is >= -1 and <= 1)
            || part.PanMoves.Zip(part.PanMoves.Skip(1)).Any(pair => pair.First.Beat > pair.Second.Beat)
            || !(part.Volume is >= 0 and <= 1) || !(part.Reverb is >= 0 and <= 1))
        {
            throw new ArgumentException(
                $"Part \"{part.Name}\": bank {part.Bank}, programme {part.Program}, pan {part.Pan}, volume {part.Volume}, reverb {part.Reverb}; " +
                "0..128, 0..127, -1..1, 0..1 and 0..1 are allowed, and pan moves rise by beat.",
                nameof(part));
        }
    }
}
