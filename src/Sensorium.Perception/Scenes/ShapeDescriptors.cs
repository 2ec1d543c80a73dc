using System.Numerics.Tensors;
using System.Runtime.Intrinsics;

namespace Sensorium.Perception;

/// <summary>
/// Histograms of oriented gradients (Dalal and Triggs, "Histograms of oriented gradients for human detection", CVPR 2005) of overlapping
/// blocks at three sizes of a picture: 4 x 4 cells of 4 x 4 pixels, 8 directions each, as in SIFT (Lowe, IJCV 2004). Square roots of
/// shares with a floor, so that an even surface differs from a contour.
/// </summary>
/// <remarks>
/// A cell lies in up to sixteen blocks, and its share of a block is its gradients over the block's. So roots are taken once a cell, and a
/// block keeps no more than where its cells begin and the root of what they are divided by.
/// </remarks>
internal sealed class ShapeDescriptors
{
    private const int CellSize = 4;
    private const int Directions = 8;

    // Gradient mass of a block below which it counts as nearly even.
    private const float Floor = 32;

    /// <summary>Rows of cells of a block, and cells in each.</summary>
    public const int BlockCells = 4;

    /// <summary>Numbers of one row of cells of a block.</summary>
    public const int RowLength = BlockCells * Directions;

    /// <summary>Numbers of one descriptor.</summary>
    public const int Length = BlockCells * RowLength;

    private readonly List<ShapeBlock> _blocks = [];

    private ShapeDescriptors()
    {
    }

    /// <summary>How many blocks there are.</summary>
    public int Count => _blocks.Count;

    /// <summary>Measures a picture.</summary>
    /// <param name="greys">Its lightness at three sizes, the largest first, 0..255.</param>
    /// <returns>The descriptors; none where the picture is smaller than a block.</returns>
    public static ShapeDescriptors Of(IReadOnlyList<ScenePlane> greys)
    {
        ShapeDescriptors shapes = new();
        for (int scale = 0; scale < greys.Count; scale++)
        {
            shapes.Add(greys[scale], scale == 0 ? 2 : 1);
        }

        return shapes;
    }

    /// <summary>One block, from which a descriptor can be had without a copy.</summary>
    /// <param name="index">0 to <see cref="Count"/> - 1.</param>
    /// <returns>The block.</returns>
    public ShapeBlock BlockAt(int index) => _blocks[index];

    /// <summary>One descriptor: <c>[rows of cells x columns of cells x directions]</c>.</summary>
    /// <param name="index">0 to <see cref="Count"/> - 1.</param>
    /// <returns><see cref="Length"/> numbers, 0..1.</returns>
    public float[] DescriptorAt(int index)
    {
        ShapeBlock block = _blocks[index];
        float[] descriptor = new float[Length];
        for (int row = 0; row < BlockCells; row++)
        {
            TensorPrimitives.Multiply(block.Row(row), block.Scale, descriptor.AsSpan(row * RowLength, RowLength));
        }

        return descriptor;
    }

    /// <summary>Where a block lies.</summary>
    /// <param name="index">0 to <see cref="Count"/> - 1.</param>
    /// <returns>Distance from the upright middle line, 0 to 1 at the border; height from 0 (top) to 1.</returns>
    public (float FromMiddle, float Down) PlaceOf(int index) => (_blocks[index].FromMiddle, _blocks[index].Down);

    private void Add(ScenePlane plane, int step)
    {
        int columns = plane.Width / CellSize, rows = plane.Height / CellSize;
        float[] roots = Cells(plane, columns, rows);
        float[] masses = new float[columns * rows];
        for (int cell = 0; cell < masses.Length; cell++)
        {
            masses[cell] = Vector256.Sum(Vector256.LoadUnsafe(ref roots[cell * Directions]));
        }

        TensorPrimitives.Sqrt(roots, roots);
        int lastX = columns - BlockCells, lastY = rows - BlockCells;
        for (int y = 0; y <= lastY; y += step)
        {
            float down = lastY > 0 ? y / (float)lastY : .5f;
            for (int x = 0; x <= lastX; x += step)
            {
                float mass = 0;
                for (int row = 0; row < BlockCells; row++)
                {
                    mass += Vector128.Sum(Vector128.LoadUnsafe(ref masses[((y + row) * columns) + x]));
                }

                float across = lastX > 0 ? x / (float)lastX : .5f;
                _blocks.Add(new(roots, ((y * columns) + x) * Directions, columns * Directions, MathF.Sqrt(1 / (mass + Floor)), MathF.Abs((2 * across) - 1), down));
            }
        }
    }

    /// <summary>Sums of gradients of each cell by direction, shared between the two nearest directions.</summary>
    private static float[] Cells(ScenePlane plane, int columns, int rows)
    {
        float[] cells = new float[columns * rows * Directions];
        int inner = Math.Max(Math.Min(columns * CellSize, plane.Width - 1) - 1, 0);
        float[] slopes = new float[inner], turns = new float[inner];
        for (int y = 1; y < Math.Min(rows * CellSize, plane.Height - 1); y++)
        {
            Gradients(plane.Row(y - 1), plane.Row(y), plane.Row(y + 1), slopes, turns);
            Span<float> line = cells.AsSpan(y / CellSize * columns * Directions, columns * Directions);
            for (int i = 0; i < slopes.Length; i++)
            {
                int first = (int)turns[i];
                float share = turns[i] - first;
                int cell = (i + 1) / CellSize * Directions;
                line[cell + (first % Directions)] += slopes[i] * (1 - share);
                line[cell + ((first + 1) % Directions)] += slopes[i] * share;
            }
        }

        return cells;
    }

    /// <summary>Gradients of the inner pixels of a row, eight at a time.</summary>
    /// <param name="up">The row above: <c>[width]</c>.</param>
    /// <param name="here">The row.</param>
    /// <param name="down">The row below.</param>
    /// <param name="slopes">Receives their lengths, from the second pixel on.</param>
    /// <param name="turns">Receives their directions, 0 to 8 for a full turn.</param>
    internal static void Gradients(ReadOnlySpan<float> up, ReadOnlySpan<float> here, ReadOnlySpan<float> down, Span<float> slopes, Span<float> turns)
    {
        const float Scale = Directions / MathF.Tau;
        int x = 0;
        for (; x + Vector256<float>.Count <= slopes.Length; x += Vector256<float>.Count)
        {
            Vector256<float> dx = Vector256.Create(here[(x + 2)..]) - Vector256.Create(here[x..]);
            Vector256<float> dy = Vector256.Create(down[(x + 1)..]) - Vector256.Create(up[(x + 1)..]);
            Vector256.Sqrt((dx * dx) + (dy * dy)).CopyTo(slopes[x..]);
            (FastAngle.Of(dy, dx) * Scale).CopyTo(turns[x..]);
        }

        for (; x < slopes.Length; x++)
        {
            float dx = here[x + 2] - here[x];
            float dy = down[x + 1] - up[x + 1];
            slopes[x] = MathF.Sqrt((dx * dx) + (dy * dy));
            turns[x] = FastAngle.Of(dy, dx) * Scale;
        }
    }
}
