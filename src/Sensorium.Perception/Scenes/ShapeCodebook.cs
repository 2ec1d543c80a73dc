using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Sensorium.Perception;

/// <summary>
/// Turns the descriptors of a picture into one vector: how far they lie, on average, from the centres of a mixture of normal densities,
/// in mean, spread and number. Fisher vectors (Perronnin, Sanchez and Mensink, "Improving the Fisher kernel for large-scale image
/// classification", ECCV 2010) with the place of a descriptor beside it (Sanchez, Perronnin and de Campos, Pattern Recognition Letters
/// 2012). Power-normalised and of length 1.
/// </summary>
internal sealed class ShapeCodebook
{
    /// <summary>Dimensions that a descriptor is reduced to.</summary>
    public const int Reduced = 32;

    /// <summary>Dimensions with those of the place.</summary>
    public const int Dimensions = Reduced + 2;

    /// <summary>Normal densities of the mixture.</summary>
    public const int Words = 32;

    /// <summary>Numbers of the vector.</summary>
    public const int VectorLength = Words * ((2 * Dimensions) + 1);

    // A uniform number has a standard deviation of 1 / sqrt(12); scaled so, a place counts as much as another dimension.
    private const float PlaceScale = 3.4641016f;
    private const float Negligible = 1e-4f;

    private readonly float[] _mean;
    private readonly float[] _projection;
    private readonly float[] _share;
    private readonly float[] _centre;
    private readonly float[] _variance;

    // The axes as columns, [128 x 32], and what they make of the mean: reduced = axes x descriptor - that.
    private readonly float[] _axes;
    private readonly float[] _meanReduced;

    // log density = offset + dot(column, [x squared, x]); the columns as [68 x 32]
    private readonly float[] _columns;
    private readonly float[] _offsets;

    /// <summary>Creates a codebook.</summary>
    /// <param name="mean">Mean descriptor: <c>[128]</c>.</param>
    /// <param name="projection">Whitening principal axes: <c>[32 x 128]</c>.</param>
    /// <param name="share">Share of each density: <c>[32]</c>.</param>
    /// <param name="centre">Centres: <c>[32 x 34]</c>.</param>
    /// <param name="variance">Variances: <c>[32 x 34]</c>.</param>
    public ShapeCodebook(float[] mean, float[] projection, float[] share, float[] centre, float[] variance)
    {
        _mean = mean;
        _projection = projection;
        _share = share;
        _centre = centre;
        _variance = variance;
        _axes = new float[ShapeDescriptors.Length * Reduced];
        _meanReduced = new float[Reduced];
        for (int d = 0; d < Reduced; d++)
        {
            ReadOnlySpan<float> axis = projection.AsSpan(d * ShapeDescriptors.Length, ShapeDescriptors.Length);
            _meanReduced[d] = TensorPrimitives.Dot(axis, mean);
            for (int i = 0; i < axis.Length; i++)
            {
                _axes[(i * Reduced) + d] = axis[i];
            }
        }

        _columns = new float[2 * Dimensions * Words];
        _offsets = new float[Words];
        for (int word = 0; word < Words; word++)
        {
            double offset = Math.Log(share[word]);
            for (int d = 0; d < Dimensions; d++)
            {
                float m = centre[(word * Dimensions) + d], v = variance[(word * Dimensions) + d];
                _columns[(d * Words) + word] = -0.5f / v;
                _columns[((Dimensions + d) * Words) + word] = m / v;
                offset -= 0.5 * (((double)m * m / v) + Math.Log(v));
            }

            _offsets[word] = (float)offset;
        }
    }

    /// <summary>Mean descriptor.</summary>
    public ReadOnlySpan<float> Mean => _mean;

    /// <summary>Whitening axes.</summary>
    public ReadOnlySpan<float> Projection => _projection;

    /// <summary>Shares of the densities.</summary>
    public ReadOnlySpan<float> Share => _share;

    /// <summary>Centres.</summary>
    public ReadOnlySpan<float> Centre => _centre;

    /// <summary>Variances.</summary>
    public ReadOnlySpan<float> Variance => _variance;

