namespace Sensorium.Imaging;

/// <summary>
/// How busy regions are: the root mean square of lightness against its mean in a window around each pixel.
/// The window holds only pixels of the same label, so that edges of a region do not count as its texture.
/// </summary>
internal static class LocalContrast
{
    /// <summary>Squared difference of each pixel's lightness from its local mean.</summary>
    /// <param name="labels">A label for each pixel: <c>[height x width]</c>.</param>
    /// <param name="lightness">OKLab lightness: <c>[height x width]</c>.</param>
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    /// <param name="radius">The window reaches this many pixels to each side, along unbroken runs of the label.</param>
    /// <param name="squared">Where the squared differences go: <c>[height x width]</c>.</param>
    /// <param name="threads">Most threads; 0 for one a core.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static void Find(
        int[] labels, float[] lightness, int width, int height, int radius, float[] squared, int threads, CancellationToken cancellationToken)
    {
        float[] sums = new float[labels.Length];
        int[] counts = new int[labels.Length];
        FixedChunks.Run(height, 32, threads, Rows, cancellationToken);
        FixedChunks.Run(width, 64, threads, Columns, cancellationToken);

        void Rows(int chunk, int top, int bottom)
        {
            for (int y = top; y < bottom; y++)
            {
                for (int from = y * width; from < (y + 1) * width;)
                {
                    int to = from + 1;
                    while (to < (y + 1) * width && labels[to] == labels[from])
                    {
                        to++;
                    }

                    HorizontalRun(lightness, from, to, radius, sums, counts);
                    from = to;
                }
            }
        }

        void Columns(int chunk, int left, int right)
        {
            for (int x = left; x < right; x++)
            {
                for (int from = 0; from < height;)
                {
                    int to = from + 1;
                    while (to < height && labels[(to * width) + x] == labels[(from * width) + x])
                    {
                        to++;
                    }

                    VerticalRun(lightness, x, width, from, to, radius, sums, counts, squared);
                    from = to;
                }
            }
        }
    }

    private static void HorizontalRun(float[] lightness, int from, int to, int radius, float[] sums, int[] counts)
    {
        double sum = 0;
        int left = from;
        int right = from;
        for (int i = from; i < to; i++)
        {
            for (; right < Math.Min(to, i + radius + 1); right++)
            {
                sum += lightness[right];
            }

            for (; left < i - radius; left++)
            {
                sum -= lightness[left];
            }

            sums[i] = (float)sum;
            counts[i] = right - left;
        }
    }

    private static void VerticalRun(
        float[] lightness, int x, int width, int from, int to, int radius, float[] sums, int[] counts, float[] squared)
    {
        double sum = 0;
        int count = 0;
        int top = from;
        int bottom = from;
        for (int y = from; y < to; y++)
        {
            for (; bottom < Math.Min(to, y + radius + 1); bottom++)
            {
                sum += sums[(bottom * width) + x];
                count += counts[(bottom * width) + x];
            }

            for (; top < y - radius; top++)
            {
                sum -= sums[(top * width) + x];
                count -= counts[(top * width) + x];
            }

            int i = (y * width) + x;
            float difference = lightness[i] - (float)(sum / count);
            squared[i] = difference * difference;
        }
    }
}
