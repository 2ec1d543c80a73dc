using System.Globalization;
using Sensorium.Expression;
using Sensorium.Imaging;

namespace Sensorium.Cli;

/// <summary>Reads the values of options and gathers every fault instead of stopping at the first.</summary>
/// <param name="errors">The faults known so far.</param>
internal sealed class OptionValues(List<LocalizedText> errors)
{
    /// <summary>Adds a fault.</summary>
    /// <param name="english">The sentence in English.</param>
    /// <param name="korean">The sentence in Korean.</param>
    public void Add(string english, string korean) => errors.Add(new(english, korean));

    /// <summary>Throws when anything is unfit.</summary>
    /// <exception cref="InvalidCommandLineException">There is a fault.</exception>
    public void ThrowIfAny() => InvalidCommandLineException.ThrowIfAny(errors);

    /// <summary>File kinds; the default where none is given, empty for <c>none</c>.</summary>
    /// <param name="lists">Comma-separated lists.</param>
    /// <param name="defaults">What is written where nothing is asked for.</param>
    /// <param name="known">All kinds.</param>
    /// <returns>The kinds, without repeats, in the order given.</returns>
    public IReadOnlyList<string> Formats(IReadOnlyList<string> lists, IReadOnlyList<string> defaults, IReadOnlyList<string> known)
    {
        if (lists.Count == 0)
        {
            return defaults;
        }

        List<string> formats = [.. Split(lists).Select(format => format.ToLowerInvariant()).Distinct()];
        foreach (string format in formats.Where(format => format != "none" && !known.Contains(format)))
        {
            Add(
                $"--formats takes {string.Join(", ", known)} or none, but \"{format}\" came.",
                $"--formats에는 {string.Join(", ", known)} 또는 none을 쓸 수 있습니다. 받은 값은 \"{format}\"입니다.");
        }

        if (formats.Count == 0 || (formats.Count > 1 && formats.Contains("none")))
        {
            Add(
                "--formats takes a list of file kinds, or none alone.",
                "--formats에는 파일 종류의 목록을 쓰거나 none 하나만 쓸 수 있습니다.");
        }

        return [.. formats.Where(format => format != "none")];
    }

