using Sensorium.Inference;

namespace Sensorium.Perception;

/// <summary>How a network takes colours: their order, and (pixel - mean) / scale for each.</summary>
internal sealed class PixelScale
{
    private readonly double[] _mean;
    private readonly double[] _scale;

    private PixelScale(bool isBgr, double[] mean, double[] scale)
    {
        IsBgr = isBgr;
        _mean = mean;
        _scale = scale;
    }

    /// <summary>Whether blue comes first.</summary>
    public bool IsBgr { get; }

    /// <summary>From a manifest, with what holds where it is silent.</summary>
    /// <param name="input">The manifest's input; null where it states none.</param>
    /// <param name="colour"><c>rgb</c> or <c>bgr</c>.</param>
    /// <param name="mean">What is subtracted.</param>
    /// <param name="scale">What is divided by.</param>
    /// <returns>The scale.</returns>
    public static PixelScale From(ModelInput? input, string colour, double mean, double scale) => new(
        (input?.Colour ?? colour) == "bgr",
        Three(input?.Mean, mean),
        Three(input?.Scale, scale));

    /// <summary>The number for each of the 256 levels.</summary>
    /// <param name="channel">0..2, in the network's order.</param>
    /// <returns>256 numbers.</returns>
    public float[] Table(int channel)
    {
        float[] table = new float[256];
        for (int level = 0; level < table.Length; level++)
        {
            table[level] = (float)((level - _mean[channel]) / _scale[channel]);
        }

        return table;
    }

    private static double[] Three(IReadOnlyList<double>? stated, double usual) => stated switch
    {
        null or { Count: 0 } => [usual, usual, usual],
        { Count: < 3 } => [stated[0], stated[0], stated[0]],
        _ => [stated[0], stated[1], stated[2]],
    };
}
