namespace Sensorium.Lab.Faces;

/// <summary>Which faces of a jury's votes are asked for, and what counts as right.</summary>
public enum FaceProtocol
{
    /// <summary>One emotion has more votes than every other answer, "unknown" and "not a face" among them. The figure that is stated.</summary>
    Majority,

    /// <summary>All faces with a vote for an emotion; the emotion with most votes, the first of <see cref="Emotion"/> among equals.</summary>
    All,

    /// <summary>
    /// As the makers of FER+ count (Barsoum et al., ICMI 2016): single votes are dropped first; then an emotion needs more than half of the
    /// votes that are left.
    /// </summary>
    Published,

    /// <summary>The data have one label each.</summary>
    Labels,
}
