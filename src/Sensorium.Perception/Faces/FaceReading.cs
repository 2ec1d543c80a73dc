namespace Sensorium.Perception;

/// <summary>What the faces of one picture express.</summary>
public sealed record FaceReading
{
    /// <summary>The faces that were read, largest first; empty where there is none.</summary>
    public required IReadOnlyList<FacePercept> Faces { get; init; }

    /// <summary>
    /// What the faces express together, with each face as a part; for one face that face's own percept, null where there is none.
    /// </summary>
    public required Percept? Group { get; init; }

    /// <summary>How many faces were found, whether or not they were read.</summary>
    public required int Found { get; init; }

    /// <summary>Whether faces were left out because of <see cref="FaceReadOptions.MostFaces"/>.</summary>
    public bool IsCut { get; init; }
}
