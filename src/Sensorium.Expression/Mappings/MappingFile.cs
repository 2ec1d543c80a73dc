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

    private static IEnumerable<string> Faults(Mapping mapping)
    {
        foreach (string fault in Faults("point", mapping.Point).Concat(Faults("scan", mapping.Scan)))
        {
            yield return fault;
        }

        DeficiencyMapping lost = mapping.Deficiency;
        foreach (string role in new[] { lost.PositiveRole, lost.NegativeRole, lost.TritanPositiveRole, lost.TritanNegativeRole })
        {
            if (!SoundSet.RoleNames.Contains(role))
            {
                yield return $"deficiency names the role \"{role}\"; roles are {string.Join(", ", SoundSet.RoleNames)}.";
            }
        }

        if (lost.PositiveGate.Count != 8 || lost.NegativeGate.Count != 8 || lost.PositiveGate.Concat(lost.NegativeGate).Any(gain => gain is < 0 or > 1))
        {
            yield return "deficiency.positiveGate and negativeGate take eight gains from 0 to 1 each.";
        }

        if (!(lost.Full > lost.Threshold && lost.Threshold >= 0 && lost.PitchShift is >= 0 and <= .5 && lost.BrightnessOctaves is >= 0 and <= 4))
        {
            yield return "deficiency takes 0 <= threshold < full, pitchShift from 0 to .5 and brightnessOctaves from 0 to 4.";
        }
    }

    private static IEnumerable<string> Faults(string mode, VoiceMapping voice)
    {
        if (!(voice.Pitch.LowestHz is >= 55 and <= 880 && voice.Pitch.HighestHz is >= 220 and <= 3520 && voice.Pitch.HighestHz >= 2 * voice.Pitch.LowestHz))
        {
            yield return $"{mode}.pitch takes lowestHz from 55 to 880 and highestHz from 220 to 3520, an octave apart or more.";
        }

        if (voice.Timbre.From is not (ColourQuality.Hue or ColourQuality.HsvHue))
        {
            yield return $"{mode}.timbre.from takes hue or hsvHue.";
        }

        IReadOnlyList<TimbreAnchor> anchors = voice.Timbre.Anchors;
        bool rising = anchors.Zip(anchors.Skip(1)).All(pair => pair.First.Hue < pair.Second.Hue);
        if (anchors.Count < 2 || !rising || anchors.Any(anchor => anchor.Hue is < 0 or >= 360))
        {
            yield return $"{mode}.timbre.anchors takes two or more hues from 0 to 360, rising.";
        }

        NeutralTimbre neutral = voice.Timbre.Neutral;
        foreach (string role in anchors.Select(anchor => anchor.Role).Append(neutral.Dark).Append(neutral.Middle).Append(neutral.Light))
        {
            if (!SoundSet.RoleNames.Contains(role))
            {
                yield return $"{mode}.timbre names the role \"{role}\"; roles are {string.Join(", ", SoundSet.RoleNames)}.";
            }
        }

        if (!(neutral.Below >= 0 && neutral.Above > neutral.Below && voice.Timbre.Plateau is >= 0 and < .5))
        {
            yield return $"{mode}.timbre takes 0 <= neutral.below < neutral.above and plateau from 0 to under .5.";
        }

        if (!(voice.Loudness.Full > 0 && voice.Loudness.SpanDb is >= 0 and <= 40))
        {
            yield return $"{mode}.loudness takes full over 0 and spanDb from 0 to 40.";
        }

        if (!(voice.Brightness.Full > 0 && voice.Brightness.LowestHz >= 100 && voice.Brightness.HighestHz <= 20000 && voice.Brightness.LowestHz <= voice.Brightness.HighestHz))
        {
            yield return $"{mode}.brightness takes full over 0 and 100 <= lowestHz <= highestHz <= 20000.";
        }

        if (voice.Texture is { } texture && !(texture.Full > texture.Threshold && texture.Threshold >= 0 && texture.Depth is >= 0 and <= 1 && texture.LowestHz >= 0 && texture.HighestHz <= 16 && texture.LowestHz <= texture.HighestHz))
        {
            yield return $"{mode}.texture takes 0 <= threshold < full, depth from 0 to 1 and 0 <= lowestHz <= highestHz <= 16.";
        }

        if (voice.PanDegrees is not (>= 0 and <= 90))
        {
            yield return $"{mode}.panDegrees takes 0 to 90.";
        }
    }
}
