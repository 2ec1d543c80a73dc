using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Sensorium.Library;

/// <summary>
/// Scalar products of one query in 16 bits with many rows in 8 bits. Sixteen rows are a block; in it the rows lie beside each other, two
/// values of a row together: <c>[pairs x 16 rows x 2]</c>, so that one multiplication serves sixteen rows and no sum is taken across a register.
/// </summary>
internal static class CodeScan
{
    /// <summary>Rows in a block.</summary>
    public const int BlockRows = 16;

    /// <summary>Most values in a row: 2 x 127 x 32767 times half of it stays below 2^31.</summary>
    public const int MostValues = 512;

    /// <summary>The widest registers that this processor offers, in bits; 0 for the plain loop.</summary>
    public static int WidestKernel => Avx512BW.IsSupported ? 512 : Avx2.IsSupported ? 256 : 0;

    /// <summary>Multiplies.</summary>
    /// <param name="codes">Whole blocks of rows.</param>
    /// <param name="query">The query: an even number of values.</param>
    /// <param name="dots">Receives one scalar product for each row: <c>[blocks x 16]</c>.</param>
    /// <param name="kernel">512, 256 or 0 bits, at most <see cref="WidestKernel"/>.</param>
    public static void Multiply(ReadOnlySpan<sbyte> codes, ReadOnlySpan<short> query, Span<int> dots, int kernel)
    {
        int blockLength = query.Length * BlockRows;
        if (query.Length % 2 != 0 || dots.Length % BlockRows != 0 || codes.Length != dots.Length / BlockRows * blockLength)
        {
            throw new ArgumentException("The lengths of codes, query and products do not fit together.");
        }

        ReadOnlySpan<int> pairs = MemoryMarshal.Cast<short, int>(query);
        for (int at = 0; at < dots.Length; at += BlockRows)
        {
            ReadOnlySpan<sbyte> block = codes.Slice(at / BlockRows * blockLength, blockLength);
            Span<int> sums = dots.Slice(at, BlockRows);
            switch (kernel)
            {
                case 512:
                    Block512(ref MemoryMarshal.GetReference(block), pairs, sums);
                    break;
                case 256:
                    Block256(ref MemoryMarshal.GetReference(block), pairs, sums);
                    break;
                default:
                    BlockPlain(block, query, sums);
                    break;
            }
        }
    }

    private static void Block512(ref sbyte block, ReadOnlySpan<int> pairs, Span<int> sums)
    {
        Vector512<int> sum = Vector512<int>.Zero;
        for (int p = 0; p < pairs.Length; p++)
        {
            Vector512<short> rows = Avx512BW.ConvertToVector512Int16(Vector256.LoadUnsafe(ref block, (nuint)(p * 2 * BlockRows)));
            sum += Avx512BW.MultiplyAddAdjacent(rows, Vector512.Create(pairs[p]).AsInt16());
        }

        sum.CopyTo(sums);
    }

    private static void Block256(ref sbyte block, ReadOnlySpan<int> pairs, Span<int> sums)
    {
        Vector256<int> lower = Vector256<int>.Zero, upper = Vector256<int>.Zero;
        for (int p = 0; p < pairs.Length; p++)
        {
            Vector256<short> pair = Vector256.Create(pairs[p]).AsInt16();
            lower += Avx2.MultiplyAddAdjacent(Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref block, (nuint)(p * 2 * BlockRows))), pair);
            upper += Avx2.MultiplyAddAdjacent(Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref block, (nuint)((p * 2 * BlockRows) + BlockRows))), pair);
        }

        lower.CopyTo(sums);
        upper.CopyTo(sums[8..]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void BlockPlain(ReadOnlySpan<sbyte> block, ReadOnlySpan<short> query, Span<int> sums)
    {
        sums.Clear();
        for (int p = 0; p < query.Length; p += 2)
        {
            ReadOnlySpan<sbyte> rows = block.Slice(p * BlockRows, 2 * BlockRows);
            for (int r = 0; r < BlockRows; r++)
            {
                sums[r] += (rows[2 * r] * query[p]) + (rows[(2 * r) + 1] * query[p + 1]);
            }
        }
    }
}
