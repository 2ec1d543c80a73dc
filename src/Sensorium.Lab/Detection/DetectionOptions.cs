using Sensorium.Lab.Evaluation;
using Sensorium.Perception;

namespace Sensorium.Lab.Detection;

/// <summary>How <see cref="DetectionEvaluation"/> measures.</summary>
public sealed record DetectionOptions
{
    /// <summary>
    /// Judges photographs without drawn boxes, opened at <see cref="DoubtfulConfidence"/> or below; null leaves these sets out, and
    /// composites then rest on the categories of OASIS alone.
    /// </summary>
    public IFaceDetector? Judge { get; init; }

    /// <summary>From this confidence of the judge on, a box is a face to be found. Default .8.</summary>
    public double SureConfidence { get; init; } = .8;

    /// <summary>From this confidence up to <see cref="SureConfidence"/>, a box need not be found and is no mistake where it is. Default .5.</summary>
    public double DoubtfulConfidence { get; init; } = .5;

    /// <summary>Themes of OASIS that no training saw; null where the detector does not say, and all count as seen.</summary>
    public IReadOnlyList<string>? HeldOutThemes { get; init; }

    /// <summary>How many composites are made, at least 1. Default 500.</summary>
    public int Composites { get; init; } = 500;

    /// <summary>Seed of the composites and of the bootstrap. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How many times the pictures are drawn again, at least 1. Default 1000.</summary>
    public int Resamples { get; init; } = Bootstrap.DefaultResamples;

    /// <summary>Whether the time a picture takes is measured. Default true.</summary>
    public bool Timing { get; init; } = true;

    /// <summary>Most threads, at least 1; null takes one for each core. The figures do not depend on it; times are always of one core.</summary>
    public int? Threads { get; init; }
}
