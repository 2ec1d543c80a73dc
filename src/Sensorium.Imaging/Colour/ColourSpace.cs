namespace Sensorium.Imaging;

/// <summary>A space in which pixels are compared when regions are found.</summary>
public enum ColourSpace
{
    /// <summary>OKLab, the default: even steps look even.</summary>
    OkLab,

    /// <summary>CIE 1976 L*a*b*, D65.</summary>
    CieLab,

    /// <summary>Hue, saturation, value as a cone, so that the hue of dark and grey pixels does not count.</summary>
    Hsv,
}