    /// <summary>Reduces a descriptor and puts its place beside it.</summary>
    /// <param name="descriptor">The descriptor.</param>
    /// <param name="place">Its place.</param>
    /// <param name="mean">Mean descriptor.</param>
    /// <param name="projection">Axes.</param>
    /// <param name="reduced">Receives <see cref="Dimensions"/> numbers.</param>
    public static void Reduce(ReadOnlySpan<float> descriptor, (float FromMiddle, float Down) place, ReadOnlySpan<float> mean, ReadOnlySpan<float> projection, Span<float> reduced)
    {
        Span<float> rest = stackalloc float[ShapeDescriptors.Length];
        TensorPrimitives.Subtract(descriptor, mean, rest);
        for (int d = 0; d < Reduced; d++)
        {
            reduced[d] = TensorPrimitives.Dot(rest, projection.Slice(d * ShapeDescriptors.Length, ShapeDescriptors.Length));
        }

        reduced[Reduced] = PlaceScale * (place.FromMiddle - .5f);
        reduced[Reduced + 1] = PlaceScale * (place.Down - .5f);
    }

    /// <summary>Shares of responsibility of the densities for a descriptor.</summary>
    /// <param name="both">Squares of the reduced descriptor, then the descriptor: <c>[2 x 34]</c>.</param>
    /// <param name="shares">Receives <see cref="Words"/> numbers that add up to 1.</param>
    /// <returns>The log density, but for a constant.</returns>
    public float Respond(ReadOnlySpan<float> both, Span<float> shares)
    {
        Vector256<float> a = Vector256.Create(_offsets), b = Vector256.Create(_offsets.AsSpan(8)), c = Vector256.Create(_offsets.AsSpan(16)), d = Vector256.Create(_offsets.AsSpan(24));
        ref float column = ref MemoryMarshal.GetArrayDataReference(_columns);
        for (int i = 0; i < 2 * Dimensions; i++)
        {
            Vector256<float> value = Vector256.Create(both[i]);
            nuint at = (nuint)(i * Words);
            a = Vector256.MultiplyAddEstimate(value, Vector256.LoadUnsafe(ref column, at), a);
            b = Vector256.MultiplyAddEstimate(value, Vector256.LoadUnsafe(ref column, at + 8), b);
            c = Vector256.MultiplyAddEstimate(value, Vector256.LoadUnsafe(ref column, at + 16), c);
            d = Vector256.MultiplyAddEstimate(value, Vector256.LoadUnsafe(ref column, at + 24), d);
        }

        float most = Greatest(Vector256.Max(Vector256.Max(a, b), Vector256.Max(c, d)));
        a = Likelihood(a, most);
        b = Likelihood(b, most);
        c = Likelihood(c, most);
        d = Likelihood(d, most);
        float sum = Vector256.Sum(a + b + (c + d));
        (a / sum).CopyTo(shares);
        (b / sum).CopyTo(shares[8..]);
        (c / sum).CopyTo(shares[16..]);
        (d / sum).CopyTo(shares[24..]);
        return most + MathF.Log(sum);
    }

    /// <summary>The vector of a picture.</summary>
    /// <param name="shapes">Its descriptors.</param>
    /// <returns><see cref="VectorLength"/> numbers; all 0 where there is no descriptor.</returns>
    public float[] Encode(ShapeDescriptors shapes)
    {
        float[] vector = new float[VectorLength];
        if (shapes.Count == 0)
        {
            return vector;
        }

        double[] masses = new double[Words];
        float[] sums = new float[Words * 2 * Dimensions];
        Span<float> both = stackalloc float[2 * Dimensions];
        Span<float> shares = stackalloc float[Words];
        Span<float> reduced = both[Dimensions..];
        for (int i = 0; i < shapes.Count; i++)
        {
            Reduce(shapes.BlockAt(i), reduced);
            TensorPrimitives.Multiply(reduced, reduced, both[..Dimensions]);
            Respond(both, shares);
            for (int word = 0; word < Words; word++)
            {
                if (shares[word] > Negligible)
                {
                    masses[word] += shares[word];
                    Span<float> sum = sums.AsSpan(word * 2 * Dimensions, 2 * Dimensions);
                    TensorPrimitives.MultiplyAdd(both, shares[word], sum, sum);
                }
            }
        }

        Differ(masses, sums, shapes.Count, vector);
        Normalise(vector);
        return vector;
    }

