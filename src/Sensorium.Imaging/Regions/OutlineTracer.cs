namespace Sensorium.Imaging;

/// <summary>
/// Outlines of 4-connected regions as polygons along the cracks between pixels, simplified arc by arc: an arc runs between two places where three regions
/// meet, and is simplified once for both regions beside it, so that their polygons share it and neither gap nor overlap opens.
/// </summary>
internal sealed class OutlineTracer(int[] labels, int width, int height)
{
    // Right, down, left, up; the region lies on the right hand.
    private static readonly int[] StepX = [1, 0, -1, 0];
    private static readonly int[] StepY = [0, 1, 0, -1];
    private readonly bool[] _topWalked = new bool[labels.Length];
    private readonly List<(int X, int Y)> _ring = [];
    private readonly List<(int X, int Y)> _arc = [];

    /// <summary>Traces all regions.</summary>
    /// <param name="count">Number of labels.</param>
    /// <param name="tolerance">Furthest that a left-out point may lie from the outline, in pixels.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>For each label its rings in pixels, the outer one first, then holes, larger ones first.</returns>
    public List<List<(int X, int Y)>>[] Trace(int count, double tolerance, CancellationToken cancellationToken)
    {
        var rings = new List<(long Area, List<(int X, int Y)> Points)>[count];
        for (int i = 0; i < count; i++)
        {
            rings[i] = [];
        }

        for (int y = 0; y < height; y++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (int x = 0; x < width; x++)
            {
                int label = labels[(y * width) + x];
                if (!_topWalked[(y * width) + x] && At(x, y - 1) != label)
                {
                    Walk(x, y, label);
                    rings[label].Add((TwiceArea(_ring), Simplified(tolerance)));
                }
            }
        }

        // The one clockwise ring has a positive area; holes run the other way round.
        return [.. rings.Select(list => list.OrderByDescending(r => r.Area > 0).ThenBy(r => r.Area).Select(r => r.Points).ToList())];
    }

    private int At(int x, int y) => (uint)x < (uint)width && (uint)y < (uint)height ? labels[(y * width) + x] : -1;

    private static long TwiceArea(List<(int X, int Y)> ring)
    {
        long sum = 0;
        for (int i = 0; i < ring.Count; i++)
        {
            (int x0, int y0) = ring[i];
            (int x1, int y1) = ring[(i + 1) % ring.Count];
            sum += ((long)x0 * y1) - ((long)x1 * y0);
        }

        return sum;
    }

    /// <summary>Fills the ring with every corner point passed, starting along the top of a pixel.</summary>
    private void Walk(int startX, int startY, int label)
    {
        _ring.Clear();
        int x = startX;
        int y = startY;
        int direction = 0;
        do
        {
            _ring.Add((x, y));
            if (direction == 0)
            {
                _topWalked[(y * width) + x] = true;
            }

            x += StepX[direction];
            y += StepY[direction];
            direction = Turn(x, y, direction, label);
        }
        while (x != startX || y != startY || direction != 0);
    }

    /// <summary>Right where the region ends, left where it widens. Turning right first keeps pixels apart that touch at a corner only.</summary>
    private int Turn(int x, int y, int direction, int label)
    {
        (int rightX, int rightY, int leftX, int leftY) = direction switch
        {
            0 => (x, y, x, y - 1),
            1 => (x - 1, y, x, y),
            2 => (x - 1, y - 1, x - 1, y),
            _ => (x, y - 1, x - 1, y - 1),
        };
        if (At(rightX, rightY) != label)
        {
            return (direction + 1) % 4;
        }

        return At(leftX, leftY) == label ? (direction + 3) % 4 : direction;
    }

    /// <summary>A point that every polygon through it keeps: three regions meet, two touch corner to corner, or the picture has its corner there.</summary>
    private bool IsJunction(int x, int y)
    {
        int a = At(x - 1, y - 1);
        int b = At(x, y - 1);
        int c = At(x - 1, y);
        int d = At(x, y);
        bool horizontal = a == b && c == d;
        bool vertical = a == c && b == d;
        bool oneOut = (a == b && (a == c || a == d)) || (d == c && (d == b || d == a));
        bool pictureCorner = (x == 0 || x == width) && (y == 0 || y == height);
        return pictureCorner || !(horizontal || vertical || oneOut);
    }

    private List<(int X, int Y)> Simplified(double tolerance)
    {
        var kept = new List<(int X, int Y)>();
        int first = _ring.FindIndex(p => IsJunction(p.X, p.Y));
        if (first < 0)
        {
            SimplifyLoop(tolerance, kept);
        }
        else
        {
            _arc.Clear();
            _arc.Add(_ring[first]);
            for (int i = 1; i <= _ring.Count; i++)
            {
                (int X, int Y) point = _ring[(first + i) % _ring.Count];
                _arc.Add(point);
                if (IsJunction(point.X, point.Y))
                {
                    LineSimplification.SimplifyEitherWay(_arc, tolerance, kept);
                    _arc.Clear();
                    _arc.Add(point);
                }
            }
        }

        return kept.Count >= 3 && TwiceArea(kept) != 0 ? kept : CornersOnly();
    }

    /// <summary>A ring without a junction separates two regions only; it is cut at two points that both find alike.</summary>
    private void SimplifyLoop(double tolerance, List<(int X, int Y)> kept)
    {
        int start = 0;
        for (int i = 1; i < _ring.Count; i++)
        {
            start = _ring[i].CompareTo(_ring[start]) < 0 ? i : start;
        }

        (int X, int Y) from = _ring[start];
        int far = start;
        long furthest = -1;
        for (int i = 0; i < _ring.Count; i++)
        {
            long dx = _ring[i].X - from.X;
            long dy = _ring[i].Y - from.Y;
            long squared = (dx * dx) + (dy * dy);
            if (squared > furthest || (squared == furthest && _ring[i].CompareTo(_ring[far]) < 0))
            {
                furthest = squared;
                far = i;
            }
        }

        Half(start, far);
        Half(far, start);

        void Half(int a, int b)
        {
            _arc.Clear();
            for (int i = a; ; i = (i + 1) % _ring.Count)
            {
                _arc.Add(_ring[i]);
                if (i == b)
                {
                    break;
                }
            }

            LineSimplification.SimplifyEitherWay(_arc, tolerance, kept);
        }
    }

    /// <summary>The ring without the points in the middle of straight lines: for regions too thin to be simplified.</summary>
    private List<(int X, int Y)> CornersOnly()
    {
        var corners = new List<(int X, int Y)>();
        for (int i = 0; i < _ring.Count; i++)
        {
            (int X, int Y) before = _ring[(i + _ring.Count - 1) % _ring.Count];
            (int X, int Y) after = _ring[(i + 1) % _ring.Count];
            if (before.X != after.X && before.Y != after.Y)
            {
                corners.Add(_ring[i]);
            }
        }

        return corners;
    }
}