    /// <summary>Number of colours.</summary>
    /// <param name="values">What came.</param>
    /// <returns>2..32; null for <c>auto</c> or nothing.</returns>
    public int? ClusterCount(IReadOnlyList<string> values)
    {
        if (values is not [string value] || value.Equals("auto", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count is >= HearLimits.LeastClusters and <= HearLimits.MostClusters)
        {
            return count;
        }

        Add($"--k takes a number from {HearLimits.LeastClusters} to {HearLimits.MostClusters}, or auto, but \"{value}\" came.", $"--k에는 {HearLimits.LeastClusters}에서 {HearLimits.MostClusters}까지의 수나 auto를 쓸 수 있습니다. 받은 값은 \"{value}\"입니다.");
        return null;
    }

    /// <summary>Colour space.</summary>
    /// <param name="values">What came.</param>
    /// <returns>The space; null for nothing.</returns>
    public ColourSpace? Space(IReadOnlyList<string> values)
    {
        if (values is not [string value])
        {
            return null;
        }

        switch (value.ToLowerInvariant())
        {
            case "oklab":
                return ColourSpace.OkLab;
            case "lab" or "cielab":
                return ColourSpace.CieLab;
            case "hsv":
                return ColourSpace.Hsv;
            default:
                Add($"--space takes oklab, lab or hsv, but \"{value}\" came.", $"--space에는 oklab, lab, hsv를 쓸 수 있습니다. 받은 값은 \"{value}\"입니다.");
                return null;
        }
    }

    /// <summary>Mapping: a built-in name or a file that exists.</summary>
    /// <param name="values">What came.</param>
    /// <returns>The name or path; null for nothing.</returns>
    public string? Mapping(IReadOnlyList<string> values)
    {
        if (values is not [string value])
        {
            return null;
        }

        if (value is not ("perceptual" or "hsv") && !File.Exists(value))
        {
            Add(
                $"--mapping takes perceptual, hsv or a mapping file, but there is no file \"{value}\".",
                $"--mapping에는 perceptual, hsv 또는 매핑 파일을 쓸 수 있습니다. 받은 값은 \"{value}\" 파일이 없습니다.");
        }

        return value;
    }

    /// <summary>Sound sets by name or manifest.</summary>
    /// <param name="lists">Comma-separated lists.</param>
    /// <returns>The sets without repeats; null for nothing.</returns>
    public IReadOnlyList<string>? SoundSets(IReadOnlyList<string> lists)
    {
        if (lists.Count == 0)
        {
            return null;
        }

        List<string> sets = [.. Split(lists).Distinct()];
        if (sets.Count == 0)
        {
            Add("--sounds takes a list of sound sets, e.g. orchestra.", "--sounds에는 소리 세트의 목록을 씁니다. 예: orchestra.");
        }

        return sets;
    }

    /// <summary>Pitch range as <c>LOW-HIGH</c>.</summary>
    /// <param name="values">What came.</param>
    /// <returns>Lowest and highest in Hz; nulls for nothing.</returns>
    public (double? Lowest, double? Highest) PitchRange(IReadOnlyList<string> values)
    {
        if (values is not [string value])
        {
            return (null, null);
        }

        string[] ends = value.Split('-', StringSplitOptions.TrimEntries);
        if (ends.Length == 2
            && TryHertz(ends[0], out double lowest)
            && TryHertz(ends[1], out double highest)
            && PitchMapping.Allows(lowest, highest))
        {
            return (lowest, highest);
        }

        Add(
            $"--pitch takes LOW-HIGH in Hz, LOW from {PitchMapping.LeastLowestHz} to {PitchMapping.MostLowestHz}, HIGH from {PitchMapping.LeastHighestHz} to {PitchMapping.MostHighestHz} and at least twice LOW, but \"{value}\" came. Example: 110-880.",
            $"--pitch에는 낮은음-높은음을 Hz로 씁니다. 낮은음은 {PitchMapping.LeastLowestHz}~{PitchMapping.MostLowestHz}, 높은음은 {PitchMapping.LeastHighestHz}~{PitchMapping.MostHighestHz}이며 낮은음의 두 배 이상이어야 합니다. 받은 값은 \"{value}\"입니다. 예: 110-880.");
        return (null, null);
    }

    /// <summary>Words for regions as <c>ID=TEXT</c>.</summary>
    /// <param name="values">What came.</param>
    /// <param name="pictureCount">How many pictures there are: words fit one picture only.</param>
    /// <returns>The words by region.</returns>
    public IReadOnlyDictionary<int, string> Labels(IReadOnlyList<string> values, int pictureCount)
    {
        Dictionary<int, string> labels = [];
        foreach (string value in values)
        {
            int equals = value.IndexOf('=', StringComparison.Ordinal);
            string text = equals < 0 ? string.Empty : value[(equals + 1)..].Trim();
            if (equals < 0 || text.Length == 0 || !int.TryParse(value.AsSpan(0, equals), NumberStyles.None, CultureInfo.InvariantCulture, out int id))
            {
                Add(
                    $"--label takes ID=TEXT with the number of a region, e.g. 3=boat, but \"{value}\" came.",
                    $"--label에는 영역 번호와 말을 ID=TEXT로 씁니다. 예: 3=배. 받은 값은 \"{value}\"입니다.");
            }
            else if (!labels.TryAdd(id, text))
            {
                Add($"--label names region {id} twice.", $"--label이 {id}번 영역을 두 번 가리킵니다.");
            }
        }

        if (values.Count > 0 && pictureCount > 1)
        {
            Add(
                $"--label is for one picture, but {pictureCount} came; regions have other numbers in each. Give them one at a time.",
                $"--label은 그림 하나에만 쓸 수 있는데 {pictureCount}개가 왔습니다. 영역 번호가 그림마다 다르므로 하나씩 주시기 바랍니다.");
        }

        return labels;
    }

    /// <summary>The seed.</summary>
    /// <param name="values">What came.</param>
    /// <returns>The seed; null for nothing.</returns>
    public ulong? Seed(IReadOnlyList<string> values)
    {
        if (values is not [string value])
        {
            return null;
        }

        if (ulong.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed))
        {
            return seed;
        }

        Add(
            $"--seed takes a whole number from 0 to {ulong.MaxValue}, but \"{value}\" came.",
            $"--seed에는 0에서 {ulong.MaxValue}까지의 정수를 쓸 수 있습니다. 받은 값은 \"{value}\"입니다.");
        return null;
    }

    /// <summary>The SoundFont, a file that exists.</summary>
    /// <param name="values">What came.</param>
    /// <returns>The path; null for nothing.</returns>
    public string? SoundFont(IReadOnlyList<string> values)
    {
        if (values is [string value] && !File.Exists(value))
        {
            Add($"--soundfont takes a SoundFont file, but there is no file \"{value}\".", $"--soundfont에는 사운드폰트 파일을 씁니다. \"{value}\" 파일이 없습니다.");
        }

        return values is [string path] ? path : null;
    }

    /// <summary>The folder for the files; it may be missing but must be no file.</summary>
    /// <param name="values">What came.</param>
    /// <returns>The path; null for nothing.</returns>
    public string? Folder(IReadOnlyList<string> values)
    {
        if (values is [string value])
        {
            if (string.IsNullOrWhiteSpace(value))
            {
                Add("--out takes a folder, but nothing came.", "--out에는 폴더를 씁니다. 받은 값이 없습니다.");
            }
            else if (FileOnTheWay(value) is string file)
            {
                Add($"--out takes a folder, but \"{file}\" is a file.", $"--out에는 폴더를 씁니다. \"{file}\" 자리에 파일이 있습니다.");
            }
        }

        return values is [string path] ? path : null;
    }

    // A file cannot hold folders, so that it is as wrong above the folder as in its place.
    private static string? FileOnTheWay(string folder)
    {
        for (string? part = Path.TrimEndingDirectorySeparator(folder); !string.IsNullOrEmpty(part); part = Path.GetDirectoryName(part))
        {
            if (File.Exists(part))
            {
                return part;
            }
        }

        return null;
    }

    private static IEnumerable<string> Split(IReadOnlyList<string> lists) =>
        lists.SelectMany(list => list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static bool TryHertz(string text, out double hertz) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out hertz);
}
