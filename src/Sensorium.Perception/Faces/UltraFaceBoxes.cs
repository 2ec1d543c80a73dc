namespace Sensorium.Perception;

/// <summary>
/// Reads the outputs of UltraFace (Linzaer, "Ultra-Light-Fast-Generic-Face-Detector-1MB", 2019). The simplified export gives boxes as
/// regressed, relative to the network's prior boxes, as in SSD (Liu et al., "SSD: single shot multibox detector", ECCV 2016); the
/// scores are already shares. Other exports of the same network give corners as shares of the input; that is told by the caller.
/// </summary>
internal static class UltraFaceBoxes
{
    private const double CentreVariance = 0.1;
    private const double SizeVariance = 0.2;

    // Strides of the four grids and the sides of the prior boxes in each of their cells, in input pixels.
    private static readonly (int Stride, double[] Sides)[] Grids = [(8, [10, 16, 24]), (16, [32, 48]), (32, [64, 96]), (64, [128, 192, 256])];

    /// <summary>The prior boxes of an input size, in the order of the network's outputs.</summary>
    /// <param name="width">Input width in pixels.</param>
    /// <param name="height">Input height in pixels.</param>
    /// <returns>Boxes in input pixels, those at the border reaching over it.</returns>
    public static FaceBox[] Priors(int width, int height)
    {
        List<FaceBox> priors = [];
        foreach ((int stride, double[] sides) in Grids)
        {
            int columns = (width + stride - 1) / stride;
            int rows = (height + stride - 1) / stride;
            for (int cell = 0; cell < columns * rows; cell++)
            {
                // A last cell that the input fills only in part has its middle in the input all the same.
                double x = Math.Min(((cell % columns) + 0.5) * stride, width);
                double y = Math.Min(((cell / columns) + 0.5) * stride, height);
                foreach (double side in sides)
                {
                    double across = Math.Min(side, width), down = Math.Min(side, height);
                    priors.Add(new(x - (across / 2), y - (down / 2), across, down));
                }
            }
        }

        return [.. priors];
    }

    /// <summary>Adds the confident boxes of an export that gives them relative to the prior boxes.</summary>
    /// <param name="scores"><c>[boxes x 2]</c>: share of background, share of face.</param>
    /// <param name="offsets"><c>[boxes x 4]</c>: middle x and y, log width, log height, each against the prior box.</param>
    /// <param name="priors">The prior boxes.</param>
    /// <param name="minScore">The least confidence.</param>
    /// <param name="found">Receives the faces, in input pixels.</param>
    public static void ReadOffsets(ReadOnlySpan<float> scores, ReadOnlySpan<float> offsets, ReadOnlySpan<FaceBox> priors, double minScore, List<DetectedFace> found)
    {
        for (int i = 0; i < priors.Length; i++)
        {
            if (scores[(i * 2) + 1] >= minScore)
            {
                ReadOnlySpan<float> offset = offsets.Slice(i * 4, 4);
                FaceBox prior = priors[i];
                double width = prior.Width * Math.Exp(offset[2] * SizeVariance);
                double height = prior.Height * Math.Exp(offset[3] * SizeVariance);
                double x = prior.X + (prior.Width * (0.5 + (offset[0] * CentreVariance)));
                double y = prior.Y + (prior.Height * (0.5 + (offset[1] * CentreVariance)));
                found.Add(new DetectedFace { Box = new(x - (width / 2), y - (height / 2), width, height), Confidence = Math.Min(scores[(i * 2) + 1], 1) });
            }
        }
    }

    /// <summary>Adds the confident boxes of an export that gives corners as shares of the input.</summary>
    /// <param name="scores"><c>[boxes x 2]</c>: share of background, share of face.</param>
    /// <param name="corners"><c>[boxes x 4]</c>: left, top, right, bottom in 0..1.</param>
    /// <param name="width">Input width in pixels.</param>
    /// <param name="height">Input height in pixels.</param>
    /// <param name="minScore">The least confidence.</param>
    /// <param name="found">Receives the faces, in input pixels.</param>
    public static void ReadCorners(ReadOnlySpan<float> scores, ReadOnlySpan<float> corners, int width, int height, double minScore, List<DetectedFace> found)
    {
        for (int i = 0; i < scores.Length / 2; i++)
        {
            if (scores[(i * 2) + 1] >= minScore)
            {
                ReadOnlySpan<float> corner = corners.Slice(i * 4, 4);
                double left = corner[0] * (double)width, top = corner[1] * (double)height;
                found.Add(new DetectedFace
                {
                    Box = new(left, top, (corner[2] * (double)width) - left, (corner[3] * (double)height) - top),
                    Confidence = Math.Min(scores[(i * 2) + 1], 1),
                });
            }
        }
    }
}