    // As the other Reduce, from the block's cells where they lie; even and odd numbers add up apart, so that neither waits for the other.
    private void Reduce(in ShapeBlock block, Span<float> reduced)
    {
        Vector256<float> a = default, b = default, c = default, d = default, e = default, f = default, g = default, h = default;
        ref float axis = ref MemoryMarshal.GetArrayDataReference(_axes);
        for (int row = 0; row < ShapeDescriptors.BlockCells; row++)
        {
            ReadOnlySpan<float> roots = block.Row(row);
            for (int i = 0; i + 1 < roots.Length; i += 2)
            {
                Vector256<float> even = Vector256.Create(roots[i]), odd = Vector256.Create(roots[i + 1]);
                nuint at = (nuint)(((row * ShapeDescriptors.RowLength) + i) * Reduced);
                a = Vector256.MultiplyAddEstimate(even, Vector256.LoadUnsafe(ref axis, at), a);
                b = Vector256.MultiplyAddEstimate(even, Vector256.LoadUnsafe(ref axis, at + 8), b);
                c = Vector256.MultiplyAddEstimate(even, Vector256.LoadUnsafe(ref axis, at + 16), c);
                d = Vector256.MultiplyAddEstimate(even, Vector256.LoadUnsafe(ref axis, at + 24), d);
                e = Vector256.MultiplyAddEstimate(odd, Vector256.LoadUnsafe(ref axis, at + 32), e);
                f = Vector256.MultiplyAddEstimate(odd, Vector256.LoadUnsafe(ref axis, at + 40), f);
                g = Vector256.MultiplyAddEstimate(odd, Vector256.LoadUnsafe(ref axis, at + 48), g);
                h = Vector256.MultiplyAddEstimate(odd, Vector256.LoadUnsafe(ref axis, at + 56), h);
            }
        }

        (((a + e) * block.Scale) - Vector256.Create(_meanReduced)).CopyTo(reduced);
        (((b + f) * block.Scale) - Vector256.Create(_meanReduced.AsSpan(8))).CopyTo(reduced[8..]);
        (((c + g) * block.Scale) - Vector256.Create(_meanReduced.AsSpan(16))).CopyTo(reduced[16..]);
        (((d + h) * block.Scale) - Vector256.Create(_meanReduced.AsSpan(24))).CopyTo(reduced[24..]);
        reduced[Reduced] = PlaceScale * (block.FromMiddle - .5f);
        reduced[Reduced + 1] = PlaceScale * (block.Down - .5f);
    }

    private static Vector256<float> Likelihood(Vector256<float> logs, float most)
    {
        Vector256<float> rest = logs - Vector256.Create(most);
        return Vector256.ConditionalSelect(Vector256.LessThan(rest, Vector256.Create(-20f)), Vector256<float>.Zero, Vector256.Exp(rest));
    }

    private static float Greatest(Vector256<float> values)
    {
        Vector128<float> four = Vector128.Max(values.GetLower(), values.GetUpper());
        return MathF.Max(MathF.Max(four[0], four[1]), MathF.Max(four[2], four[3]));
    }

    private void Differ(double[] masses, float[] sums, int count, float[] vector)
    {
        for (int word = 0; word < Words; word++)
        {
            double root = Math.Sqrt(_share[word]);
            for (int d = 0; d < Dimensions; d++)
            {
                int at = (word * Dimensions) + d;
                double m = _centre[at], v = _variance[at];
                double first = sums[(word * 2 * Dimensions) + Dimensions + d];
                double second = sums[(word * 2 * Dimensions) + d];
                vector[at] = (float)((first - (m * masses[word])) / Math.Sqrt(v) / count / root);
                vector[(Words * Dimensions) + at] = (float)((((second - (2 * m * first) + (m * m * masses[word])) / v) - masses[word]) / count / (root * Math.Sqrt(2)));
            }

            vector[(2 * Words * Dimensions) + word] = (float)((masses[word] / count) - _share[word]);
        }
    }

    private static void Normalise(Span<float> vector)
    {
        for (int i = 0; i < vector.Length; i++)
        {
            vector[i] = MathF.CopySign(MathF.Sqrt(MathF.Abs(vector[i])), vector[i]);
        }

        float norm = TensorPrimitives.Norm(vector);
        if (norm > 0)
        {
            TensorPrimitives.Divide(vector, norm, vector);
        }
    }
}
