using Sensorium.Lab.Evaluation;
using Sensorium.Perception;

namespace Sensorium.Lab.Faces;

/// <summary>How <see cref="FaceEvaluation"/> measures.</summary>
public sealed record FaceEvaluationOptions
{
    /// <summary>
    /// What the models are shown, the stated crop first; empty chooses: faces that were cut out already as they are and with the background
    /// removed, photographs with margin and with the background removed. Default empty.
    /// </summary>
    public IReadOnlyList<FaceCropChoice> Crops { get; init; } = [];

    /// <summary>Finds faces in photographs; null where none is installed, and photographs count as one face each. Default null.</summary>
    public IFaceDetector? Detector { get; init; }

    /// <summary>The protocol whose figures are stated first. Default <see cref="FaceProtocol.Majority"/>; data of labels have one protocol only.</summary>
    public FaceProtocol Protocol { get; init; } = FaceProtocol.Majority;

    /// <summary>Seed of the bootstrap. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How many times the faces are drawn again, at least 1. Default 1000.</summary>
    public int Resamples { get; init; } = Bootstrap.DefaultResamples;

    /// <summary>Whether the time a face takes is measured; without it the same data give the same bytes. Default true.</summary>
    public bool Timing { get; init; } = true;

    /// <summary>Most threads, at least 1; null takes one for each core. The figures do not depend on it; times are always of one core.</summary>
    public int? Threads { get; init; }
}
