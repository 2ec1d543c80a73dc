namespace Sensorium.Perception;

/// <summary>
/// Reads one of YuNet's three output grids (Wu, Peng and Yu, "YuNet: a tiny millisecond-level face detector", Machine Intelligence
/// Research 2023). Each cell of <c>stride</c> x <c>stride</c> input pixels proposes one face: its middle as an offset from the cell's
/// upper left corner and five landmarks likewise, in cells; its sides as logarithms of cells; and the two shares whose geometric mean
/// is the confidence, as OpenCV's reader of the same model has it.
/// </summary>
internal static class YuNetGrid
{
    /// <summary>The strides of the three grids.</summary>
    public static readonly int[] Strides = [8, 16, 32];

    /// <summary>Adds the proposals of one grid that are confident enough.</summary>
    /// <param name="face">That the cell holds a face rather than another thing, <c>[cells]</c>.</param>
    /// <param name="thing">That the cell holds the middle of a thing, <c>[cells]</c>.</param>
    /// <param name="boxes"><c>[cells x 4]</c>: offset x, offset y, log width, log height.</param>
    /// <param name="landmarks"><c>[cells x 10]</c>: five pairs of offsets.</param>
    /// <param name="stride">Pixels in a cell's side.</param>
    /// <param name="columns">Cells in a row.</param>
    /// <param name="minScore">The least confidence.</param>
    /// <param name="found">Receives the faces, in input pixels.</param>
    public static void Read(ReadOnlySpan<float> face, ReadOnlySpan<float> thing, ReadOnlySpan<float> boxes, ReadOnlySpan<float> landmarks, int stride, int columns, double minScore, List<DetectedFace> found)
    {
        for (int cell = 0; cell < face.Length; cell++)
        {
            double score = Math.Sqrt(Math.Clamp(face[cell], 0, 1) * (double)Math.Clamp(thing[cell], 0, 1));
            if (!(score >= minScore))
            {
                continue;
            }

            (int row, int column) = Math.DivRem(cell, columns);
            ReadOnlySpan<float> box = boxes.Slice(cell * 4, 4);
            ReadOnlySpan<float> points = landmarks.Slice(cell * 10, 10);
            double width = Math.Exp(box[2]) * stride;
            double height = Math.Exp(box[3]) * stride;
            FacePoint At(ReadOnlySpan<float> offset) => new((column + offset[0]) * (double)stride, (row + offset[1]) * (double)stride);
            FacePoint middle = At(box);
            found.Add(new DetectedFace
            {
                Box = new(middle.X - (width / 2), middle.Y - (height / 2), width, height),
                Confidence = score,
                Landmarks = new(At(points), At(points[2..]), At(points[4..]), At(points[6..]), At(points[8..])),
            });
        }
    }
}
