namespace Sensorium.Audio;

/// <summary>Window functions and the sinc they shape.</summary>
public static class Windows
{
    /// <summary>The periodic Hann window, for spectra: .5 - .5 cos(2 pi n / N).</summary>
    /// <param name="length">N, at least 1.</param>
    /// <returns>N values of 0..1.</returns>
    public static float[] Hann(int length) => Cosines(length, 0.5, 0.5, 0, 0);

    /// <summary>The periodic Hamming window: .54 - .46 cos(2 pi n / N).</summary>
    /// <param name="length">N, at least 1.</param>
    /// <returns>N values of .08..1.</returns>
    public static float[] Hamming(int length) => Cosines(length, 0.54, 0.46, 0, 0);

    /// <summary>The periodic 4-term Blackman-Harris window with side lobes at -92 dB (Harris, "On the use of windows for harmonic analysis with the discrete Fourier transform", Proc. IEEE 66, 1978).</summary>
    /// <param name="length">N, at least 1.</param>
    /// <returns>N values of 0..1.</returns>
    public static float[] BlackmanHarris(int length) => Cosines(length, 0.35875, 0.48829, 0.14128, 0.01168);

    /// <summary>sin(pi x) / (pi x).</summary>
    /// <param name="x">Any number.</param>
    /// <returns>1 at 0, 0 at every other whole number.</returns>
    public static double Sinc(double x)
    {
        double angle = Math.PI * x;
        return Math.Abs(angle) < 1e-9 ? 1 : Math.Sin(angle) / angle;
    }

    /// <summary>The Kaiser window as a function of position (Kaiser and Schafer, "On the use of the I0-sinh window for spectrum analysis", IEEE Trans. ASSP 28, 1980).</summary>
    /// <param name="position">-1 and 1 are its ends, 0 its middle.</param>
    /// <param name="beta">Shape: 0 is a rectangle; 6 gives side lobes near -63 dB, 9 near -90 dB.</param>
    /// <returns>1 in the middle, 0 outside the ends.</returns>
    public static double KaiserAt(double position, double beta) =>
        Math.Abs(position) > 1 ? 0 : Bessel.I0(beta * Math.Sqrt(1 - (position * position))) / Bessel.I0(beta);

    private static float[] Cosines(int length, double a0, double a1, double a2, double a3)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        var window = new float[length];
        for (int i = 0; i < length; i++)
        {
            double angle = 2 * Math.PI * i / length;
            window[i] = (float)(a0 - (a1 * Math.Cos(angle)) + (a2 * Math.Cos(2 * angle)) - (a3 * Math.Cos(3 * angle)));
        }

        return window;
    }
}
