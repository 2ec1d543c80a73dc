namespace Sensorium.Expression;

/// <summary>How colour becomes sound, as data: <c>mappings/*.json</c>.</summary>
public sealed record Mapping
{
    /// <summary>Short name, as <c>--mapping</c> takes it.</summary>
    public required string Id { get; init; }
}
