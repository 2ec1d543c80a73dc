using System.Numerics.Tensors;
using Sensorium.Audio;

namespace Sensorium;

/// <summary>Draws log-mel spectrograms: time to the right, 128 mel bands from 0 Hz at the bottom to half the sample rate, 80 dB from dark to bright.</summary>
public static class SpectrogramPicture
{
    private const int Bands = 128;
    private const float Range = 80;
    private static readonly byte[] Colours = MakeColours();

    /// <summary>Draws one.</summary>
    /// <param name="sound">A sound; of several channels the first is drawn.</param>
    /// <param name="mostColumns">Widest picture in pixels, 1 and more.</param>
    /// <returns>128 pixels high; a pixel is 10 ms wide, or more where the picture would be too wide.</returns>
    public static Picture Of(SoundBuffer sound, int mostColumns = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(sound);
        ArgumentOutOfRangeException.ThrowIfLessThan(mostColumns, 1);
        FeatureExtractor features = new(sound.SampleRate, new FeatureOptions { FrameLength = sound.SampleRate > 30_000 ? 2048 : 1024, Hop = sound.SampleRate / 100, MelBandCount = Bands });
        long frames = features.Count(sound.Length);
        int column = (int)Math.Min(frames, mostColumns);
        float[] levels = new float[column * Bands];
        levels.AsSpan().Fill(float.NegativeInfinity);
        ReadOnlySpan<float> rest = sound.Channel(0);
        while (features.Next(ref rest) || features.Flush())
        {
            // Of frames that share a column the loudest counts.
            Span<float> there = levels.AsSpan((int)(features.Index * column / frames) * Bands, Bands);
            TensorPrimitives.Max(there, features.LogMel, there);
        }

        float most = TensorPrimitives.Max<float>(levels);
        byte[] pixels = new byte[column * Bands * 3];
        for (int x = 0; x < column; x++)
        {
            for (int band = 0; band < Bands; band++)
            {
                float share = Math.Clamp(1 + ((levels[(x * Bands) + band] - most) / Range), 0, 1);
                int colour = (int)MathF.Round(255 * share) * 3;
                Colours.AsSpan(colour, 3).CopyTo(pixels.AsSpan((((Bands - 1 - band) * column) + x) * 3));
            }
        }

        return new Picture(column, Bands, pixels);
    }

    // Lightness rises evenly in OKLab, hue goes from blue over violet and red to yellow; what cannot be shown is clipped.
    private static byte[] MakeColours()
    {
        byte[] colours = new byte[256 * 3];
        for (int i = 0; i < 256; i++)
        {
            double share = i / 255.0;
            double angle = (270 + (200 * share)) * Math.PI / 180;
            double chroma = .04 + (.14 * Math.Sin(Math.PI * share));
            WriteRgb(.1 + (.85 * share), chroma * Math.Cos(angle), chroma * Math.Sin(angle), colours.AsSpan(i * 3, 3));
        }

        return colours;
    }

    // Ottosson, "A perceptual color space for image processing", 2020.
    private static void WriteRgb(double l, double a, double b, Span<byte> rgb)
    {
        double x = Math.Pow(l + (.3963377774 * a) + (.2158037573 * b), 3);
        double y = Math.Pow(l - (.1055613458 * a) - (.0638541728 * b), 3);
        double z = Math.Pow(l - (.0894841775 * a) - (1.2914855480 * b), 3);
        rgb[0] = Coded((4.0767416621 * x) - (3.3077115913 * y) + (.2309699292 * z));
        rgb[1] = Coded((-1.2684380046 * x) + (2.6097574011 * y) - (.3413193965 * z));
        rgb[2] = Coded((-.0041960863 * x) - (.7034186147 * y) + (1.7076147010 * z));
    }

    private static byte Coded(double linear)
    {
        double value = Math.Clamp(linear, 0, 1);
        return (byte)Math.Round(255 * (value <= .0031308 ? 12.92 * value : (1.055 * Math.Pow(value, 1 / 2.4)) - .055));
    }
}
