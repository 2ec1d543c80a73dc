using Sensorium.Inference;

namespace Sensorium.Perception;

/// <summary>Lays pictures out as networks take them: <c>[1, 3, height, width]</c>, one plane for each colour.</summary>
internal static class PictureTensor
{
    /// <summary>A picture in the upper left corner of an input that is black elsewhere.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="width">The input's width, no less than the picture needs.</param>
    /// <param name="height">The input's height, no less than the picture needs.</param>
    /// <param name="pixels">How colours become numbers.</param>
    /// <returns>The tensor.</returns>
    public static Tensor Of(Picture picture, int width, int height, PixelScale pixels)
    {
        float[] values = new float[3 * width * height];
        for (int channel = 0; channel < 3; channel++)
        {
            // 256 levels at most: looked up rather than computed.
            float[] table = pixels.Table(channel);
            values.AsSpan(channel * width * height, width * height).Fill(table[0]);
            int source = pixels.IsBgr ? 2 - channel : channel;
            for (int y = 0; y < picture.Height; y++)
            {
                ReadOnlySpan<byte> row = picture.Row(y);
                Span<float> target = values.AsSpan(((channel * height) + y) * width, picture.Width);
                for (int x = 0; x < target.Length; x++)
                {
                    target[x] = table[row[(x * 3) + source]];
                }
            }
        }

        return Tensor.Of(values, 1, 3, height, width);
    }
}
