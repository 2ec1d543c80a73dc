namespace Sensorium.Expression;

/// <summary>Reads mappings.</summary>
public static class MappingFile
{
    private static readonly LocalizedText Kind = new("mapping", "매핑");

    /// <summary>The names of the built-in mappings.</summary>
    public static IReadOnlyList<string> BuiltInIds => DataFile.BuiltInIds("mappings");

    /// <summary>A built-in mapping.</summary>
    /// <param name="id">Its name, e.g. <c>perceptual</c>.</param>
    /// <returns>The mapping, or null where there is none of that name.</returns>
    public static Mapping? BuiltIn(string id) => DataFile.BuiltIn("mappings", id) is { } bytes ? Parse(bytes, id) : null;

    /// <summary>Parses a mapping file.</summary>
    /// <param name="utf8">Its bytes.</param>
    /// <param name="name">Its name, for errors.</param>
    /// <returns>The mapping.</returns>
    /// <exception cref="MalformedInputException">It is not JSON, lacks a key, or a value is out of range; all faults are named.</exception>
    public static Mapping Parse(ReadOnlySpan<byte> utf8, string name) =>
        DataFile.Parse(utf8, name, Kind, DataJsonContext.Default.Mapping, Faults);

    private static IEnumerable<LocalizedText> Faults(Mapping mapping)
    {
        if (mapping.Id.Length == 0 || mapping.Version < 1)
        {
            yield return new("id takes a name and version a whole number from 1.", "id에는 이름을, version에는 1 이상의 정수를 씁니다.");
        }

        FeelingMapping feeling = mapping.Feeling;
        if (!(feeling.ValenceCentre is >= -1 and <= 1 && feeling.ArousalCentre is >= -1 and <= 1 && feeling.ValenceGain is >= 0 and <= 10 && feeling.ArousalGain is >= 0 and <= 10))
        {
            yield return new("feeling takes centres from -1 to 1 and gains from 0 to 10.", "feeling의 centre는 -1에서 1까지, gain은 0에서 10까지입니다.");
        }

        foreach (LocalizedText fault in ModeFaults("point", mapping.Point).Concat(ModeFaults("scan", mapping.Scan)).Concat(DeficiencyFaults(mapping.Deficiency)))
        {
            yield return fault;
        }
    }

    private static IEnumerable<LocalizedText> DeficiencyFaults(DeficiencyMapping lost)
    {
        foreach (string role in new[] { lost.PositiveRole, lost.NegativeRole, lost.TritanPositiveRole, lost.TritanNegativeRole })
        {
            if (!SoundSet.RoleNames.Contains(role))
            {
                yield return UnknownRole("deficiency", role);
            }
        }

        if (lost.PositiveGate.Count != 8 || lost.NegativeGate.Count != 8 || lost.PositiveGate.Concat(lost.NegativeGate).Any(gain => gain is not (>= 0 and <= 1)))
        {
            yield return new(
                "deficiency.positiveGate and negativeGate take eight gains from 0 to 1 each.",
                "deficiency.positiveGate와 negativeGate에는 0에서 1까지의 값을 여덟 개씩 씁니다.");
        }

        if (!(lost.Full > lost.Threshold && lost.Full <= 1 && lost.Threshold >= 0 && lost.PitchShift is >= 0 and <= .5 && lost.BrightnessOctaves is >= 0 and <= 4))
        {
            yield return new(
                "deficiency takes 0 <= threshold < full <= 1, pitchShift from 0 to .5 and brightnessOctaves from 0 to 4.",
                "deficiency는 0 <= threshold < full <= 1이어야 하고, pitchShift는 0에서 .5까지, brightnessOctaves는 0에서 4까지입니다.");
        }
    }

