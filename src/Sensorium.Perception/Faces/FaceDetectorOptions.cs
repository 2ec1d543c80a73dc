namespace Sensorium.Perception;

/// <summary>How a face detector runs; null takes what the model's manifest states.</summary>
public sealed record FaceDetectorOptions
{
    /// <summary>
    /// Pixels of the longer side to which a larger picture is reduced, 32 to 4096; more finds smaller faces and takes longer. A network with a fixed
    /// input takes what fits into that instead.
    /// </summary>
    public int? LongSide { get; init; }

    /// <summary>The least confidence of a face, in [0, 1]; lower finds more, and more that are none.</summary>
    public double? MinScore { get; init; }

    /// <summary>The most overlap of two faces' boxes (<see cref="FaceBox.IntersectionOverUnion"/>), in [0, 1].</summary>
    public double? Overlap { get; init; }

    /// <summary>Threads that share the work on one picture; 0 for one a core, default 1.</summary>
    public int Threads { get; init; } = 1;
}
