namespace Sensorium.Perception;

/// <summary>One block of <see cref="ShapeDescriptors"/>, as a place among the cells of its size of the picture.</summary>
/// <param name="Roots">Roots of the sums of gradients of all cells: <c>[rows of cells x columns of cells x directions]</c>.</param>
/// <param name="First">Where the block begins.</param>
/// <param name="Stride">From there to its next row of cells.</param>
/// <param name="Scale">What its roots are multiplied by to be roots of shares.</param>
/// <param name="FromMiddle">Distance from the upright middle line, 0 to 1 at the border.</param>
/// <param name="Down">Height from 0 (top) to 1.</param>
internal readonly record struct ShapeBlock(float[] Roots, int First, int Stride, float Scale, float FromMiddle, float Down)
{
    /// <summary>The roots of one row of cells.</summary>
    /// <param name="row">0 to 3.</param>
    /// <returns><see cref="ShapeDescriptors.RowLength"/> numbers.</returns>
    public ReadOnlySpan<float> Row(int row) => Roots.AsSpan(First + (row * Stride), ShapeDescriptors.RowLength);
}
