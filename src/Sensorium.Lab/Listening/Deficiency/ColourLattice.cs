using Sensorium.Imaging;

namespace Sensorium.Lab.Listening;

/// <summary>Colours evenly spread over what a screen can show.</summary>
internal static class ColourLattice
{
    private const float LightnessStep = .1f;
    private const float ChromaStep = .06f;
    private const int Reach = 7;

    /// <summary>The colours of sRGB on a lattice in OKLab: lightness in steps of .1, both colour axes in steps of .06.</summary>
    public static IReadOnlyList<OkLab> Colours { get; } =
    [
        .. from l in Enumerable.Range(0, 11)
           from a in Enumerable.Range(-Reach, (2 * Reach) + 1)
           from b in Enumerable.Range(-Reach, (2 * Reach) + 1)
           let colour = new OkLab(l * LightnessStep, a * ChromaStep, b * ChromaStep)
           where Gamut.Contains(colour)
           select colour,
    ];
}
