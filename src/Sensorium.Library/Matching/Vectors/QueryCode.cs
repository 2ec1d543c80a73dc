using System.Numerics.Tensors;

namespace Sensorium.Library;

/// <summary>A query in 16 bits, with what the rounding may cost.</summary>
internal readonly ref struct QueryCode
{
    private QueryCode(short[] values, double step, double norm, double error)
    {
        Values = values;
        Step = step;
        Norm = norm;
        Error = error;
    }

    /// <summary>The values, an even number.</summary>
    public ReadOnlySpan<short> Values { get; }

    /// <summary>What one unit of <see cref="Values"/> stands for.</summary>
    public double Step { get; }

    /// <summary>Euclidean length of the query.</summary>
    public double Norm { get; }

    /// <summary>Euclidean length of what the rounding left out.</summary>
    public double Error { get; }

    /// <summary>Rounds a query.</summary>
    /// <param name="query">Finite values.</param>
    /// <param name="length">Values wanted: zeros are added.</param>
    /// <returns>The code.</returns>
    public static QueryCode Of(ReadOnlySpan<float> query, int length)
    {
        double step = Math.Abs(TensorPrimitives.MaxMagnitude(query)) / (double)short.MaxValue;
        short[] values = new short[length];
        double norm = 0, error = 0;
        for (int i = 0; i < query.Length; i++)
        {
            values[i] = step > 0 ? (short)Math.Clamp(Math.Round(query[i] / step), -short.MaxValue, short.MaxValue) : (short)0;
            double rest = query[i] - (step * values[i]);
            norm += (double)query[i] * query[i];
            error += rest * rest;
        }

        return new QueryCode(values, step, Math.Sqrt(norm), Math.Sqrt(error));
    }
}
