namespace Sensorium.Perception;

/// <summary>
/// Histograms of oriented gradients (Dalal and Triggs, "Histograms of oriented gradients for human detection", CVPR 2005) of overlapping
/// blocks at three sizes of a picture: 4 x 4 cells of 4 x 4 pixels, 8 directions each, as in SIFT (Lowe, IJCV 2004). Square roots of
/// shares with a floor, so that an even surface differs from a contour.
/// </summary>
internal sealed class ShapeDescriptors
{
    private const int CellSize = 4;
    private const int BlockCells = 4;
    private const int Directions = 8;

    // Gradient mass of a block below which it counts as nearly even.
    private const float Floor = 32;

    /// <summary>Numbers of one descriptor.</summary>
    public const int Length = BlockCells * BlockCells * Directions;

    private readonly List<float[]> _descriptors = [];
    private readonly List<(float X, float Y)> _places = [];

    private ShapeDescriptors()
    {
    }

    /// <summary>How many blocks there are.</summary>
    public int Count => _descriptors.Count;

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

    /// <summary>One descriptor: <c>[rows of cells x columns of cells x directions]</c>.</summary>
    /// <param name="index">0 to <see cref="Count"/> - 1.</param>
    /// <returns><see cref="Length"/> numbers, 0..1.</returns>
    public ReadOnlySpan<float> this[int index] => _descriptors[index];

    /// <summary>Where a block lies.</summary>
    /// <param name="index">0 to <see cref="Count"/> - 1.</param>
    /// <returns>Distance from the upright middle line, 0 to 1 at the border; height from 0 (top) to 1.</returns>
    public (float FromMiddle, float Down) PlaceOf(int index) => (Math.Abs((2 * _places[index].X) - 1), _places[index].Y);

    private void Add(ScenePlane plane, int step)
    {
        int columns = plane.Width / CellSize, rows = plane.Height / CellSize;
        float[] cells = Cells(plane, columns, rows);
        int lastX = columns - BlockCells, lastY = rows - BlockCells;
        for (int y = 0; y <= lastY; y += step)
        {
            for (int x = 0; x <= lastX; x += step)
            {
                float[] descriptor = new float[Length];
                float mass = 0;
                for (int row = 0; row < BlockCells; row++)
                {
                    Span<float> line = descriptor.AsSpan(row * BlockCells * Directions, BlockCells * Directions);
                    cells.AsSpan((((y + row) * columns) + x) * Directions, BlockCells * Directions).CopyTo(line);
                    foreach (float value in line)
                    {
                        mass += value;
                    }
                }

                float scale = 1 / (mass + Floor);
                for (int i = 0; i < Length; i++)
                {
                    descriptor[i] = MathF.Sqrt(descriptor[i] * scale);
                }

                _descriptors.Add(descriptor);
                _places.Add((lastX > 0 ? x / (float)lastX : .5f, lastY > 0 ? y / (float)lastY : .5f));
            }
        }
    }

    /// <summary>Sums of gradients of each cell by direction, shared between the two nearest directions.</summary>
    private static float[] Cells(ScenePlane plane, int columns, int rows)
    {
        float[] cells = new float[columns * rows * Directions];
        for (int y = 1; y < Math.Min(rows * CellSize, plane.Height - 1); y++)
        {
            ReadOnlySpan<float> up = plane.Row(y - 1), here = plane.Row(y), down = plane.Row(y + 1);
            for (int x = 1; x < Math.Min(columns * CellSize, plane.Width - 1); x++)
            {
                float dx = here[x + 1] - here[x - 1];
                float dy = down[x] - up[x];
                float slope = MathF.Sqrt((dx * dx) + (dy * dy));
                if (slope == 0)
                {
                    continue;
                }

                float turn = AngleOf(dy, dx) * (Directions / MathF.Tau);
                int first = (int)turn;
                float share = turn - first;
                int cell = (((y / CellSize) * columns) + (x / CellSize)) * Directions;
                cells[cell + (first % Directions)] += slope * (1 - share);
                cells[cell + ((first + 1) % Directions)] += slope * share;
            }
        }

        return cells;
    }

    /// <summary>
    /// The angle of a vector that is not 0, in radians from 0 to a full turn, right to 2e-6: the arctangent's Taylor series after its argument is halved
    /// by tan(a / 2) = t / (1 + sqrt(1 + t^2)). Several times faster than the library's, which is right to the last digit.
    /// </summary>
    internal static float AngleOf(float dy, float dx)
    {
        float across = Math.Abs(dx), along = Math.Abs(dy);
        float ratio = Math.Min(across, along) / Math.Max(across, along);
        float half = ratio / (1 + MathF.Sqrt(1 + (ratio * ratio)));
        float square = half * half;
        float series = (1 / 9f) - (square * ((1 / 11f) - (square / 13f)));
        series = (1 / 3f) - (square * ((1 / 5f) - (square * ((1 / 7f) - (square * series)))));
        float angle = 2 * half * (1 - (square * series));
        angle = along > across ? (MathF.PI / 2) - angle : angle;
        angle = dx < 0 ? MathF.PI - angle : angle;
        return dy < 0 ? MathF.Tau - angle : angle;
    }
}
