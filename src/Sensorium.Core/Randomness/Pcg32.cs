namespace Sensorium;

/// <summary>
/// A small seeded random generator whose numbers are the same on every platform and runtime version.
/// PCG-XSH-RR 64/32 (O'Neill, "PCG: A Family of Simple Fast Space-Efficient Statistically Good Algorithms", HMC-CS-2014-0905).
/// </summary>
public sealed class Pcg32
{
    private const ulong Multiplier = 6364136223846793005UL;
    private readonly ulong _increment;
    private ulong _state;

    /// <summary>Creates a generator.</summary>
    /// <param name="seed">The same seed and stream give the same numbers.</param>
    /// <param name="stream">Streams of one seed are independent of each other.</param>
    public Pcg32(ulong seed, ulong stream = 0)
    {
        _increment = (stream << 1) | 1;
        NextUInt32();
        _state += seed;
        NextUInt32();
    }

    /// <summary>A uniform 32-bit number.</summary>
    /// <returns>0 to <see cref="uint.MaxValue"/>.</returns>
    public uint NextUInt32()
    {
        ulong old = _state;
        _state = unchecked((old * Multiplier) + _increment);
        uint shifted = (uint)(((old >> 18) ^ old) >> 27);
        return uint.RotateRight(shifted, (int)(old >> 59));
    }

    /// <summary>A uniform whole number.</summary>
    /// <param name="exclusiveMaximum">At least 1.</param>
    /// <returns>0 to <paramref name="exclusiveMaximum"/> - 1.</returns>
    public int Next(int exclusiveMaximum)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(exclusiveMaximum, 1);
        return (int)(((ulong)NextUInt32() * (ulong)exclusiveMaximum) >> 32);
    }

    /// <summary>A uniform number.</summary>
    /// <returns>0 (inclusive) to 1 (exclusive), in steps of 2^-32.</returns>
    public double NextDouble() => NextUInt32() * (1.0 / 4294967296.0);

    /// <summary>A number of the standard normal distribution, by the Box-Muller transform.</summary>
    /// <returns>Mean 0, standard deviation 1.</returns>
    public double NextGaussian()
    {
        double u = 1 - NextDouble();
        return Math.Sqrt(-2 * Math.Log(u)) * Math.Cos(2 * Math.PI * NextDouble());
    }
}
