namespace Sensorium.Media;

/// <summary>
/// Turns the channels of a file into those wanted. Weights of each output add up to 1, so that nothing goes beyond full scale.
/// 5.1 and 7.1 are mixed after ITU-R BS.775-4 (centre and surround 3 dB down, no low-frequency effects), so that the speech in the middle
/// of a film is heard; every other mix to one channel is the mean.
/// </summary>
internal sealed class ChannelMix
{
    private const float Down3 = 0.70710678f;
    private readonly float[][] _weights;

    public ChannelMix(int from, int to)
    {
        float[][] rows = from switch
        {
            _ when from == to => [.. Enumerable.Range(0, to).Select(c => Only(from, c))],
            6 => [[1, 0, Down3, 0, Down3, 0], [0, 1, Down3, 0, 0, Down3]],
            8 => [[1, 0, Down3, 0, Down3, 0, Down3, 0], [0, 1, Down3, 0, 0, Down3, 0, Down3]],
            _ when to == 1 => [[.. Enumerable.Repeat(1f, from)]],
            _ => [Only(from, 0), Only(from, Math.Min(1, from - 1))],
        };
        if (to < rows.Length)
        {
            rows = [[.. rows[0].Zip(rows[1], (left, right) => left + right)]];
        }

        _weights = [.. rows.Select(row => row.Select(weight => weight / row.Sum()).ToArray())];
    }

    /// <summary>Mixes frames.</summary>
    /// <param name="block">Planar samples of the file.</param>
    /// <param name="start">The first frame.</param>
    /// <param name="output">Receives interleaved frames, as many as fit.</param>
    public void Apply(SoundBuffer block, int start, Span<float> output)
    {
        int frames = output.Length / _weights.Length;
        output.Clear();
        for (int to = 0; to < _weights.Length; to++)
        {
            for (int from = 0; from < block.ChannelCount; from++)
            {
                float weight = _weights[to][from];
                if (weight == 0)
                {
                    continue;
                }

                ReadOnlySpan<float> samples = block.Channel(from).Slice(start, frames);
                for (int i = 0; i < frames; i++)
                {
                    output[(i * _weights.Length) + to] += weight * samples[i];
                }
            }
        }
    }

    private static float[] Only(int count, int channel)
    {
        var row = new float[count];
        row[channel] = 1;
        return row;
    }
}
