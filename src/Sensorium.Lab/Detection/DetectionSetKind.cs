namespace Sensorium.Lab.Detection;

/// <summary>The sets of pictures that detectors are measured on.</summary>
public enum DetectionSetKind
{
    /// <summary>Photographs with boxes that people drew, from dlib.</summary>
    Dlib,

    /// <summary>Photographs of people in OASIS whose themes no training of ours saw; the judge's sure boxes are the truth.</summary>
    HeldOut,

    /// <summary>All photographs of people in OASIS; training saw part of them.</summary>
    People,

    /// <summary>Ordinary photographs; the judge's sure boxes are the truth.</summary>
    Photos,

    /// <summary>Faces of FER+ put into scenes without people; the truth is where they were put.</summary>
    Composites,
}
