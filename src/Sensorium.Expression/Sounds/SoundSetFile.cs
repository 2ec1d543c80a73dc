namespace Sensorium.Expression;

/// <summary>Reads sound sets.</summary>
public static class SoundSetFile
{
    private static readonly LocalizedText Kind = new("sound set", "소리 세트");

    /// <summary>The names of the built-in sound sets.</summary>
    public static IReadOnlyList<string> BuiltInIds => DataFile.BuiltInIds("sounds");

    /// <summary>A built-in sound set.</summary>
    /// <param name="id">Its name, e.g. <c>orchestra</c>.</param>
    /// <returns>The set, or null where there is none of that name.</returns>
    public static SoundSet? BuiltIn(string id) => DataFile.BuiltIn("sounds", id) is { } bytes ? Parse(bytes, id) : null;

    /// <summary>Parses a sound set's manifest.</summary>
    /// <param name="utf8">Its bytes.</param>
    /// <param name="name">Its name, for errors.</param>
    /// <returns>The set.</returns>
    /// <exception cref="MalformedInputException">It is not JSON, lacks a role, or a value is out of range; all faults are named.</exception>
    public static SoundSet Parse(ReadOnlySpan<byte> utf8, string name) =>
        DataFile.Parse(utf8, name, Kind, DataJsonContext.Default.SoundSet, Faults);

    private static IEnumerable<string> Faults(SoundSet set) =>
        Faults("roles", set.Roles, SoundSet.RoleNames).Concat(Faults("accompaniment", set.Accompaniment, SoundSet.FamilyNames));

    private static IEnumerable<string> Faults(string group, IReadOnlyDictionary<string, RoleInstrument> instruments, IReadOnlyList<string> names)
    {
        string[] missing = [.. names.Except(instruments.Keys)];
        if (missing.Length > 0)
        {
            yield return $"{group} lacks {string.Join(", ", missing)}.";
        }

        string[] unknown = [.. instruments.Keys.Except(names)];
        if (unknown.Length > 0)
        {
            yield return $"{group} has {string.Join(", ", unknown)}; it takes {string.Join(", ", names)}.";
        }

        foreach ((string role, RoleInstrument instrument) in instruments)
        {
            if (instrument.IsRecording == instrument.Program is not null)
            {
                yield return $"{group}.{role} takes either program or file.";
            }

            if (instrument.Program is < 0 or > 127 || instrument.Bank is < 0 or > 128 || instrument.Octave is < -2 or > 2)
            {
                yield return $"{group}.{role} takes program 0 to 127, bank 0 to 128 and octave -2 to 2.";
            }

            if (instrument.LevelDb is not (>= -24 and <= 6))
            {
                yield return $"{group}.{role} takes levelDb from -24 to 6.";
            }

            if (instrument.IsRecording && instrument.Pitch is not (>= 0 and <= 127))
            {
                yield return $"{group}.{role} needs pitch, the recorded tone's MIDI note number from 0 to 127.";
            }

            if (instrument.Loop is { } loop && (loop.Count != 2 || loop[0] < 0 || loop[1] <= loop[0]))
            {
                yield return $"{group}.{role}.loop takes a first and a last frame.";
            }
        }
    }
}
