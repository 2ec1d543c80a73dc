using System.Text.RegularExpressions;
using Sensorium.Lab.Datasets;
using Sensorium.Lab.Detection;
using Sensorium.Lab.Faces;

namespace Sensorium.Lab.Evaluation.Tests;

/// <summary>The tables of docs/evaluate.md against the program.</summary>
public sealed class DocumentationTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "docs");
    private static readonly string Page = File.ReadAllText(Path.Combine(Folder, "evaluate.md"));

    [Fact]
    public void EmotionWords_TableOfThePage_HoldsThemAll()
    {
        string[] names = [.. Enum.GetNames<Emotion>().Select(name => name.ToLowerInvariant())];
        (string Word, string Emotion)[] table =
        [
            .. from Match row in Regex.Matches(Page, @"^\| (?<emotion>\w+) \| (?<words>[^|`]+) \|$", RegexOptions.Multiline)
               where names.Contains(row.Groups["emotion"].Value)
               from word in row.Groups["words"].Value.Split(", ")
               select (word.Trim(), row.Groups["emotion"].Value),
        ];

        Assert.Equal(EmotionWords.All.Select(pair => (pair.Key, pair.Value.ToString().ToLowerInvariant())).Order(), table.Order());
    }

    [Fact]
    public void Names_OfProtocolsCropsAndSets_StandOnThePage() => Assert.All(
        [
            .. FaceProtocols.OfVotes.Append(FaceProtocol.Labels).Select(FaceProtocols.Id),
            .. Enum.GetValues<FaceCropChoice>().Select(FaceCrops.Id),
            .. Enum.GetValues<DetectionSetKind>().Select(DetectionSets.Id),
            .. Enum.GetNames<FaceLayout>().Select(name => name.ToLowerInvariant()),
        ],
        (string name) => Assert.Contains($"`{name}`", Page, StringComparison.Ordinal));

    [Fact]
    public void Links_ToFilesOfTheRepository_LeadSomewhere()
    {
        string[] targets = [.. Regex.Matches(Page, @"\]\((?<to>[^)#]+)\)").Select(match => match.Groups["to"].Value)];

        Assert.NotEmpty(targets);
        Assert.All(targets, target => Assert.True(File.Exists(Path.Combine(Folder, target)), target));
    }
}
