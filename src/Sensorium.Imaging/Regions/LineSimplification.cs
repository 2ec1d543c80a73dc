using System.Runtime.InteropServices;

namespace Sensorium.Imaging;

/// <summary>Leaves out points of a line that lie near the chord of their neighbours (Douglas &amp; Peucker, Cartographica 10(2), 1973).</summary>
internal static class LineSimplification
{
    /// <summary>Appends the points that stay, the first one included, the last one left to the caller.</summary>
    /// <param name="line">At least 2 points.</param>
    /// <param name="tolerance">Furthest that a point left out may lie from the simplified line.</param>
    /// <param name="kept">Where the points go.</param>
    public static void Simplify(ReadOnlySpan<(int X, int Y)> line, double tolerance, List<(int X, int Y)> kept)
    {
        (double worst, int at) = Furthest(line);
        if (worst <= tolerance * tolerance)
        {
            kept.Add(line[0]);
            return;
        }

        Simplify(line[..(at + 1)], tolerance, kept);
        Simplify(line[at..], tolerance, kept);
    }

    /// <summary>
    /// Simplifies an open line so that the result does not depend on the direction in which it is walked: the two regions beside it then keep one border.
    /// </summary>
    public static void SimplifyEitherWay(List<(int X, int Y)> line, double tolerance, List<(int X, int Y)> kept)
    {
        Span<(int X, int Y)> points = CollectionsMarshal.AsSpan(line);
        if (!RunsBackwards(points))
        {
            Simplify(points, tolerance, kept);
            return;
        }

        (int X, int Y) first = points[0];
        points.Reverse();
        var backwards = new List<(int X, int Y)>();
        Simplify(points, tolerance, backwards);
        kept.Add(first);
        for (int i = backwards.Count - 1; i > 0; i--)
        {
            kept.Add(backwards[i]);
        }
    }

    private static bool RunsBackwards(ReadOnlySpan<(int X, int Y)> line)
    {
        int order = line[0].CompareTo(line[^1]);
        return order > 0 || (order == 0 && line[1].CompareTo(line[^2]) > 0);
    }

    private static (double Squared, int Index) Furthest(ReadOnlySpan<(int X, int Y)> line)
    {
        (int x0, int y0) = line[0];
        double dx = line[^1].X - x0;
        double dy = line[^1].Y - y0;
        double length = (dx * dx) + (dy * dy);
        double worst = 0;
        int at = 0;
        for (int i = 1; i < line.Length - 1; i++)
        {
            double px = line[i].X - x0;
            double py = line[i].Y - y0;
            double along = length == 0 ? 0 : Math.Clamp(((px * dx) + (py * dy)) / length, 0, 1);
            double ex = px - (along * dx);
            double ey = py - (along * dy);
            double squared = (ex * ex) + (ey * ey);
            if (squared > worst)
            {
                worst = squared;
                at = i;
            }
        }

        return (worst, at);
    }
}
