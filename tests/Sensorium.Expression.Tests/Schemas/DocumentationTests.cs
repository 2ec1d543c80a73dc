using System.Text.RegularExpressions;

namespace Sensorium.Expression.Tests;

/// <summary>The examples and tables of docs/hear.md against the program.</summary>
public sealed class DocumentationTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "hear.md"));

    private static (string Words, string Json)[] Examples(string kind) =>
    [
        .. Regex.Matches(Page, $"```json {kind} ?(?<words>[^\n]*)\n(?<json>.*?)```", RegexOptions.Singleline)
            .Select(match => (match.Groups["words"].Value, match.Groups["json"].Value)),
    ];

    [Fact]
    public void MappingExamples_EachInItsPlace_AreUsable()
    {
        (string Place, string Json)[] examples = Examples("mapping");

        Assert.True(examples.Length >= 4);
        Assert.All(examples, example =>
        {
            byte[] bytes = DataText.Changed("mappings/perceptual.json", root => DataText.Set(root, example.Place, example.Json));
            Mapping mapping = MappingFile.Parse(bytes, "own.json");
            Assert.NotEqual(
                SoundMapJson.Write(Samples.Map(), null, "test"),
                SoundMapJson.Write(Samples.Map(mapping: mapping), null, "test"));
            Assert.Empty(JsonSchema.Read("mapping").Faults(System.Text.Encoding.UTF8.GetString(bytes)));
        });
    }

    [Fact]
    public void SoundSetExample_Whole_IsUsable()
    {
        string json = Assert.Single(Examples("soundset")).Json;

        SoundSet set = SoundSetFile.Parse(System.Text.Encoding.UTF8.GetBytes(json), "set.json");

        Assert.Equal(SoundSet.RoleNames.Count, set.Roles.Values.Select(instrument => instrument.Program).Distinct().Count());
        Assert.Empty(JsonSchema.Read("soundset").Faults(json));
    }

    [Fact]
    public void RecordingExample_AsEveryInstrument_IsUsable()
    {
        string json = Assert.Single(Examples("recording")).Json;

        byte[] bytes = DataText.Changed("sounds/orchestra.json", root =>
        {
            foreach (string place in SoundSet.RoleNames.Select(role => $"roles.{role}").Concat(SoundSet.FamilyNames.Select(family => $"accompaniment.{family}")))
            {
                DataText.Set(root, place, json);
            }
        });

        Assert.True(SoundSetFile.Parse(bytes, "set.json").IsRecorded);
        Assert.Empty(JsonSchema.Read("soundset").Faults(System.Text.Encoding.UTF8.GetString(bytes)));
    }

    [Fact]
    public void InstrumentTable_EveryRow_IsWhatTheDataSay()
    {
        Dictionary<string, (string Hue, string Instrument)> rows = Regex.Matches(Page, @"^\| (?<role>\w+) \| (?<hue>\d*) ?\| (?<instrument>[^|]+) \|$", RegexOptions.Multiline)
            .ToDictionary(match => match.Groups["role"].Value, match => (match.Groups["hue"].Value, match.Groups["instrument"].Value));

        Assert.All(SoundSet.RoleNames, role =>
        {
            double? hue = Samples.Perceptual.Point.Timbre.Anchors.FirstOrDefault(anchor => anchor.Role == role)?.Hue;
            Assert.Equal((hue?.ToString() ?? string.Empty, Samples.Orchestra.Roles[role].Name.English), rows[role]);
        });
    }

    /// <summary>Links from the documents of the project lead to files that are there; pictures are made by running the program and may come later.</summary>
    [Theory]
    [MemberData(nameof(Documents))]
    public void Links_ToFilesOfTheRepository_LeadSomewhere(string document)
    {
        string path = Path.Combine(Repository.Root, document);
        string[] targets = [.. Regex.Matches(File.ReadAllText(path), @"\]\((?<to>[^)#]+)[^)]*\)").Select(match => match.Groups["to"].Value)];

        Assert.All(
            targets.Where(target => !target.StartsWith("http", StringComparison.Ordinal) && !target.Contains("images/", StringComparison.Ordinal)),
            target => Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(path)!, target)), target));
    }

    /// <summary>Every document of the repository.</summary>
    public static TheoryData<string> Documents() =>
    [
        "README.md",
        "README.ko.md",
        "bench/README.md",
        "models/LICENSES.md",
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Repository.Root, path)).Order(StringComparer.Ordinal),
    ];
}
