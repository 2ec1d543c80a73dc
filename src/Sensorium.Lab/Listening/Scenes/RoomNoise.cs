namespace Sensorium.Lab.Listening;

/// <summary>The noise of a quiet room.</summary>
internal static class RoomNoise
{
    /// <summary>Pink noise: equal power in every octave.</summary>
    /// <param name="length">How many samples.</param>
    /// <param name="levelDb">Its RMS level in dB of full scale.</param>
    /// <param name="random">The source of randomness.</param>
    /// <returns>The samples.</returns>
    /// <remarks>
    /// White noise through three first-order sections (Paul Kellet's economy filter, music-dsp list, 1999), within .5 dB of -3 dB an
    /// octave from 40 Hz up.
    /// </remarks>
    public static float[] Pink(int length, double levelDb, Pcg32 random)
    {
        float[] noise = new float[length];
        double slow = 0;
        double middle = 0;
        double fast = 0;
        double power = 0;
        for (int i = 0; i < length; i++)
        {
            double white = (2 * random.NextDouble()) - 1;
            slow = (.99765 * slow) + (white * .0990460);
            middle = (.96300 * middle) + (white * .2965164);
            fast = (.57000 * fast) + (white * 1.0526913);
            noise[i] = (float)(slow + middle + fast + (white * .1848));
            power += noise[i] * noise[i];
        }

        float gain = (float)(Math.Pow(10, levelDb / 20) / Math.Sqrt(Math.Max(power / Math.Max(1, length), 1e-20)));
        System.Numerics.Tensors.TensorPrimitives.Multiply(noise, gain, noise);
        return noise;
    }
}
