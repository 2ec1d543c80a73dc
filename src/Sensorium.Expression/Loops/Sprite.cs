namespace Sensorium.Expression;

/// <summary>
/// All loops of a sound set one after the other in one sound, so that one file carries them. Each stands between guards of
/// its own continuation: a decoder's resampling or ringing at the borders never reaches what is heard.
/// </summary>
public static class Sprite
{
    /// <summary>Frames of periodic continuation on each side of a loop.</summary>
    public const int GuardFrames = 2048;

    /// <summary>Puts loops together.</summary>
    /// <param name="loops">At least one loop; all of one sample rate.</param>
    /// <returns>The mono sound, and where each loop starts in it, in frames.</returns>
    public static (SoundBuffer Sound, IReadOnlyList<int> Starts) Assemble(IReadOnlyList<Loop> loops)
    {
        ArgumentNullException.ThrowIfNull(loops);
        ArgumentOutOfRangeException.ThrowIfLessThan(loops.Count, 1, nameof(loops));
        SoundBuffer sound = new(loops[0].SampleRate, 1, loops.Sum(loop => loop.Samples.Length + (2 * GuardFrames)));
        int[] starts = new int[loops.Count];
        Span<float> samples = sound.Channel(0);
        int at = 0;
        for (int i = 0; i < loops.Count; i++)
        {
            ReadOnlySpan<float> loop = loops[i].Samples;
            Span<float> slot = samples.Slice(at, loop.Length + (2 * GuardFrames));
            for (int k = 0; k < slot.Length; k++)
            {
                slot[k] = loop[(k - GuardFrames + (GuardFrames / loop.Length * loop.Length) + loop.Length) % loop.Length];
            }

            starts[i] = at + GuardFrames;
            at += slot.Length;
        }

        return (sound, starts);
    }
}
