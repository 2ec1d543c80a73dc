namespace Sensorium.Imaging;

/// <summary>
/// Squared Euclidean distance of each pixel from the nearest pixel of another label or outside the picture, exact and for all labels at once:
/// columns first, then the lower envelope of parabolas along each run of a row (Felzenszwalb &amp; Huttenlocher, "Distance transforms of sampled functions",
/// Theory of Computing 8, 2012). Beyond the end of a run nothing is nearer than that end, so runs can be solved one by one.
/// </summary>
internal static class DistanceTransform
{
    private const int RowsPerChunk = 32;

    /// <summary>Transforms a label map.</summary>
    /// <param name="labels">A label for each pixel: <c>[height x width]</c>.</param>
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    /// <param name="squared">Where the squared distances go, each at least 1: <c>[height x width]</c>.</param>
    /// <param name="threads">Most threads; 0 for one a core.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static void Find(int[] labels, int width, int height, int[] squared, int threads, CancellationToken cancellationToken)
    {
        Columns(labels, width, height, squared);
        FixedChunks.Run(
            height,
            RowsPerChunk,
            threads,
            (_, top, bottom) =>
            {
                var envelope = new Envelope(width);
                for (int y = top; y < bottom; y++)
                {
                    Row(labels.AsSpan(y * width, width), squared.AsSpan(y * width, width), envelope);
                }
            },
            cancellationToken);
    }

    /// <summary>Vertical distance from the nearest other label, not squared.</summary>
    private static void Columns(ReadOnlySpan<int> labels, int width, int height, Span<int> distance)
    {
        for (int i = 0; i < labels.Length; i++)
        {
            distance[i] = i >= width && labels[i - width] == labels[i] ? distance[i - width] + 1 : 1;
        }

        for (int i = ((height - 1) * width) - 1 + width; i >= 0; i--)
        {
            int below = i + width < labels.Length && labels[i + width] == labels[i] ? distance[i + width] + 1 : 1;
            distance[i] = Math.Min(distance[i], below);
        }
    }

    private static void Row(ReadOnlySpan<int> labels, Span<int> values, Envelope envelope)
    {
        for (int from = 0; from < labels.Length;)
        {
            int to = from + 1;
            while (to < labels.Length && labels[to] == labels[from])
            {
                to++;
            }

            envelope.Solve(values[from..to]);
            from = to;
        }
    }

    /// <summary>Working space for one run of pixels.</summary>
    private sealed class Envelope(int width)
    {
        private readonly int[] _at = new int[width + 2];
        private readonly int[] _height = new int[width + 2];
        private readonly double[] _start = new double[width + 3];

        public void Solve(Span<int> run)
        {
            int length = run.Length;
            int top = -1;

            // The pixels just outside the run, at -1 and length, are the nearest others along the row.
            for (int x = -1; x <= length; x++)
            {
                int height = x < 0 || x == length ? 0 : run[x] * run[x];
                double start = double.NegativeInfinity;
                while (top >= 0)
                {
                    start = ((double)height + (x * x) - _height[top] - (_at[top] * _at[top])) / (2.0 * (x - _at[top]));
                    if (start > _start[top])
                    {
                        break;
                    }

                    top--;
                    start = double.NegativeInfinity;
                }

                top++;
                _at[top] = x;
                _height[top] = height;
                _start[top] = start;
            }

            int last = top;
            int current = 0;
            for (int x = 0; x < length; x++)
            {
                while (current < last && _start[current + 1] < x)
                {
                    current++;
                }

                int way = x - _at[current];
                run[x] = (way * way) + _height[current];
            }
        }
    }
}
