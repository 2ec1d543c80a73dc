namespace Sensorium.Samples.Drawing;

/// <summary>Soft steps and humps.</summary>
internal static class Curve
{
    /// <summary>Rises smoothly from 0 to 1.</summary>
    /// <param name="from">Place up to which it is 0.</param>
    /// <param name="to">Place from which it is 1.</param>
    /// <param name="x">Place.</param>
    /// <returns>0..1.</returns>
    public static float Smooth(float from, float to, float x)
    {
        float t = Math.Clamp((x - from) / (to - from), 0, 1);
        return t * t * (3 - (2 * t));
    }

    /// <summary>A hump of height 1.</summary>
    /// <param name="x">Place.</param>
    /// <param name="centre">Place of the top.</param>
    /// <param name="width">Distance at which it has fallen to .37.</param>
    /// <returns>0..1.</returns>
    public static float Bell(float x, float centre, float width)
    {
        float d = (x - centre) / width;
        return MathF.Exp(-d * d);
    }
}
