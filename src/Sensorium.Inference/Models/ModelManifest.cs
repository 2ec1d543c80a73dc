using System.Text.Json;

namespace Sensorium.Inference;

/// <summary>What a model's <c>model.json</c> says (docs/schemas/model.schema.json).</summary>
public sealed record ModelManifest
{
    /// <summary>Short name: lower-case letters, digits and hyphens, e.g. <c>face-expression</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Grows with every change of what the model gives; at least 1.</summary>
    public required int Version { get; init; }

    /// <summary>What it does, e.g. <c>face-detection</c>, <c>face-expression</c>, <c>face-attributes</c>, <c>scene</c>, <c>voice-activity</c>, <c>voice-emotion</c>, <c>music-tags</c>.</summary>
    public required string Task { get; init; }

    /// <summary>Name for people.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>What it does and how well, in a sentence or two; empty where not stated.</summary>
    public LocalizedText Description { get; init; } = new(string.Empty, string.Empty);

    /// <summary>What may be done with it.</summary>
    public required ModelLicence Licence { get; init; }

    /// <summary>How it came to be, or the address it comes from.</summary>
    public required string Source { get; init; }

    /// <summary>Where its card is: a path in the project or an address; null for none.</summary>
    public string? Card { get; init; }

    /// <summary>The files that belong to it; at least one.</summary>
    public required IReadOnlyList<ModelFileEntry> Files { get; init; }

    /// <summary>How its input is prepared; null where not stated.</summary>
    public ModelInput? Input { get; init; }

    /// <summary>What its outputs stand for, in their order; empty where they are no labels.</summary>
    public IReadOnlyList<ModelLabel> Labels { get; init; } = [];

    /// <summary>What the reader of the task needs besides: a JSON object, empty where nothing is stated.</summary>
    public required JsonElement Parameters { get; init; }

    /// <summary>Id and version, e.g. <c>face-expression@1</c>.</summary>
    public string Name => $"{Id}@{Version}";
}
