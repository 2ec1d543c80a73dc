namespace Sensorium.Perception;

/// <summary>How well a face can be seen: how many pixels it had in its picture and how sharp they are.</summary>
/// <remarks>
/// The doubt about a face is the larger of two, both ours: by height, 0 from 48 pixels (the networks' input), a half at 24 and 1 at 12 and
/// below, evenly in octaves; by sharpness, from the squared differences of pixels one apart and two apart in the tile: .35 and more in 98 of
/// 100 FER+ training tiles, .28 where they are reduced to 24 pixels and enlarged again, .26 at 12. Doubt adds a standard deviation of up to
/// <see cref="MostSpread"/> to valence and arousal, so that a face without detail is always unsure.
/// </remarks>
internal readonly record struct FaceClarity
{
    /// <summary>The standard deviation that full doubt adds on each axis.</summary>
    public const double MostSpread = 0.5;

    /// <summary>
    /// By how much full doubt raises the temperature of the emotions: FER+ validation tiles that are reduced to 12 pixels are right as often as
    /// stated at 1.15 (emotions as frequent as in FER+) to 1.6 (all alike) times the temperature of whole ones; measured on every other tile.
    /// </summary>
    public const double MostHeat = 0.3;

    private const double SharpHeight = GreyTile.StandardSide;
    private const double OctavesOfHeight = 2;
    private const double SharpRatio = 0.34;
    private const double BlurredRatio = 0.26;

    // From here on the doubt is worth a sentence.
    private const double Worth = 0.25;

    /// <summary>The face's height in its picture, in pixels.</summary>
    public required double Height { get; init; }

    /// <summary>Doubt because of few pixels, in [0, 1].</summary>
    public required double Smallness { get; init; }

    /// <summary>Doubt because of blur, in [0, 1].</summary>
    public required double Blur { get; init; }

    /// <summary>The larger of both doubts.</summary>
    public double Doubt => Math.Max(Smallness, Blur);

    /// <summary>Whether the face is small enough to say so.</summary>
    public bool IsSmall => Smallness >= Worth;

    /// <summary>Whether the face is blurred, beyond what its size explains, enough to say so.</summary>
    public bool IsBlurred => Blur >= Math.Max(Worth, Smallness + Worth);

    /// <summary>Measures a face.</summary>
    /// <param name="height">Its height in its picture, in pixels.</param>
    /// <param name="tile">Its tile with margin, at 48 pixels.</param>
    /// <returns>The clarity.</returns>
    public static FaceClarity Of(double height, GreyTile tile) => new()
    {
        Height = height,
        Smallness = Math.Clamp(Math.Log2(SharpHeight / Math.Max(height, 1)) / OctavesOfHeight, 0, 1),
        Blur = Math.Clamp((SharpRatio - Sharpness(tile)) / (SharpRatio - BlurredRatio), 0, 1),
    };

    /// <summary>A place with the doubt in its spread.</summary>
    /// <param name="affect">The place as the expression alone gives it.</param>
    /// <returns>The same place, wider.</returns>
    public Affect Widen(Affect affect) => affect with { Valence = Widen(affect.Valence), Arousal = Widen(affect.Arousal) };

    /// <summary>Emotions with the doubt in their shares.</summary>
    /// <param name="emotions">The shares as the expression model gives them.</param>
    /// <returns>The same order, flatter.</returns>
    public EmotionScores Soften(EmotionScores emotions) => Tempering.Of(emotions, 1 + (MostHeat * Doubt));

    private Estimate Widen(Estimate estimate)
    {
        double added = MostSpread * Doubt;
        return estimate with { Sd = Math.Sqrt((estimate.Sd * estimate.Sd) + (added * added)) };
    }

    /// <summary>Squared differences one pixel apart over those two apart: 1/4 for a slope, more with detail; 0 for a flat tile.</summary>
    private static double Sharpness(GreyTile tile)
    {
        double two = Differences(tile, 2);
        return two > 0 ? Differences(tile, 1) / two : 0;
    }

    private static double Differences(GreyTile tile, int apart)
    {
        long sum = 0;
        for (int y = 0; y < tile.Side - apart; y++)
        {
            for (int x = 0; x < tile.Side - apart; x++)
            {
                int at = (y * tile.Side) + x;
                int across = tile.Pixels[at + apart] - tile.Pixels[at];
                int down = tile.Pixels[at + (apart * tile.Side)] - tile.Pixels[at];
                sum += (across * across) + (down * down);
            }
        }

        return (double)sum / Math.Max(1, (tile.Side - apart) * (tile.Side - apart));
    }
}
