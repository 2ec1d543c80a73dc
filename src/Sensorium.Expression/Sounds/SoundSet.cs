using System.Text.Json.Serialization;

namespace Sensorium.Expression;

/// <summary>Instruments for all roles, as data: <c>sounds/*.json</c>, described by <c>docs/schemas/soundset.schema.json</c>.</summary>
public sealed record SoundSet
{
    /// <summary>The roles that every set fills.</summary>
    public static IReadOnlyList<string> RoleNames { get; } =
        ["red", "orange", "yellow", "green", "cyan", "blue", "purple", "pink", "white", "grey", "black"];

    /// <summary>The families of accompaniment that every set fills.</summary>
    public static IReadOnlyList<string> FamilyNames { get; } = ["warm", "neutral", "cool"];

    /// <summary>The schema that editors check the file against; not used by the program.</summary>
    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    /// <summary>Short name, as <c>--sounds</c> takes it.</summary>
    public required string Id { get; init; }

    /// <summary>Grows with every change that can be heard.</summary>
    public required int Version { get; init; }

    /// <summary>Name for people.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>A SoundFont relative to the manifest's folder; absent for the user's General MIDI SoundFont.</summary>
    public string? SoundFont { get; init; }

    /// <summary>The instrument of each role.</summary>
    public required IReadOnlyDictionary<string, RoleInstrument> Roles { get; init; }

    /// <summary>The instruments that accompany the piece, by family: <c>warm</c>, <c>neutral</c>, <c>cool</c>.</summary>
    public required IReadOnlyDictionary<string, RoleInstrument> Accompaniment { get; init; }

    /// <summary>All instruments in a fixed order: the roles, then the families.</summary>
    [JsonIgnore]
    public IEnumerable<RoleInstrument> Instruments =>
        RoleNames.Select(role => Roles[role]).Concat(FamilyNames.Select(family => Accompaniment[family]));

    /// <summary>Whether the set is made of recordings rather than of a SoundFont's programmes.</summary>
    [JsonIgnore]
    public bool IsRecorded => Instruments.First().IsRecording;

    /// <summary>Where a synthesizer finds an instrument of this set: its programme, or for a recording the place in the set.</summary>
    /// <param name="instrument">An instrument of this set.</param>
    /// <returns>MIDI bank and programme.</returns>
    public (int Bank, int Program) Address(RoleInstrument instrument)
    {
        ArgumentNullException.ThrowIfNull(instrument);
        if (instrument.Program is { } program)
        {
            return (instrument.Bank, program);
        }

        int index = 0;
        foreach (RoleInstrument candidate in Instruments)
        {
            if (ReferenceEquals(candidate, instrument))
            {
                return (0, index);
            }

            index++;
        }

        throw new ArgumentException("The instrument is not of this set.", nameof(instrument));
    }
}
