using Sensorium.Imaging;

namespace Sensorium.Lab.Listening;

/// <summary>A colour that the listener must tell from others, with the room its samples move in.</summary>
/// <param name="Name">What a person calls it.</param>
/// <param name="Lightness">OKLab lightness, lowest and highest, 0..1.</param>
/// <param name="Chroma">OKLab chroma, lowest and highest.</param>
/// <param name="Hue">OKLab hue angle, centre and reach to each side, in degrees.</param>
public sealed record ColourClass(
    LocalizedText Name, (double Lowest, double Highest) Lightness, (double Lowest, double Highest) Chroma, (double Centre, double Reach) Hue)
{
    private const int MostTries = 10_000;

    /// <summary>The middle of its room, which need not lie in sRGB.</summary>
    public OkLab Centre => At((Lightness.Lowest + Lightness.Highest) / 2, (Chroma.Lowest + Chroma.Highest) / 2, Hue.Centre);

    /// <summary>Draws a colour of this class, uniformly over the part of its room that sRGB holds.</summary>
    /// <param name="random">The source of randomness.</param>
    /// <returns>A colour inside sRGB.</returns>
    /// <exception cref="InvalidOperationException">The room holds no colour of sRGB.</exception>
    public OkLab Draw(Pcg32 random)
    {
        ArgumentNullException.ThrowIfNull(random);
        for (int i = 0; i < MostTries; i++)
        {
            OkLab colour = At(
                Between(Lightness.Lowest, Lightness.Highest, random),
                Between(Chroma.Lowest, Chroma.Highest, random),
                Between(Hue.Centre - Hue.Reach, Hue.Centre + Hue.Reach, random));
            if (Gamut.Contains(colour))
            {
                return colour;
            }
        }

        throw new InvalidOperationException($"No colour of sRGB is {Name.English} as the class describes it.");
    }

    private static OkLab At(double lightness, double chroma, double hue)
    {
        (double sin, double cos) = Math.SinCos(hue * Math.PI / 180);
        return new OkLab((float)lightness, (float)(chroma * cos), (float)(chroma * sin));
    }

    private static double Between(double lowest, double highest, Pcg32 random) => lowest + ((highest - lowest) * random.NextDouble());
}
