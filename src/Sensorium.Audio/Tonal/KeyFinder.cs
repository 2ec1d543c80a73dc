namespace Sensorium.Audio;

/// <summary>The key whose profile correlates best with how much of each pitch class is heard (Krumhansl, "Cognitive Foundations of Musical Pitch", Oxford University Press, 1990).</summary>
public static class KeyFinder
{
    private static readonly double[][] Profiles =
    [
        [0.748, 0.060, 0.488, 0.082, 0.670, 0.460, 0.096, 0.715, 0.104, 0.366, 0.057, 0.400],
        [0.712, 0.084, 0.474, 0.618, 0.049, 0.460, 0.105, 0.747, 0.404, 0.067, 0.133, 0.330],
        [6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88],
        [6.33, 2.68, 3.52, 5.38, 2.60, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17],
    ];

    /// <summary>Finds the key.</summary>
    /// <param name="chroma">12 values from C to B, at least 0: the mean chroma of a piece or a part of it.</param>
    /// <param name="profile">Which profiles. Default Temperley's.</param>
    /// <returns>The key; C major with strength 0 where all values are equal.</returns>
    public static KeyEstimate Find(ReadOnlySpan<float> chroma, KeyProfile profile = KeyProfile.Temperley)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(chroma.Length, ChromaFilterbank.Count);
        KeyEstimate best = default;
        double first = double.NegativeInfinity, second = double.NegativeInfinity;
        for (int key = 0; key < 2 * ChromaFilterbank.Count; key++)
        {
            (int tonic, bool minor) = (key / 2, key % 2 == 1);
            double fit = Correlation(chroma, Profiles[(2 * (int)profile) + (minor ? 1 : 0)], tonic);
            if (fit > first)
            {
                (first, second) = (fit, first);
                best = new KeyEstimate(tonic, minor, (float)fit, 0);
            }
            else
            {
                second = Math.Max(second, fit);
            }
        }

        return best with { Lead = (float)(first - second) };
    }

    /// <summary>How well one key fits.</summary>
    /// <param name="chroma">12 values from C to B, at least 0.</param>
    /// <param name="tonic">0 is C, 11 is B.</param>
    /// <param name="isMinor">Whether it is minor.</param>
    /// <param name="profile">Which profiles. Default Temperley's.</param>
    /// <returns>A correlation of -1..1; 0 where all values are equal.</returns>
    public static double Fit(ReadOnlySpan<float> chroma, int tonic, bool isMinor, KeyProfile profile = KeyProfile.Temperley)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(chroma.Length, ChromaFilterbank.Count);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)tonic, (uint)ChromaFilterbank.Count, nameof(tonic));
        return Correlation(chroma, Profiles[(2 * (int)profile) + (isMinor ? 1 : 0)], tonic);
    }

    private static double Correlation(ReadOnlySpan<float> chroma, double[] profile, int tonic)
    {
        double mean = 0, profileMean = profile.Average();
        foreach (float value in chroma)
        {
            mean += value / ChromaFilterbank.Count;
        }

        double product = 0, power = 0, profilePower = 0;
        for (int pitch = 0; pitch < chroma.Length; pitch++)
        {
            double x = chroma[pitch] - mean, y = profile[(pitch - tonic + ChromaFilterbank.Count) % ChromaFilterbank.Count] - profileMean;
            product += x * y;
            power += x * x;
            profilePower += y * y;
        }

        return power > 1e-12 ? product / Math.Sqrt(power * profilePower) : 0;
    }
}
