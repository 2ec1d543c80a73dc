using System.Numerics;

namespace Sensorium.Audio;

/// <summary>The smallest value of a moving window, in constant time a step (Lemire, "Streaming maximum-minimum filter using no more than three comparisons per element", Nordic J. Computing 13, 2006).</summary>
internal static class SlidingMinimum
{
    /// <summary>output[i] = the smallest of input[i - behind .. i + ahead], as far as those exist.</summary>
    /// <param name="input">The values.</param>
    /// <param name="output">Receives as many; must not overlap the input.</param>
    /// <param name="behind">At least 0.</param>
    /// <param name="ahead">At least 0.</param>
    public static void Apply(ReadOnlySpan<float> input, Span<float> output, int behind, int ahead)
    {
        // A queue of indices whose values rise; the window's minimum is at its head. It holds at most the window.
        var queue = new int[BitOperations.RoundUpToPowerOf2((uint)(behind + ahead + 1))];
        int mask = queue.Length - 1;
        int head = 0;
        int count = 0;
        for (int i = 0; i < input.Length + ahead; i++)
        {
            if (i < input.Length)
            {
                while (count > 0 && input[queue[(head + count - 1) & mask]] >= input[i])
                {
                    count--;
                }

                queue[(head + count) & mask] = i;
                count++;
            }

            int at = i - ahead;
            if (at < 0)
            {
                continue;
            }

            output[at] = input[queue[head]];
            if (queue[head] <= at - behind)
            {
                head = (head + 1) & mask;
                count--;
            }
        }
    }
}
