namespace Sensorium.Expression;

/// <summary>A quality of a colour or a place that a mapping may listen to.</summary>
public enum ColourQuality
{
    /// <summary>OKLab lightness, 0..1, stretched to the picture's range.</summary>
    Lightness,

    /// <summary>OKLab chroma, 0..about .33.</summary>
    Chroma,

    /// <summary>Hue angle of OKLab, degrees.</summary>
    Hue,

    /// <summary>HSV saturation, 0..1.</summary>
    Saturation,

    /// <summary>HSV value, 0..1.</summary>
    Value,

    /// <summary>Hue angle of HSV, degrees.</summary>
    HsvHue,

    /// <summary>Height in the picture: 0 at the bottom, 1 at the top.</summary>
    Height,

    /// <summary>The same for every colour: the top of the range.</summary>
    None,
}
