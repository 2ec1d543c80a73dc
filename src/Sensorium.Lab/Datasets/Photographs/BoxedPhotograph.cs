using Sensorium.Perception;

namespace Sensorium.Lab.Datasets;

/// <summary>A photograph with the boxes that people drew around its faces.</summary>
public sealed record BoxedPhotograph
{
    /// <summary>The file's name.</summary>
    public required string Name { get; init; }

    /// <summary>The file's path.</summary>
    public required string Path { get; init; }

    /// <summary>The boxes to be found, in pixels of the upright photograph.</summary>
    public required IReadOnlyList<FaceBox> Boxes { get; init; }

    /// <summary>Boxes marked <c>ignore</c>: faces that need not be found, and are no mistake where they are.</summary>
    public IReadOnlyList<FaceBox> Ignored { get; init; } = [];
}
