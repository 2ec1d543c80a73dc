using System.Numerics;

namespace Sensorium.Samples.Drawing;

/// <summary>A run of colours between 0 and 1, mixed in OKLab and tabulated.</summary>
internal sealed class Gradient
{
    private const int Steps = 1024;
    private readonly Vector3[] _table = new Vector3[Steps + 1];

    /// <summary>Creates a gradient.</summary>
    /// <param name="stops">Places in ascending order, with their colours as hexadecimal RRGGBB.</param>
    public Gradient(params ReadOnlySpan<(float At, int Rgb)> stops)
    {
        int next = 0;
        for (int i = 0; i <= Steps; i++)
        {
            float at = i / (float)Steps;
            while (next < stops.Length && stops[next].At <= at)
            {
                next++;
            }

            (float At, int Rgb) from = stops[Math.Max(next - 1, 0)];
            (float At, int Rgb) to = stops[Math.Min(next, stops.Length - 1)];
            float amount = to.At > from.At ? (at - from.At) / (to.At - from.At) : 0;
            _table[i] = Light.Mix(Light.Of(from.Rgb), Light.Of(to.Rgb), amount);
        }
    }

    /// <summary>The colour at a place, held beyond both ends.</summary>
    /// <param name="place">0..1.</param>
    /// <returns>Linear light.</returns>
    public Vector3 At(float place)
    {
        float scaled = Math.Clamp(place, 0, 1) * Steps;
        int index = Math.Min((int)scaled, Steps - 1);
        return Vector3.Lerp(_table[index], _table[index + 1], scaled - index);
    }
}
