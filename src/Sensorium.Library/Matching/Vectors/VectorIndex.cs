using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace Sensorium.Library;

/// <summary>
/// Finds the vectors with the largest scalar product, exactly. Every row is kept twice: in 8 bits, which are scanned, and as it came, which
/// decides. For row x = s c + e and query q = t d + f, with c and d whole numbers, x.q differs from s t (c.d) by at most
/// |s c| |f| + |e| |q| (Cauchy and Schwarz); a row is passed over only where even so it cannot enter the best, so that the answer is that
/// of a scan of all values, whatever they are.
/// </summary>
/// <remarks>Takes 4 bytes a value, 1 byte a value and 8 bytes a row: 328 bytes for 64 values. Thread-safe.</remarks>
public sealed class VectorIndex
{
    /// <summary>Most values of a row.</summary>
    public const int MostDimensions = CodeScan.MostValues;

    // Sums and products in single precision are off by less than this share of the lengths.
    private const double FloatSlack = 4e-6;
    private const int ChunkRows = 1024;

    // So that no product overflows single precision.
    private const float LargestValue = 1e9f;

    private readonly float[] _rows;
    private readonly sbyte[] _codes;
    private readonly float[] _steps;
    private readonly float[] _errors;
    private readonly double _longest;
    private readonly int _codeLength;

    private VectorIndex(float[] rows, int dimension)
    {
        _rows = rows;
        Dimension = dimension;
        Count = rows.Length / dimension;
        _codeLength = (dimension + 1) & ~1;
        int padded = (Count + CodeScan.BlockRows - 1) / CodeScan.BlockRows * CodeScan.BlockRows;
        _codes = new sbyte[(long)padded * _codeLength];
        _steps = new float[padded];
        _errors = new float[padded];
        for (int row = 0; row < Count; row++)
        {
            _longest = Math.Max(_longest, Encode(row));
        }
    }

    /// <summary>How many rows there are.</summary>
    public int Count { get; }

    /// <summary>Values of a row.</summary>
    public int Dimension { get; }

    /// <summary>Bytes held for the rows.</summary>
    public long Bytes => ((long)_rows.Length * sizeof(float)) + _codes.Length + ((long)_steps.Length * 2 * sizeof(float));

    /// <summary>One row as it came.</summary>
    /// <param name="row">0 to <see cref="Count"/> - 1.</param>
    public ReadOnlySpan<float> this[int row] => _rows.AsSpan(row * Dimension, Dimension);

    /// <summary>Builds the index.</summary>
    /// <param name="rows">The rows one after the other: <c>[rows x dimension]</c>, finite and at most 10^9 in magnitude. Kept, not copied; leave it alone afterwards.</param>
    /// <param name="dimension">Values of a row, 1..<see cref="MostDimensions"/>.</param>
    /// <returns>The index.</returns>
    /// <exception cref="ArgumentException">The length is no multiple of the dimension, or a value is not finite or too large.</exception>
    public static VectorIndex Build(float[] rows, int dimension)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentOutOfRangeException.ThrowIfLessThan(dimension, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dimension, MostDimensions);
        if (rows.Length % dimension != 0)
        {
            throw new ArgumentException($"{rows.Length} values are no whole number of rows of {dimension}.", nameof(rows));
        }

        if (rows.Length > 0)
        {
            RequireFinite(rows, nameof(rows));
        }

