namespace Sensorium.Imaging;

/// <summary>How deep a region lies in the tree of a picture.</summary>
public enum RegionLevel
{
    /// <summary>The whole picture, the root.</summary>
    Whole,

    /// <summary>A thing or a surface a person would point at: sky, sea, a boat.</summary>
    Object,

    /// <summary>A patch of one colour within an object.</summary>
    Part,
}
