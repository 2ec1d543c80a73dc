using System.Buffers;

namespace Sensorium.Imaging;

/// <summary>A stratified sample of points: one, drawn at random, out of each of equally long stretches of the picture.</summary>
internal sealed class KMeansSample : IDisposable
{
    private readonly float[] _values;

    private KMeansSample(float[] values, int count)
    {
        _values = values;
        Count = count;
    }

    public int Count { get; }

    public ReadOnlySpan<float> X => _values.AsSpan(0, Count);

    public ReadOnlySpan<float> Y => _values.AsSpan(Count, Count);

    public ReadOnlySpan<float> Z => _values.AsSpan(2 * Count, Count);

    /// <summary>Draws a sample; all points where there are no more than <paramref name="size"/>.</summary>
    public static KMeansSample Draw(ColourPlanes planes, int size, ulong seed)
    {
        int points = planes.Width * planes.Height;
        int count = Math.Min(points, size);
        float[] values = ArrayPool<float>.Shared.Rent(count * 3);
        var random = new Pcg32(seed, 0);
        for (int i = 0; i < count; i++)
        {
            int from = (int)((long)i * points / count);
            int to = (int)((long)(i + 1) * points / count);
            int at = from + random.Next(to - from);
            values[i] = planes.First[at];
            values[count + i] = planes.Second[at];
            values[(2 * count) + i] = planes.Third[at];
        }

        return new KMeansSample(values, count);
    }

    public void Dispose() => ArrayPool<float>.Shared.Return(_values);
}
