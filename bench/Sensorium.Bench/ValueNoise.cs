namespace Sensorium.Bench;

/// <summary>Smoothly interpolated random values on a grid, summed over octaves of halving size and strength.</summary>
internal sealed class ValueNoise
{
    private readonly float[] _values = new float[65536];

    /// <summary>Draws the grid.</summary>
    public ValueNoise(ulong seed)
    {
        var random = new Pcg32(seed, 11);
        for (int i = 0; i < _values.Length; i++)
        {
            _values[i] = (float)random.NextDouble();
        }
    }

    /// <summary>Noise at a place, 0..1.</summary>
    public double Fractal(double x, double y, int octaves)
    {
        double sum = 0;
        double weights = 0;
        double weight = 1;
        for (int i = 0; i < octaves; i++)
        {
            sum += weight * At(x, y);
            weights += weight;
            weight *= 0.55;
            x = (x * 2) + 17.3;
            y = (y * 2) + 5.1;
        }

        return sum / weights;
    }

    private double At(double x, double y)
    {
        int ix = (int)Math.Floor(x);
        int iy = (int)Math.Floor(y);
        double fx = Smooth(x - ix);
        double fy = Smooth(y - iy);
        double top = Corner(ix, iy) + (fx * (Corner(ix + 1, iy) - Corner(ix, iy)));
        double bottom = Corner(ix, iy + 1) + (fx * (Corner(ix + 1, iy + 1) - Corner(ix, iy + 1)));
        return top + (fy * (bottom - top));
    }

    private double Corner(int x, int y) => _values[((y & 255) << 8) | (x & 255)];

    private static double Smooth(double t) => t * t * (3 - (2 * t));
}
