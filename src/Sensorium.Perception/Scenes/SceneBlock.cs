namespace Sensorium.Perception;

/// <summary>The kinds of measurements that the scene model compares pictures by, each with a kernel of its own.</summary>
internal enum SceneBlock
{
    /// <summary>Mean and spread of lightness, colour and chroma over the picture: where it is light, dark, colourful, even.</summary>
    Layout,

    /// <summary>Shares of colours in the upper, middle and lower third: sky, leaves, water, sand, skin, night.</summary>
    Colours,

    /// <summary>Which small patterns of light and dark the surfaces have: smooth, grainy, lined, busy.</summary>
    Texture,

    /// <summary>Which shapes of edges there are, and about where.</summary>
    Shapes,

    /// <summary>Faces and what they express.</summary>
    Faces,
}
