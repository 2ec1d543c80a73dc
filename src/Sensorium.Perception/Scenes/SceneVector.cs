namespace Sensorium.Perception;

/// <summary>
/// A picture as the scene model sees it: one vector a <see cref="SceneBlock"/>, raw, that is before any standardisation.
/// A mirrored picture has nearly the same vectors.
/// </summary>
internal sealed class SceneVector
{
    /// <summary>Version of what is measured; vectors of different versions are never compared.</summary>
    public const int Version = 2;

    /// <summary>How many blocks there are.</summary>
    public const int BlockCount = 5;

    private readonly float[][] _blocks;

    /// <summary>Wraps measurements.</summary>
    /// <param name="blocks">One vector a block, in the order of <see cref="SceneBlock"/>.</param>
    /// <param name="facesWereLookedFor">Whether the last block says anything.</param>
    internal SceneVector(float[][] blocks, bool facesWereLookedFor)
    {
        _blocks = blocks;
        FacesWereLookedFor = facesWereLookedFor;
    }

    /// <summary>Whether somebody looked for faces; otherwise <see cref="SceneBlock.Faces"/> holds zeros that mean nothing.</summary>
    public bool FacesWereLookedFor { get; }

    /// <summary>One block.</summary>
    /// <param name="block">Which.</param>
    /// <returns>Its numbers: <c>[LengthOf(block)]</c>.</returns>
    public ReadOnlySpan<float> this[SceneBlock block] => _blocks[(int)block];

    /// <summary>The same picture with other faces.</summary>
    /// <param name="faces">The numbers of <see cref="SceneBlock.Faces"/>.</param>
    /// <returns>A vector that shares the other blocks.</returns>
    public SceneVector WithFaces(float[] faces) => new([.. _blocks.AsSpan(0, (int)SceneBlock.Faces), faces], true);

    /// <summary>How many numbers a block has.</summary>
    /// <param name="block">Which.</param>
    /// <returns>Its length.</returns>
    public static int LengthOf(SceneBlock block) => block switch
    {
        SceneBlock.Layout => ColourLayout.Length,
        SceneBlock.Colours => ColourShares.Length,
        SceneBlock.Texture => TextureCodes.Length,
        SceneBlock.Shapes => ShapeCodebook.VectorLength,
        SceneBlock.Faces => FaceMeasures.Length,
        _ => throw new ArgumentOutOfRangeException(nameof(block), block, "No such block."),
    };
}