        return new VectorIndex(rows, dimension);
    }

    /// <summary>The rows most like a query.</summary>
    /// <param name="query">The query: <see cref="Dimension"/> finite values.</param>
    /// <param name="count">How many are wanted, at least 1.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>At most that many rows, likest first; of equals the lowest row first. Scalar products are summed in double precision.</returns>
    /// <exception cref="ArgumentException">The query has another length, or a value is not finite or too large.</exception>
    public IReadOnlyList<Neighbour> Search(ReadOnlySpan<float> query, int count, CancellationToken cancellationToken = default) =>
        Search(query, count, CodeScan.WidestKernel, cancellationToken);

    /// <summary>The same by a named kernel of <see cref="CodeScan"/>.</summary>
    internal Neighbour[] Search(ReadOnlySpan<float> query, int count, int kernel, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        QueryCode code = Encode(query);
        NearestList best = new(Math.Max(Math.Min(count, Count), 1));
        Span<int> dots = stackalloc int[ChunkRows];
        for (int first = 0; first < Count; first += ChunkRows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int rows = Math.Min(ChunkRows, _steps.Length - first);
            CodeScan.Multiply(_codes.AsSpan(first * _codeLength, rows * _codeLength), code.Values, dots[..rows], kernel);
            Collect(first, dots[..rows], query, code, best);
        }

        return best.ToArray();
    }

    /// <summary>The likeness of every row to a query, to within a stated error.</summary>
    /// <param name="query">The query: <see cref="Dimension"/> finite values.</param>
    /// <param name="likeness">Receives a value for each row.</param>
    /// <returns>How far a value may be off at most.</returns>
    /// <exception cref="ArgumentException">The query has another length, or a value is not finite or too large.</exception>
    public double Estimate(ReadOnlySpan<float> query, Span<float> likeness)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(likeness.Length, Count, nameof(likeness));
        QueryCode code = Encode(query);
        Span<int> dots = stackalloc int[ChunkRows];
        float worst = 0;
        for (int first = 0; first < Count; first += ChunkRows)
        {
            int rows = Math.Min(ChunkRows, _steps.Length - first), real = Math.Min(rows, Count - first);
            CodeScan.Multiply(_codes.AsSpan(first * _codeLength, rows * _codeLength), code.Values, dots[..rows], CodeScan.WidestKernel);
            Span<float> part = likeness.Slice(first, real);
            TensorPrimitives.ConvertTruncating<int, float>(dots[..real], part);
            TensorPrimitives.Multiply(part, _steps.AsSpan(first, real), part);
            TensorPrimitives.Multiply(part, (float)code.Step, part);
            worst = Math.Max(worst, TensorPrimitives.Max<float>(_errors.AsSpan(first, real)));
        }

        return SlackOf(code) + (worst * code.Norm);
    }

    /// <summary>The exact likeness of one row to a query.</summary>
    /// <param name="row">The row.</param>
    /// <param name="query">The query.</param>
    /// <returns>The scalar product, summed in double precision.</returns>
    public double LikenessOf(int row, ReadOnlySpan<float> query)
    {
        ReadOnlySpan<float> values = this[row];
        Vector<double> sum = Vector<double>.Zero;
        int i = 0;
        for (; i + Vector<float>.Count <= values.Length; i += Vector<float>.Count)
        {
            Vector.Widen(new Vector<float>(values[i..]), out Vector<double> a, out Vector<double> b);
            Vector.Widen(new Vector<float>(query[i..]), out Vector<double> c, out Vector<double> d);
            sum += (a * c) + (b * d);
        }

        double rest = Vector.Sum(sum);
        for (; i < values.Length; i++)
        {
            rest += (double)values[i] * query[i];
        }

        return rest;
    }

    private void Collect(int first, ReadOnlySpan<int> dots, ReadOnlySpan<float> query, QueryCode code, NearestList best)
    {
        Vector<float> step = new((float)code.Step), norm = new((float)code.Norm), slack = new((float)SlackOf(code));
        ReadOnlySpan<Vector<int>> sums = MemoryMarshal.Cast<int, Vector<int>>(dots);
        ReadOnlySpan<Vector<float>> steps = MemoryMarshal.Cast<float, Vector<float>>(_steps.AsSpan(first, dots.Length));
        ReadOnlySpan<Vector<float>> errors = MemoryMarshal.Cast<float, Vector<float>>(_errors.AsSpan(first, dots.Length));
        Vector<float> bar = BarOf(best);
        for (int v = 0; v < sums.Length; v++)
        {
            Vector<float> most = (Vector.ConvertToSingle(sums[v]) * steps[v] * step) + (errors[v] * norm) + slack;
            if (!Vector.GreaterThanAny(most, bar))
            {
                continue;
            }

            for (int lane = 0; lane < Vector<float>.Count; lane++)
            {
                int row = first + (v * Vector<float>.Count) + lane;
                if (most[lane] > bar[lane] && row < Count)
                {
                    best.Offer(row, LikenessOf(row, query));
                }
            }

            bar = BarOf(best);
        }
    }

    private static Vector<float> BarOf(NearestList best) =>
        new(double.IsNegativeInfinity(best.Bar) ? float.NegativeInfinity : MathF.BitDecrement((float)best.Bar));

    // What holds for every row: the query's rounding, and that of single precision.
    private double SlackOf(QueryCode code) => (_longest * code.Error) + (FloatSlack * _longest * code.Norm) + float.Epsilon;

    private QueryCode Encode(ReadOnlySpan<float> query)
    {
        if (query.Length != Dimension)
        {
            throw new ArgumentException($"The query has {query.Length} values; the rows have {Dimension}.", nameof(query));
        }

        RequireFinite(query, nameof(query));
        return QueryCode.Of(query, _codeLength);
    }

    // Returns a bound on the length of the coded row and of the row itself.
    private double Encode(int row)
    {
        ReadOnlySpan<float> values = this[row];
        float step = Math.Abs(TensorPrimitives.MaxMagnitude(values)) / sbyte.MaxValue;
        int block = row / CodeScan.BlockRows * CodeScan.BlockRows * _codeLength, lane = row % CodeScan.BlockRows;
        double error = 0, norm = 0;
        for (int i = 0; i < values.Length; i++)
        {
            sbyte code = step > 0 ? (sbyte)Math.Clamp(Math.Round(values[i] / (double)step), -sbyte.MaxValue, sbyte.MaxValue) : (sbyte)0;
            _codes[block + (i / 2 * 2 * CodeScan.BlockRows) + (2 * lane) + (i % 2)] = code;
            double rest = values[i] - ((double)step * code);
            error += rest * rest;
            norm += (double)values[i] * values[i];
        }

        _steps[row] = step;
        _errors[row] = MathF.BitIncrement((float)Math.Sqrt(error));
        return Math.Sqrt(norm) + Math.Sqrt(error);
    }

    private static void RequireFinite(ReadOnlySpan<float> values, string name)
    {
        if (!(Math.Abs(TensorPrimitives.MaxMagnitude(values)) <= LargestValue))
        {
            throw new ArgumentException($"A value is not finite or beyond {LargestValue:0}.", name);
        }
    }
}
