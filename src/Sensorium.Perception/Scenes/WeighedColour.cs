using Sensorium.Imaging;

namespace Sensorium.Perception;

/// <summary>A sum of colours in OKLab, and how many there are.</summary>
internal struct WeighedColour
{
    private float _l;
    private float _a;
    private float _b;

    /// <summary>How many.</summary>
    public float Weight { get; private set; }

    /// <summary>Their mean; not a number where there are none.</summary>
    public readonly OkLab Mean => new(_l / Weight, _a / Weight, _b / Weight);

    /// <summary>Adds one colour.</summary>
    /// <param name="l">Lightness.</param>
    /// <param name="a">a.</param>
    /// <param name="b">b.</param>
    public void Add(float l, float a, float b)
    {
        _l += l;
        _a += a;
        _b += b;
        Weight++;
    }

    /// <summary>Adds many.</summary>
    /// <param name="other">The others.</param>
    public void Add(WeighedColour other)
    {
        _l += other._l;
        _a += other._a;
        _b += other._b;
        Weight += other.Weight;
    }
}
