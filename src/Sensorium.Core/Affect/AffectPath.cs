namespace Sensorium;

/// <summary>A timed curve on the plane: straight between its points, and resting before the first and after the last.</summary>
public sealed class AffectPath
{
    /// <summary>Most points of a path.</summary>
    public const int MostPoints = 1000;

    // An iso path meets the listener where they are, and stays where it led them, for these shares of its time.
    private const double Meeting = 0.15;
    private const double Staying = 0.2;

    private readonly AffectPoint[] _points;

    /// <summary>Creates a path.</summary>
    /// <param name="points">1 to <see cref="MostPoints"/> points, their times rising and not below zero.</param>
    /// <param name="length">Length of the whole, over zero and not before the last point.</param>
    /// <exception cref="ArgumentException">The points or the length are not as stated.</exception>
    public AffectPath(IReadOnlyList<AffectPoint> points, TimeSpan length)
    {
        ArgumentNullException.ThrowIfNull(points);
        if (points.Count is < 1 or > MostPoints || length <= TimeSpan.Zero || points[0].Time < TimeSpan.Zero || points[^1].Time > length)
        {
            throw new ArgumentException($"1 to {MostPoints} points between zero and the length are needed, but {points.Count} for {length} came.", nameof(points));
        }

        for (int i = 0; i < points.Count; i++)
        {
            if (!(Math.Abs(points[i].Valence) <= 1) || !(Math.Abs(points[i].Arousal) <= 1) || (i > 0 && points[i].Time <= points[i - 1].Time))
            {
                throw new ArgumentException($"Valence and arousal lie in -1..1 and times rise, but point {i} is {points[i]}.", nameof(points));
            }
        }

        _points = [.. points];
        Length = length;
    }

    /// <summary>The points, in order of time.</summary>
    public IReadOnlyList<AffectPoint> Points => _points;

    /// <summary>Length of the whole.</summary>
    public TimeSpan Length { get; }

    /// <summary>Stays in one place.</summary>
    /// <param name="valence">Valence, -1..1.</param>
    /// <param name="arousal">Arousal, -1..1.</param>
    /// <param name="length">Length of the whole, over zero.</param>
    /// <returns>The path.</returns>
    public static AffectPath Hold(double valence, double arousal, TimeSpan length) => new([new(TimeSpan.Zero, valence, arousal)], length);

    /// <summary>Meets the listener where they are, goes to the goal at an even pace, and stays there (the iso principle of music therapy).</summary>
    /// <param name="start">Where the listener is: valence and arousal, -1..1.</param>
    /// <param name="goal">Where to go.</param>
    /// <param name="length">Length of the whole, over zero.</param>
    /// <returns>The path: 15 % at the start, 65 % on the way, 20 % at the goal.</returns>
    public static AffectPath Iso((double Valence, double Arousal) start, (double Valence, double Arousal) goal, TimeSpan length) =>
        new([new(length * Meeting, start.Valence, start.Arousal), new(length * (1 - Staying), goal.Valence, goal.Arousal)], length);

    /// <summary>Sets the goal against the listener's state from the first moment: it stays there throughout.</summary>
    /// <param name="goal">Where to be: valence and arousal, -1..1.</param>
    /// <param name="length">Length of the whole, over zero.</param>
    /// <returns>The path.</returns>
    public static AffectPath Compensatory((double Valence, double Arousal) goal, TimeSpan length) => Hold(goal.Valence, goal.Arousal, length);

    /// <summary>Where the path is at a time.</summary>
    /// <param name="time">Any time; before the first point and after the last, those count.</param>
    /// <returns>The place at that time.</returns>
    public AffectPoint At(TimeSpan time)
    {
        int next = 0;
        while (next < _points.Length && _points[next].Time <= time)
        {
            next++;
        }

        if (next == 0 || next == _points.Length)
        {
            AffectPoint end = _points[Math.Max(0, next - 1)];
            return end with { Time = time };
        }

        (AffectPoint a, AffectPoint b) = (_points[next - 1], _points[next]);
        double share = (time - a.Time) / (b.Time - a.Time);
        return new(time, a.Valence + (share * (b.Valence - a.Valence)), a.Arousal + (share * (b.Arousal - a.Arousal)));
    }
}
