using System.Numerics.Tensors;
using Sensorium.Imaging;

namespace Sensorium.Perception;

/// <summary>
/// A picture as one vector of length 1, for finding it and its like again: where it is lighter and darker than its mean (8 x 8 cells of L*),
/// which colours it has where (4 x 4 cells of a* and b*), and which hues its upper, middle and lower third consist of. Made from the colours
/// that the scene model measures. Changes little when a picture is stored again, made smaller, brighter or darker, or when a tenth of its
/// sides is cut off; a mirrored picture is another one.
/// </summary>
public sealed class PictureVector
{
    /// <summary>Name and version of what is measured; vectors of different ones are never compared.</summary>
    public const string Model = "picture@1";

    /// <summary>How many values.</summary>
    public const int Length = (LightGrid * LightGrid) + (2 * ColourGrid * ColourGrid) + (Layers * Kinds);

    private const int LightGrid = 8;
    private const int ColourGrid = 4;
    private const int Layers = 3;
    private const int Hues = 8;
    private const int Kinds = 1 + (2 * Hues);
    private const float Grey = 8;
    private const float Vivid = 30;

    // How much of the squared length each part has, and below which length (in CIELAB units over all cells) a part fades.
    private const float LightShare = 0.5f;
    private const float ColourShare = 0.3f;
    private const float HueShare = 0.2f;
    private const float FaintLight = 8;
    private const float FaintColour = 20;

    private PictureVector(float[] values) => Values = values;

    /// <summary><see cref="Length"/> values, length 1 together.</summary>
    public ReadOnlyMemory<float> Values { get; }

    /// <summary>How alike two pictures are.</summary>
    /// <param name="other">The other picture.</param>
    /// <returns>-1..1; 1 for the same.</returns>
    public double LikenessTo(PictureVector other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return TensorPrimitives.Dot(Values.Span, other.Values.Span);
    }

    /// <summary>Measures a picture.</summary>
    /// <param name="picture">The picture, upright.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Its vector.</returns>
    public static PictureVector Of(Picture picture, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(picture);
        SceneColours colours = SceneColours.Of(AreaReduction.ToLongSide(picture, SceneFeatures.WorkingSize, 1, cancellationToken));
        float[] values = new float[Length];
        Span<float> light = values.AsSpan(0, LightGrid * LightGrid), colour = values.AsSpan(light.Length, 2 * ColourGrid * ColourGrid), hues = values.AsSpan(light.Length + colour.Length);
        Means(colours.LabLightness, colours, LightGrid, light);
        TensorPrimitives.Subtract(light, TensorPrimitives.Average<float>(light), light);
        Scale(light, LightShare, FaintLight);
        Means(colours.LabA, colours, ColourGrid, colour[..(ColourGrid * ColourGrid)]);
        Means(colours.LabB, colours, ColourGrid, colour[(ColourGrid * ColourGrid)..]);
        Scale(colour, ColourShare, FaintColour);
        Shares(colours, hues);
        Scale(hues, HueShare, 0);
        TensorPrimitives.Divide(values, TensorPrimitives.Norm<float>(values), values);
        return new PictureVector(values);
    }

    private static void Means(ReadOnlySpan<float> plane, SceneColours colours, int grid, Span<float> means)
    {
        double[] sums = SceneGrid.Sums(plane[..(colours.Width * colours.Height)], colours.Width, grid);
        int[] counts = SceneGrid.Counts(colours.Width, colours.Height, grid);
        double all = sums.Sum() / counts.Sum();
        for (int i = 0; i < means.Length; i++)
        {
            // A thin picture leaves cells empty: they look like the whole.
            means[i] = (float)(counts[i] > 0 ? sums[i] / counts[i] : all);
        }
    }

    private static void Shares(SceneColours colours, Span<float> shares)
    {
        for (int layer = 0; layer < Layers; layer++)
        {
            Span<float> part = shares.Slice(layer * Kinds, Kinds);
            int first = SceneGrid.FirstOf(layer, colours.Height, Layers) * colours.Width, end = SceneGrid.FirstOf(layer + 1, colours.Height, Layers) * colours.Width;
            for (int i = first; i < end; i++)
            {
                part[KindOf(colours.LabA[i], colours.LabB[i], colours.LabChroma[i])]++;
            }

            for (int kind = 0; kind < Kinds; kind++)
            {
                part[kind] = end > first ? MathF.Sqrt(part[kind] / (end - first)) : 0;
            }
        }
    }

    private static int KindOf(float a, float b, float chroma)
    {
        // Hues are centred on the axes, so that a sky does not lie between two.
        double turn = (Math.Atan2(b, a) / (2 * Math.PI)) + 1 + (0.5 / Hues);
        return chroma < Grey ? 0 : 1 + (chroma < Vivid ? 0 : Hues) + ((int)(turn * Hues) % Hues);
    }

    private static void Scale(Span<float> part, float share, float faint)
    {
        float length = TensorPrimitives.Norm<float>(part) + faint;
        if (length > 0)
        {
            TensorPrimitives.Multiply(part, MathF.Sqrt(share) / length, part);
        }
    }
}
