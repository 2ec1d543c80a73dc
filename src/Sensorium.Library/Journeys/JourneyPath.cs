namespace Sensorium.Library;

/// <summary>A way across the plane of feeling: straight lines between places, walked at one speed. A single place is a way that stays there.</summary>
public sealed class JourneyPath
{
    /// <summary>Pleasant and calm: where <c>--to calm</c> leads.</summary>
    public static readonly PlanePoint Calm = new(0.4, -0.5);

    /// <summary>Pleasant and lively: where <c>--to bright</c> leads.</summary>
    public static readonly PlanePoint Bright = new(0.6, 0.4);

    /// <summary>Most places that a way is made of.</summary>
    public const int MostPoints = 32;

    private readonly PlanePoint[] _points;
    private readonly double[] _ends;

    private JourneyPath(PlanePoint[] points)
    {
        _points = points;
        _ends = new double[points.Length];
        for (int i = 1; i < points.Length; i++)
        {
            _ends[i] = _ends[i - 1] + points[i - 1].DistanceTo(points[i]);
        }
    }

    /// <summary>Where it begins.</summary>
    public PlanePoint Start => _points[0];

    /// <summary>Where it ends.</summary>
    public PlanePoint End => _points[^1];

    /// <summary>How long it is on the plane.</summary>
    public double Length => _ends[^1];

    /// <summary>Follow: stays with the listener.</summary>
    /// <param name="mood">Where the listener is.</param>
    /// <returns>The way.</returns>
    public static JourneyPath Follow(PlanePoint mood) => Custom([mood]);

    /// <summary>Iso: begins where the listener is and moves to the goal.</summary>
    /// <param name="mood">Where the listener is.</param>
    /// <param name="goal">Where to go.</param>
    /// <returns>The way.</returns>
    public static JourneyPath Iso(PlanePoint mood, PlanePoint goal) => Custom([mood, goal]);

    /// <summary>Compensatory: gives what is missing at once and stays there, wherever the listener is.</summary>
    /// <param name="goal">The goal.</param>
    /// <returns>The way.</returns>
    public static JourneyPath Compensatory(PlanePoint goal) => Custom([goal]);

    /// <summary>A way through places.</summary>
    /// <param name="points">1 to <see cref="MostPoints"/> places, each axis in -1..1.</param>
    /// <returns>The way.</returns>
    /// <exception cref="ArgumentException">There are none or too many, or one is off the plane.</exception>
    public static JourneyPath Custom(IReadOnlyList<PlanePoint> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        if (points.Count is < 1 or > MostPoints || points.Any(point => point.Valence is not (>= -1 and <= 1) || point.Arousal is not (>= -1 and <= 1)))
        {
            throw new ArgumentException($"A way has 1 to {MostPoints} places with valence and arousal from -1 to 1.", nameof(points));
        }

        return new JourneyPath([.. points]);
    }

    /// <summary>A place on the way.</summary>
    /// <param name="share">How much of it is done; below 0 is the start, over 1 the end.</param>
    /// <returns>The place.</returns>
    public PlanePoint At(double share)
    {
        double at = Math.Clamp(share, 0, 1) * Length;
        int i = 1;
        while (i < _points.Length - 1 && _ends[i] < at)
        {
            i++;
        }

        if (_points.Length == 1 || Length <= 0)
        {
            return _points[0];
        }

        double piece = _ends[i] - _ends[i - 1], part = piece > 0 ? Math.Clamp((at - _ends[i - 1]) / piece, 0, 1) : 1;
        return new PlanePoint(
            _points[i - 1].Valence + (part * (_points[i].Valence - _points[i - 1].Valence)),
            _points[i - 1].Arousal + (part * (_points[i].Arousal - _points[i - 1].Arousal)));
    }
}
