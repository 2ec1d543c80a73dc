using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Sensorium.Audio;

/// <summary>
/// Finds the peaks between samples: fourfold interpolation by a windowed sinc, as ITU-R BS.1770-4, Annex 2, describes it
/// (with 32 taps a phase instead of the 12 of its example, so that it is exact up to higher frequencies: see the tests).
/// </summary>
internal static class PeakInterpolator
{
    /// <summary>Input samples that one output looks at.</summary>
    public const int Taps = 32;

    /// <summary>How many of them lie before the sample whose peak is computed.</summary>
    public const int Before = (Taps / 2) - 1;

    private const int Phases = 4;
    private const double KaiserBeta = 6;

    /// <summary>[3 phases x taps]; phase 0 is the samples themselves.</summary>
    private static readonly float[] Coefficients = Design();

    /// <summary>The largest magnitude of each input sample and of the three interpolated values between it and the next.</summary>
    /// <param name="input">Samples; output i belongs to sample i + <see cref="Before"/>.</param>
    /// <param name="peaks">Receives <c>input.Length - Taps + 1</c> values.</param>
    public static void Peaks(ReadOnlySpan<float> input, Span<float> peaks)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(peaks.Length, input.Length - Taps + 1);
        int i = 0;
        int width = Vector256<float>.Count;
        ref float x = ref MemoryMarshal.GetReference(input);
        ref float h = ref MemoryMarshal.GetArrayDataReference(Coefficients);
        for (; i <= peaks.Length - width; i += width)
        {
            Vector256<float> quarter = default, half = default, threeQuarters = default;
            for (int tap = 0; tap < Taps; tap++)
            {
                var sample = Vector256.LoadUnsafe(ref x, (nuint)(i + tap));
                quarter = Vector256.FusedMultiplyAdd(sample, Vector256.Create(Unsafe.Add(ref h, tap)), quarter);
                half = Vector256.FusedMultiplyAdd(sample, Vector256.Create(Unsafe.Add(ref h, tap + Taps)), half);
                threeQuarters = Vector256.FusedMultiplyAdd(sample, Vector256.Create(Unsafe.Add(ref h, tap + (2 * Taps))), threeQuarters);
            }

            var own = Vector256.Abs(Vector256.LoadUnsafe(ref x, (nuint)(i + Before)));
            var between = Vector256.Max(Vector256.Max(Vector256.Abs(quarter), Vector256.Abs(half)), Vector256.Abs(threeQuarters));
            Vector256.Max(own, between).CopyTo(peaks[i..]);
        }

        PeaksScalar(input[i..], peaks[i..]);
    }

    /// <summary>The same, one sample at a time.</summary>
    /// <param name="input">Samples.</param>
    /// <param name="peaks">Receives the peaks.</param>
    public static void PeaksScalar(ReadOnlySpan<float> input, Span<float> peaks)
    {
        for (int i = 0; i < peaks.Length; i++)
        {
            float peak = Math.Abs(input[i + Before]);
            for (int phase = 0; phase < Phases - 1; phase++)
            {
                float sum = 0;
                for (int tap = 0; tap < Taps; tap++)
                {
                    sum = MathF.FusedMultiplyAdd(input[i + tap], Coefficients[(phase * Taps) + tap], sum);
                }

                peak = Math.Max(peak, Math.Abs(sum));
            }

            peaks[i] = peak;
        }
    }

    private static float[] Design()
    {
        var coefficients = new float[(Phases - 1) * Taps];
        var row = new double[Taps];
        for (int phase = 1; phase < Phases; phase++)
        {
            double sum = 0;
            for (int tap = 0; tap < Taps; tap++)
            {
                double distance = tap - Before - ((double)phase / Phases);
                row[tap] = Windows.Sinc(distance) * Windows.KaiserAt(distance / (Taps / 2), KaiserBeta);
                sum += row[tap];
            }

            for (int tap = 0; tap < Taps; tap++)
            {
                coefficients[((phase - 1) * Taps) + tap] = (float)(row[tap] / sum);
            }
        }

        return coefficients;
    }
}
