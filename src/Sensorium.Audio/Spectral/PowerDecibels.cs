using System.Numerics.Tensors;

namespace Sensorium.Audio;

/// <summary>Powers as decibels. Together these are librosa's <c>power_to_db</c>, whose <c>top_db</c> needs the loudest of all frames and so the whole signal.</summary>
public static class PowerDecibels
{
    /// <summary>The smallest power that is told from silence: -100 dB.</summary>
    public const float Least = 1e-10f;

    /// <summary>10 log10 of each value, those below <see cref="Least"/> taken as it.</summary>
    /// <param name="power">Squared amplitudes.</param>
    /// <param name="decibels">Receives as many; may be the same memory.</param>
    public static void Of(ReadOnlySpan<float> power, Span<float> decibels)
    {
        TensorPrimitives.Max(power, Least, decibels);
        decibels = decibels[..power.Length];
        TensorPrimitives.Log2(decibels, decibels);
        TensorPrimitives.Multiply(decibels, 3.0102999566f, decibels);
    }

    /// <summary>10 log10 of a value, below <see cref="Least"/> taken as it.</summary>
    /// <param name="power">A squared amplitude.</param>
    /// <returns>At least -100.</returns>
    public static float Of(float power) => 10 * MathF.Log10(MathF.Max(power, Least));

    /// <summary>Raises everything that lies too far below the largest value.</summary>
    /// <param name="decibels">Values of all frames.</param>
    /// <param name="range">What is left between the largest and the smallest, in dB. Default 80.</param>
    public static void LimitRange(Span<float> decibels, float range = 80)
    {
        if (!decibels.IsEmpty)
        {
            TensorPrimitives.Max(decibels, TensorPrimitives.Max(decibels) - range, decibels);
        }
    }
}
