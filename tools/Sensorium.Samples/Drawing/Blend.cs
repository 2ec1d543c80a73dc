using System.Numerics;

namespace Sensorium.Samples.Drawing;

/// <summary>Two colours ready to be mixed many times: what <see cref="Light.Mix"/> gives, without converting both each time.</summary>
internal readonly struct Blend
{
    private readonly Vector3 _from;
    private readonly Vector3 _to;

    /// <summary>Creates a blend.</summary>
    /// <param name="from">Linear light at 0.</param>
    /// <param name="to">Linear light at 1.</param>
    public Blend(Vector3 from, Vector3 to)
    {
        _from = Light.ToLab(from);
        _to = Light.ToLab(to);
    }

    /// <summary>Creates a blend of colours written as in CSS.</summary>
    /// <param name="from">Hexadecimal RRGGBB at 0.</param>
    /// <param name="to">Hexadecimal RRGGBB at 1.</param>
    public Blend(int from, int to)
        : this(Light.Of(from), Light.Of(to))
    {
    }

    /// <summary>A colour between the two.</summary>
    /// <param name="amount">0..1.</param>
    /// <returns>Linear light.</returns>
    public Vector3 At(float amount) => Light.FromLab(Vector3.Lerp(_from, _to, Math.Clamp(amount, 0, 1)));
}
