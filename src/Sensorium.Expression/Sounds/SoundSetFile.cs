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

    private static IEnumerable<LocalizedText> Faults(SoundSet set)
    {
        if (set.Id.Length == 0 || set.Version < 1)
        {
            yield return new("id takes a name and version a whole number from 1.", "id에는 이름을, version에는 1 이상의 정수를 씁니다.");
        }

        foreach (LocalizedText fault in GroupFaults("roles", set.Roles, SoundSet.RoleNames).Concat(GroupFaults("accompaniment", set.Accompaniment, SoundSet.FamilyNames)))
        {
            yield return fault;
        }

        if (set.Roles.Values.Concat(set.Accompaniment.Values).OfType<RoleInstrument>().Select(instrument => instrument.IsRecording).Distinct().Count() > 1)
        {
            yield return new(
                "A set takes either recordings or programmes of one SoundFont, not both.",
                "한 세트에는 녹음이나 사운드폰트 음색 가운데 한 가지만 씁니다.");
        }
    }

    private static IEnumerable<LocalizedText> GroupFaults(string group, IReadOnlyDictionary<string, RoleInstrument> instruments, IReadOnlyList<string> names)
    {
        string[] missing = [.. names.Except(instruments.Keys)];
        if (missing.Length > 0)
        {
            string list = string.Join(", ", missing);
            yield return new($"{group} lacks {list}.", $"{group}에 빠진 것: {list}.");
        }

        string[] unknown = [.. instruments.Keys.Except(names)];
        if (unknown.Length > 0)
        {
            (string came, string allowed) = (string.Join(", ", unknown), string.Join(", ", names));
            yield return new($"{group} has {came}; it takes {allowed}.", $"{group}에 쓸 수 없는 것: {came}. 쓸 수 있는 것: {allowed}.");
        }

        foreach ((string role, RoleInstrument? instrument) in instruments)
        {
            IEnumerable<LocalizedText> faults = instrument is null
                ? [new($"{group}.{role} takes an instrument.", $"{group}.{role}에는 악기를 씁니다.")]
                : InstrumentFaults($"{group}.{role}", instrument);
            foreach (LocalizedText fault in faults)
            {
                yield return fault;
            }
        }
    }

    private static IEnumerable<LocalizedText> InstrumentFaults(string place, RoleInstrument instrument)
    {
        if (instrument.IsRecording == instrument.Program is not null)
        {
            yield return new($"{place} takes either program or file.", $"{place}에는 program이나 file 가운데 하나만 씁니다.");
        }

        if (instrument.Program is < 0 or > 127 || instrument.Bank is < 0 or > 128 || instrument.Octave is < -2 or > 2)
        {
            yield return new(
                $"{place} takes program 0 to 127, bank 0 to 128 and octave -2 to 2.",
                $"{place}의 program은 0에서 127까지, bank는 0에서 128까지, octave는 -2에서 2까지입니다.");
        }

        if (instrument.Highest is < 24 or > 127)
        {
            yield return new($"{place} takes highest from 24 to 127.", $"{place}의 highest는 24에서 127까지입니다.");
        }

        if (instrument.LevelDb is not (>= -24 and <= 6))
        {
            yield return new($"{place} takes levelDb from -24 to 6.", $"{place}의 levelDb는 -24에서 6까지입니다.");
        }

        if (instrument.IsRecording && instrument.Pitch is not (>= 0 and <= 127))
        {
            yield return new(
                $"{place} needs pitch, the recorded tone's MIDI note number from 0 to 127.",
                $"{place}에는 녹음된 음의 MIDI 번호 pitch가 0에서 127까지로 필요합니다.");
        }

        if (!instrument.IsRecording && (instrument.Pitch is not null || instrument.Loop is not null))
        {
            yield return new($"{place} has pitch or loop without file.", $"{place}에 file 없이 pitch나 loop가 있습니다.");
        }

        if (instrument.Loop is { } loop && (loop.Count != 2 || loop[0] < 0))
        {
            yield return new($"{place}.loop takes a first and a last frame, both 0 or above.", $"{place}.loop에는 첫 프레임과 끝 프레임을 0 이상으로 씁니다.");
        }
        else if (instrument.Loop is [int first, int last] && last <= first)
        {
            yield return new(
                $"{place}.loop: the first frame, {first}, must come before the last, {last}.",
                $"{place}.loop의 첫 프레임({first})이 끝 프레임({last})보다 앞서야 합니다.");
        }
    }
}
