namespace Sensorium.Perception;

/// <summary>A picture measured for the scene model: everything but the shapes' code, which needs a codebook.</summary>
internal sealed class SceneSight
{
    private readonly float[] _layout;
    private readonly float[] _colours;
    private readonly float[] _texture;

    private SceneSight(Picture picture, CancellationToken cancellationToken)
    {
        ScenePyramid pyramid = ScenePyramid.Of(picture, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        SceneColours colours = SceneColours.Of(pyramid.Small);
        _layout = ColourLayout.Measure(colours);
        _colours = ColourShares.Measure(colours);
        Features = SceneFeatures.Measure(pyramid.Small, colours);
        CommonestColour = CommonColour.Of(colours);
        cancellationToken.ThrowIfCancellationRequested();
        _texture = TextureCodes.Measure(pyramid.Greys);
        Shapes = ShapeDescriptors.Of(pyramid.Greys);
        Width = picture.Width;
        Height = picture.Height;
    }

    /// <summary>The descriptors of its edges.</summary>
    public ShapeDescriptors Shapes { get; }

    /// <summary>What can be said of it in words.</summary>
    public SceneFeatures Features { get; }

    /// <summary>The colour that most of it has.</summary>
    public CommonColour CommonestColour { get; }

    private int Width { get; }

    private int Height { get; }

    /// <summary>Measures a picture.</summary>
    /// <param name="picture">The picture, upright.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>What was measured.</returns>
    public static SceneSight Of(Picture picture, CancellationToken cancellationToken = default) => new(picture, cancellationToken);

    /// <summary>The vector that the model compares pictures by.</summary>
    /// <param name="codebook">The codebook of the shapes.</param>
    /// <param name="faces">The faces; null where nobody looked.</param>
    /// <returns>The vector.</returns>
    public SceneVector ToVector(ShapeCodebook codebook, FaceReading? faces) =>
        new([_layout, _colours, _texture, codebook.Encode(Shapes), FaceMeasures.Measure(faces, Width, Height)], faces is not null);
}
