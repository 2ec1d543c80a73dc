namespace Sensorium.Imaging;

/// <summary>
/// How a colour looks to somebody without one cone type: one matrix per kind, applied to linear sRGB.
/// </summary>
/// <remarks>
/// The matrices are those of severity 1.0 in Machado, Oliveira &amp; Fernandes, "A physiologically-based model for simulation of color vision deficiency",
/// IEEE Transactions on Visualization and Computer Graphics 15(6), 2009, as the authors publish them for linear RGB.
/// They fit protan and deutan vision well. For tritan vision the model is known to be weak: it shifts cone spectra, and a shifted short-wave cone does not
/// become one of the others; Brettel, Vienot &amp; Mollon, "Computerized simulation of color appearance for dichromats" (JOSA A 14(10), 1997), is better there
/// but needs two half-planes, hence not one matrix. Results outside sRGB are clipped.
/// </remarks>
public static class DeficiencySimulation
{
    private static readonly float[] Identity = [1, 0, 0, 0, 1, 0, 0, 0, 1];

    private static readonly float[] Protan =
    [
        0.152286f, 1.052583f, -0.204868f,
        0.114503f, 0.786281f, 0.099216f,
        -0.003882f, -0.048116f, 1.051998f,
    ];

    private static readonly float[] Deutan =
    [
        0.367322f, 0.860646f, -0.227968f,
        0.280085f, 0.672501f, 0.047413f,
        -0.011820f, 0.042940f, 0.968881f,
    ];

    private static readonly float[] Tritan =
    [
        1.255528f, -0.076749f, -0.178779f,
        -0.078411f, 0.930809f, 0.147602f,
        0.004733f, 0.691367f, 0.303900f,
    ];

    /// <summary>The matrix of a kind of vision, for linear sRGB.</summary>
    /// <param name="vision">The kind.</param>
    /// <returns>Nine values row by row: <c>[3 x 3]</c>, each row summing to 1 so that greys stay grey; the identity for <see cref="ColourVision.Trichromat"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The kind is none of the four.</exception>
    public static ReadOnlySpan<float> Matrix(ColourVision vision) => vision switch
    {
        ColourVision.Trichromat => Identity,
        ColourVision.Protan => Protan,
        ColourVision.Deutan => Deutan,
        ColourVision.Tritan => Tritan,
        _ => throw new ArgumentOutOfRangeException(nameof(vision), vision, "The kinds are Trichromat, Protan, Deutan and Tritan."),
    };

    /// <summary>The colour that looks to everybody as <paramref name="colour"/> looks to that kind of vision.</summary>
    /// <param name="colour">The colour.</param>
    /// <param name="vision">The kind of vision.</param>
    /// <returns>The simulated colour, clipped to sRGB; the same colour for <see cref="ColourVision.Trichromat"/>.</returns>
    public static Rgb Simulate(Rgb colour, ColourVision vision)
    {
        ReadOnlySpan<float> m = Matrix(vision);
        double r = SrgbTransfer.ToLinear(colour.R);
        double g = SrgbTransfer.ToLinear(colour.G);
        double b = SrgbTransfer.ToLinear(colour.B);
        return new Rgb(
            SrgbTransfer.ToByte((m[0] * r) + (m[1] * g) + (m[2] * b)),
            SrgbTransfer.ToByte((m[3] * r) + (m[4] * g) + (m[5] * b)),
            SrgbTransfer.ToByte((m[6] * r) + (m[7] * g) + (m[8] * b)));
    }
}
