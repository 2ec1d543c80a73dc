namespace Sensorium.Lab.Listening;

/// <summary>What the simulated listener heard.</summary>
public sealed record ListenerReport
{
    /// <summary>The seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Whether it was the quick variant.</summary>
    public required bool IsQuick { get; init; }

    /// <summary>Id and version of the mapping.</summary>
    public required string Mapping { get; init; }

    /// <summary>File name of the SoundFont.</summary>
    public required string SoundFont { get; init; }

    /// <summary>Eight hues, once for each sound set; the default set first.</summary>
    public required IReadOnlyList<ClassificationResult> Hues { get; init; }

    /// <summary>Eighteen colours, with the default set.</summary>
    public required ClassificationResult Colours { get; init; }

    /// <summary>Colour-blind mode, with the default set: deutan, protan, tritan.</summary>
    public required IReadOnlyList<DeficiencyResult> Deficiencies { get; init; }

    /// <summary>The report as JSON, described by <c>docs/schemas/listener.schema.json</c>.</summary>
    /// <returns>One line, without a line break.</returns>
    public string ToJson() => ListenerJson.Write(this);

    /// <summary>The report as a page for the documentation, in English.</summary>
    /// <returns>Markdown that ends with a line break.</returns>
    public string ToMarkdown() => ListenerMarkdown.Write(this);
}
