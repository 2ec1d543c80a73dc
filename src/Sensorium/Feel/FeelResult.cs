using Sensorium.Perception;

namespace Sensorium;

/// <summary>What <see cref="FeelFlow"/> felt in one input, and in whom.</summary>
public sealed record FeelResult
{
    /// <summary>The input as it was given: a path, or a name for what came without one.</summary>
    public required string Input { get; init; }

    /// <summary>The kind of input: <c>picture</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Width in pixels, upright.</summary>
    public required int Width { get; init; }

    /// <summary>Height in pixels, upright.</summary>
    public required int Height { get; init; }

    /// <summary>Size of the file in bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>What was felt: where both count, faces and scene fused, each a part of it.</summary>
    public required Percept Percept { get; init; }

    /// <summary>The faces that were read, largest first, in pixels of the whole picture; empty where there is none, and where nobody looked for any.</summary>
    public IReadOnlyList<FacePercept> Faces { get; init; } = [];

    /// <summary>What a person should know of the result: that no face was found, what is unsure and why. Sentences without a full stop.</summary>
    public IReadOnlyList<LocalizedText> Notes { get; init; } = [];

    /// <summary>What a person should know of the input, such as that its file is cut off; null where all is well.</summary>
    public LocalizedText? Warning { get; init; }
}