    private static IEnumerable<LocalizedText> ModeFaults(string mode, VoiceMapping voice)
    {
        PitchMapping pitch = voice.Pitch;
        if (!PitchMapping.Allows(pitch.LowestHz, pitch.HighestHz))
        {
            yield return new(
                $"{mode}.pitch takes lowestHz from 55 to 880 and highestHz from 220 to 3520, an octave apart or more.",
                $"{mode}.pitch의 lowestHz는 55에서 880까지, highestHz는 220에서 3520까지이고 한 옥타브 이상 떨어져야 합니다.");
        }

        if (pitch.From is ColourQuality.Hue or ColourQuality.HsvHue or ColourQuality.Chroma)
        {
            yield return new(
                $"{mode}.pitch.from takes lightness, saturation, value, height or none.",
                $"{mode}.pitch.from에는 lightness, saturation, value, height, none 가운데 하나를 씁니다.");
        }

        foreach (LocalizedText fault in TimbreFaults(mode, voice.Timbre))
        {
            yield return fault;
        }

        if (!(voice.Loudness.Full is > 0 and <= 1 && voice.Loudness.SpanDb is >= 0 and <= 40) || IsAngle(voice.Loudness.From))
        {
            yield return new(
                $"{mode}.loudness takes full over 0 up to 1, spanDb from 0 to 40, and any quality but a hue.",
                $"{mode}.loudness의 full은 0보다 크고 1 이하, spanDb는 0에서 40까지이며, from에는 색상이 아닌 것을 씁니다.");
        }

        if (!(voice.Brightness.Full is > 0 and <= 1 && voice.Brightness.LowestHz >= 100 && voice.Brightness.HighestHz <= 20000 && voice.Brightness.LowestHz <= voice.Brightness.HighestHz)
            || IsAngle(voice.Brightness.From))
        {
            yield return new(
                $"{mode}.brightness takes full over 0 up to 1, 100 <= lowestHz <= highestHz <= 20000, and any quality but a hue.",
                $"{mode}.brightness의 full은 0보다 크고 1 이하, 100 <= lowestHz <= highestHz <= 20000이며, from에는 색상이 아닌 것을 씁니다.");
        }

        if (voice.Texture is { } texture && !(texture.Full > texture.Threshold && texture.Full <= 1 && texture.Threshold >= 0 && texture.Depth is >= 0 and <= 1
            && texture.LowestHz >= 0 && texture.HighestHz <= 16 && texture.LowestHz <= texture.HighestHz))
        {
            yield return new(
                $"{mode}.texture takes 0 <= threshold < full <= 1, depth from 0 to 1 and 0 <= lowestHz <= highestHz <= 16.",
                $"{mode}.texture는 0 <= threshold < full <= 1이고, depth는 0에서 1까지, 0 <= lowestHz <= highestHz <= 16이어야 합니다.");
        }

        if (voice.PanDegrees is not (>= 0 and <= 90))
        {
            yield return new($"{mode}.panDegrees takes 0 to 90.", $"{mode}.panDegrees는 0에서 90까지입니다.");
        }
    }

    private static IEnumerable<LocalizedText> TimbreFaults(string mode, TimbreMapping timbre)
    {
        if (!IsAngle(timbre.From))
        {
            yield return new($"{mode}.timbre.from takes hue or hsvHue.", $"{mode}.timbre.from에는 hue나 hsvHue를 씁니다.");
        }

        TimbreAnchor?[] all = [.. timbre.Anchors];
        TimbreAnchor[] anchors = [.. all.OfType<TimbreAnchor>()];
        bool rising = anchors.Zip(anchors.Skip(1)).All(pair => pair.First.Hue < pair.Second.Hue);
        if (all.Length < 2 || anchors.Length < all.Length || !rising || anchors.Any(anchor => anchor.Hue is not (>= 0 and < 360)))
        {
            yield return new(
                $"{mode}.timbre.anchors takes two or more hues from 0 to under 360, rising.",
                $"{mode}.timbre.anchors에는 0 이상 360 미만의 색상을 작은 것부터 둘 이상 씁니다.");
        }

        NeutralTimbre neutral = timbre.Neutral;
        foreach (string role in anchors.Select(anchor => anchor.Role).Append(neutral.Dark).Append(neutral.Middle).Append(neutral.Light))
        {
            if (!SoundSet.RoleNames.Contains(role))
            {
                yield return UnknownRole($"{mode}.timbre", role);
            }
        }

        if (!(neutral.Below >= 0 && neutral.Above > neutral.Below && neutral.Above <= 1 && timbre.Plateau is >= 0 and < .5))
        {
            yield return new(
                $"{mode}.timbre takes 0 <= neutral.below < neutral.above <= 1 and plateau from 0 to under .5.",
                $"{mode}.timbre는 0 <= neutral.below < neutral.above <= 1이고, plateau는 0 이상 .5 미만이어야 합니다.");
        }

        if (!(neutral.DarkBelow >= 0 && neutral.DarkBelow <= neutral.LightAbove && neutral.LightAbove <= 1))
        {
            yield return new(
                $"{mode}.timbre.neutral takes 0 <= darkBelow <= lightAbove <= 1.",
                $"{mode}.timbre.neutral은 0 <= darkBelow <= lightAbove <= 1이어야 합니다.");
        }
    }

    private static bool IsAngle(ColourQuality quality) => quality is ColourQuality.Hue or ColourQuality.HsvHue;

    private static LocalizedText UnknownRole(string place, string role)
    {
        string names = string.Join(", ", SoundSet.RoleNames);
        return new($"{place} names the role \"{role}\"; roles are {names}.", $"{place}에 적힌 \"{role}\" 역할은 없습니다. 역할은 {names}입니다.");
    }
}
