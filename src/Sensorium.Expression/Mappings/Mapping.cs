using System.Text.Json.Serialization;

namespace Sensorium.Expression;

/// <summary>How colour becomes sound, as data: <c>mappings/*.json</c>, described by <c>docs/schemas/mapping.schema.json</c>.</summary>
public sealed record Mapping
{
    /// <summary>The schema that editors check the file against; not used by the program.</summary>
    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    /// <summary>Short name, as <c>--mapping</c> takes it.</summary>
    public required string Id { get; init; }

    /// <summary>Grows with every change that can be heard.</summary>
    public required int Version { get; init; }

    /// <summary>Name for people.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>What the mapping does, in a sentence or two.</summary>
    public required LocalizedText Description { get; init; }

    /// <summary>From the picture's feeling to the music it shares.</summary>
    public required FeelingMapping Feeling { get; init; }

    /// <summary>Point mode: pointer, touch and keys.</summary>
    public required VoiceMapping Point { get; init; }

    /// <summary>Scan mode: the whole picture from left to right.</summary>
    public required VoiceMapping Scan { get; init; }

    /// <summary>Colour-blind mode.</summary>
    public required DeficiencyMapping Deficiency { get; init; }
}
