using System.Numerics.Tensors;

namespace Sensorium.Lab.Heads;

/// <summary>The Cholesky factor of a symmetric positive definite matrix, and the solution of equations with it.</summary>
internal sealed class Cholesky
{
    private readonly double[] _lower;
    private readonly int _order;

    private Cholesky(double[] lower, int order)
    {
        _lower = lower;
        _order = order;
    }

    /// <summary>Factors a matrix.</summary>
    /// <param name="matrix">The matrix row by row, <c>[order x order]</c>; its lower half is overwritten.</param>
    /// <param name="order">Rows and columns.</param>
    /// <returns>The factor.</returns>
    /// <exception cref="ArithmeticException">The matrix is not positive definite.</exception>
    public static Cholesky Of(double[] matrix, int order)
    {
        for (int i = 0; i < order; i++)
        {
            Span<double> row = matrix.AsSpan(i * order, order);
            for (int j = 0; j <= i; j++)
            {
                ReadOnlySpan<double> other = matrix.AsSpan(j * order, order);
                double rest = row[j] - (j > 0 ? TensorPrimitives.Dot<double>(row[..j], other[..j]) : 0);
                row[j] = j < i ? rest / other[j] : rest > 0 ? Math.Sqrt(rest) : throw new ArithmeticException("The matrix is not positive definite.");
            }
        }

        return new Cholesky(matrix, order);
    }

    /// <summary>Solves matrix x = right.</summary>
    /// <param name="right">The right side.</param>
    /// <returns>x.</returns>
    public double[] Solve(ReadOnlySpan<double> right)
    {
        double[] x = right.ToArray();
        for (int i = 0; i < _order; i++)
        {
            ReadOnlySpan<double> row = _lower.AsSpan(i * _order, _order);
            x[i] = (x[i] - (i > 0 ? TensorPrimitives.Dot<double>(row[..i], x.AsSpan(0, i)) : 0)) / row[i];
        }

        for (int i = _order - 1; i >= 0; i--)
        {
            ReadOnlySpan<double> row = _lower.AsSpan(i * _order, _order);
            x[i] /= row[i];
            TensorPrimitives.MultiplyAdd(row[..i], -x[i], x.AsSpan(0, i), x.AsSpan(0, i));
        }

        return x;
    }
}
