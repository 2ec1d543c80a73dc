namespace Sensorium.Lab.Listening;

/// <summary>The pitch of a sound and how its power lies on the harmonics of it.</summary>
internal static class HarmonicShape
{
    private const int Harmonics = 12;
    private const double LowestHertz = 50;
    private const double HighestHertz = 1900;

    /// <summary>How many numbers it adds.</summary>
    public const int Count = Harmonics + 3;

    /// <summary>Adds pitch in octaves, its clearness, the power of each harmonic and of what is none, in dB of the whole.</summary>
    /// <param name="features">Receives <see cref="Count"/> numbers.</param>
    /// <param name="power">A mean power spectrum.</param>
    /// <param name="hertzPerBin">Distance of its bins.</param>
    public static void Add(List<double> features, ReadOnlySpan<float> power, double hertzPerBin)
    {
        (double pitch, double clearness) = Pitch(power, hertzPerBin);
        double total = Math.Max(System.Numerics.Tensors.TensorPrimitives.Sum(power), 1e-20);
        features.Add(Math.Log2(pitch));
        features.Add(clearness);
        double harmonic = 0;
        for (int h = 1; h <= Harmonics; h++)
        {
            double part = Around(power, h * pitch / hertzPerBin, pitch / hertzPerBin);
            harmonic += part;
            features.Add(Decibels.Of(part / total, 1e-6));
        }

        features.Add(Decibels.Of(Math.Max(0, total - harmonic) / total, 1e-4));
    }

    /// <summary>
    /// Subharmonic summation (Hermes, "Measurement of pitch by subharmonic summation", JASA 83, 1988), with what lies between the
    /// harmonics taken off, so that an octave below does not win.
    /// </summary>
    private static (double Hertz, double Clearness) Pitch(ReadOnlySpan<float> power, double hertzPerBin)
    {
        const double StepRatio = 1.01454533493752; // a quarter of a semitone
        double[] compressed = new double[power.Length];
        double norm = 0;
        for (int i = 0; i < power.Length; i++)
        {
            compressed[i] = Math.Sqrt(Math.Sqrt(power[i]));
            norm += i * hertzPerBin < 5000 ? compressed[i] : 0;
        }

        double best = double.MinValue;
        double found = LowestHertz;
        for (double hertz = LowestHertz; hertz < HighestHertz; hertz *= StepRatio)
        {
            double sum = 0;
            double weight = 1;
            for (int h = 1; h <= 10 && h * hertz < 6000; h++)
            {
                sum += weight * (At(compressed, h * hertz / hertzPerBin) - At(compressed, (h - .5) * hertz / hertzPerBin));
                weight *= .84;
            }

            if (sum > best)
            {
                best = sum;
                found = hertz;
            }
        }

        return (found, norm > 0 ? 100 * best / norm : 0);
    }

    private static double At(double[] values, double position)
    {
        int i = (int)position;
        return values[i] + ((values[i + 1] - values[i]) * (position - i));
    }

    private static double Around(ReadOnlySpan<float> power, double bin, double spacing)
    {
        int reach = (int)Math.Clamp(spacing / 4, 1, 6);
        int from = Math.Clamp((int)Math.Round(bin) - reach, 0, power.Length);
        int to = Math.Clamp((int)Math.Round(bin) + reach + 1, 0, power.Length);
        return System.Numerics.Tensors.TensorPrimitives.Sum(power[from..to]);
    }
}
