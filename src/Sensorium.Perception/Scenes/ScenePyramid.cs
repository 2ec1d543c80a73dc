using Sensorium.Imaging;

namespace Sensorium.Perception;

/// <summary>A picture at three sizes, each half the one before; everything is measured on these, so that a photograph's resolution hardly matters.</summary>
internal sealed class ScenePyramid
{
    /// <summary>Long side of the largest in pixels: that of the photographs that the model was trained on.</summary>
    public const int LongSide = 320;

    private ScenePyramid(Picture full)
    {
        Picture half = Half(full);
        Picture quarter = Half(half);
        Small = half;
        Greys = [ScenePlane.GreyOf(full), ScenePlane.GreyOf(half), ScenePlane.GreyOf(quarter)];
    }

    /// <summary>The picture at half of <see cref="LongSide"/>, for colours.</summary>
    public Picture Small { get; }

    /// <summary>Lightness, the largest first, 0..255.</summary>
    public IReadOnlyList<ScenePlane> Greys { get; }

    /// <summary>Reduces a picture.</summary>
    /// <param name="picture">The picture; a smaller one than <see cref="LongSide"/> is taken as it is.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The sizes.</returns>
    public static ScenePyramid Of(Picture picture, CancellationToken cancellationToken = default) =>
        // On one thread: handing out work this small costs more than the work, and a batch keeps the other cores busy with other pictures.
        new(AreaReduction.ToLongSide(picture, LongSide, 1, cancellationToken));

    private static Picture Half(Picture picture) =>
        AreaReduction.Reduce(picture, Math.Max(1, (picture.Width + 1) / 2), Math.Max(1, (picture.Height + 1) / 2), threads: 1);
}
