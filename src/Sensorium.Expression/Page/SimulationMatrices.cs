using Sensorium.Imaging;

namespace Sensorium.Expression;

/// <summary>The matrices with which the page shows a picture as colour-blind people see it.</summary>
internal static class SimulationMatrices
{
    // Machado, Oliveira & Fernandes, "A physiologically-based model for simulation of color vision deficiency",
    // IEEE TVCG 15(6), 2009, severity 1.0; row-major, linear RGB.
    private static readonly float[] Protan = [0.152286f, 1.052583f, -0.204868f, 0.114503f, 0.786281f, 0.099216f, -0.003882f, -0.048116f, 1.051998f];
    private static readonly float[] Deutan = [0.367322f, 0.860646f, -0.227968f, 0.280085f, 0.672501f, 0.047413f, -0.011820f, 0.042940f, 0.968881f];
    private static readonly float[] Tritan = [1.255528f, -0.076749f, -0.178779f, -0.078411f, 0.930809f, 0.147602f, 0.004733f, 0.691367f, 0.303900f];

    /// <summary>The matrix of one way of seeing.</summary>
    /// <param name="vision">How somebody sees; not <see cref="ColourVision.Trichromat"/>.</param>
    /// <returns>Nine numbers, row by row, for linear RGB.</returns>
    public static float[] Of(ColourVision vision) => vision switch
    {
        ColourVision.Protan => Protan,
        ColourVision.Deutan => Deutan,
        _ => Tritan,
    };
}
