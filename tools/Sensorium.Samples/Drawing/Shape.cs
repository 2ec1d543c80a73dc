using System.Numerics;

namespace Sensorium.Samples.Drawing;

/// <summary>Closed outlines in pixels; overlapping outlines of one shape unite (non-zero winding).</summary>
internal sealed class Shape
{
    private const int CurveSteps = 14;
    private readonly List<List<Vector2>> _outlines = [];
    private Vector2 _pen;

    /// <summary>The outlines, each closing onto its first point.</summary>
    public IReadOnlyList<IReadOnlyList<Vector2>> Outlines => _outlines;

    /// <summary>A polygon.</summary>
    /// <param name="points">Corners.</param>
    /// <returns>The shape.</returns>
    public static Shape Polygon(params ReadOnlySpan<(float X, float Y)> points)
    {
        Shape shape = new Shape().Move(points[0].X, points[0].Y);
        foreach ((float x, float y) in points[1..])
        {
            shape.Line(x, y);
        }

        return shape;
    }

    /// <summary>An upright rectangle.</summary>
    /// <param name="left">Left side.</param>
    /// <param name="top">Upper side.</param>
    /// <param name="right">Right side.</param>
    /// <param name="bottom">Lower side.</param>
    /// <returns>The shape.</returns>
    public static Shape Box(float left, float top, float right, float bottom) => Polygon((left, top), (right, top), (right, bottom), (left, bottom));

    /// <summary>An ellipse, turned about its centre.</summary>
    /// <param name="x">Centre.</param>
    /// <param name="y">Centre.</param>
    /// <param name="rx">Half the width.</param>
    /// <param name="ry">Half the height.</param>
    /// <param name="turn">Angle in radians.</param>
    /// <returns>The shape.</returns>
    public static Shape Ellipse(float x, float y, float rx, float ry, float turn = 0)
    {
        int count = Math.Clamp((int)(MathF.Max(rx, ry) * 2), 10, 96);
        (float sin, float cos) = MathF.SinCos(turn);
        Shape shape = new();
        for (int i = 0; i < count; i++)
        {
            (float s, float c) = MathF.SinCos(MathF.Tau * i / count);
            float px = x + (c * rx * cos) - (s * ry * sin);
            float py = y + (c * rx * sin) + (s * ry * cos);
            _ = i == 0 ? shape.Move(px, py) : shape.Line(px, py);
        }

        return shape;
    }

    /// <summary>A brush stroke along a quadratic curve, its width changing from start to end.</summary>
    /// <param name="from">Start.</param>
    /// <param name="bend">The curve's control point.</param>
    /// <param name="to">End.</param>
    /// <param name="startWidth">Width at the start.</param>
    /// <param name="endWidth">Width at the end.</param>
    /// <returns>The shape.</returns>
    public static Shape Stroke(Vector2 from, Vector2 bend, Vector2 to, float startWidth, float endWidth)
    {
        int steps = Math.Clamp((int)(Vector2.Distance(from, to) / 6), 3, 24);
        List<Vector2> left = [];
        List<Vector2> right = [];
        for (int i = 0; i <= steps; i++)
        {
            float t = i / (float)steps;
            Vector2 place = (from * (1 - t) * (1 - t)) + (bend * 2 * t * (1 - t)) + (to * t * t);
            Vector2 along = ((bend - from) * (1 - t)) + ((to - bend) * t);
            float length = MathF.Max(along.Length(), 1e-4f);
            Vector2 across = new Vector2(-along.Y, along.X) / length * (0.5f * (startWidth + ((endWidth - startWidth) * t)));
            left.Add(place + across);
            right.Add(place - across);
        }

        right.Reverse();
        Shape shape = new();
        shape._outlines.Add([.. left, .. right]);
        return shape;
    }

    /// <summary>A straight stroke.</summary>
    /// <param name="x0">Start.</param>
    /// <param name="y0">Start.</param>
    /// <param name="x1">End.</param>
    /// <param name="y1">End.</param>
    /// <param name="width">Width.</param>
    /// <returns>The shape.</returns>
    public static Shape Rod(float x0, float y0, float x1, float y1, float width) =>
        Stroke(new(x0, y0), new((x0 + x1) / 2, (y0 + y1) / 2), new(x1, y1), width, width);

    /// <summary>Everything under a curve of heights, down to a floor.</summary>
    /// <param name="left">First column.</param>
    /// <param name="right">Last column.</param>
    /// <param name="floor">Lower side.</param>
    /// <param name="height">Upper side at a column.</param>
    /// <param name="step">Columns between two samples.</param>
    /// <returns>The shape.</returns>
    public static Shape Under(float left, float right, float floor, Func<float, float> height, float step = 3)
    {
        Shape shape = new Shape().Move(left, floor);
        for (float x = left; x < right; x += step)
        {
            shape.Line(x, MathF.Min(height(x), floor));
        }

        return shape.Line(right, MathF.Min(height(right), floor)).Line(right, floor);
    }

    /// <summary>Starts an outline.</summary>
    /// <param name="x">Place.</param>
    /// <param name="y">Place.</param>
    /// <returns>This shape.</returns>
    public Shape Move(float x, float y)
    {
        _pen = new Vector2(x, y);
        _outlines.Add([_pen]);
        return this;
    }

    /// <summary>Goes straight.</summary>
    /// <param name="x">Place.</param>
    /// <param name="y">Place.</param>
    /// <returns>This shape.</returns>
    public Shape Line(float x, float y)
    {
        _pen = new Vector2(x, y);
        _outlines[^1].Add(_pen);
        return this;
    }

    /// <summary>Goes along a quadratic curve.</summary>
    /// <param name="bendX">Control point.</param>
    /// <param name="bendY">Control point.</param>
    /// <param name="x">End.</param>
    /// <param name="y">End.</param>
    /// <returns>This shape.</returns>
    public Shape Curve(float bendX, float bendY, float x, float y)
    {
        Vector2 from = _pen;
        Vector2 bend = new(bendX, bendY);
        Vector2 to = new(x, y);
        for (int i = 1; i <= CurveSteps; i++)
        {
            float t = i / (float)CurveSteps;
            Vector2 place = (from * (1 - t) * (1 - t)) + (bend * 2 * t * (1 - t)) + (to * t * t);
            _outlines[^1].Add(place);
        }

        _pen = to;
        return this;
    }
}
