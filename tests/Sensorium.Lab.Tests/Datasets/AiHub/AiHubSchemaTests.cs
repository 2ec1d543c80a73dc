using System.Text;
using System.Text.RegularExpressions;
using Sensorium.Lab.Datasets;

namespace Sensorium.Lab.Tests;

/// <summary>docs/schemas/aihub-video.schema.json and the reader agree on what an annotation is.</summary>
public sealed partial class AiHubSchemaTests
{
    private static readonly JsonSchema Schema = JsonSchema.Read("aihub-video");

    [Fact]
    public void Schema_TheExamplesOfTheDocumentation_FitAndAreRead()
    {
        string[] examples = [.. Blocks().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "dataset.md")).ReplaceLineEndings("\n")).Select(match => match.Groups[1].Value)];

        Assert.Equal(2, examples.Length);
        Assert.All(examples, Agrees);
    }

    [Theory]
    [InlineData("""[{"start": "00:00:02.500", "end": "0:03,5", "speaker": 3, "emotion": "공포/불안", "script": "무서워"}, {"startTime": 0.5, "endTime": 1, "label": "dislike"}]""")]
    [InlineData("""{"data": [{"begin": 0, "finish": 1, "감정": {"label": "슬픔", "valence": "-0.5"}}]}""")]
    [InlineData("""{"segments": [{"start": 0, "end": 1, "emotion": {"multimodal": null, "sound": {"emotion": "happy"}}, "mood": [1, 2]}]}""")]
    [InlineData("""{"fps": 30, "data": {"1": {"1": {"rect": {}}, "2": {"person_id": 2, "text": {"script": "좋아", "script_start": 1, "script_end": 31}, "emotion": {"image": {"emotion": "happy"}}}}}}""")]
    public void Schema_WhatIsRead_Fits(string json) => Agrees(json);

    [Theory]
    [InlineData("{}")]
    [InlineData("3")]
    [InlineData("""{"utterances": {}}""")]
    [InlineData("""[{"start": 0, "emotion": "happy"}]""")]
    [InlineData("""[{"start": 0, "end": "soon", "emotion": "happy"}]""")]
    [InlineData("""[{"start": -1, "end": 2, "emotion": "happy"}]""")]
    [InlineData("""[{"start": 0, "end": 2}]""")]
    public void Schema_WhatIsNotRead_DoesNotFit(string json)
    {
        List<DatasetFault> faults = [];
        IReadOnlyList<AiHubUtterance> read = [];
        try
        {
            read = Read(json, faults);
        }
        catch (MalformedInputException)
        {
            // No shape at all.
        }

        Assert.Empty(read);
        Assert.NotEmpty(Schema.Faults(json));
    }

    private static void Agrees(string json)
    {
        List<DatasetFault> faults = [];

        Assert.Empty(Schema.Faults(json));
        Assert.NotEmpty(Read(json, faults));
        Assert.Empty(faults);
    }

    private static IReadOnlyList<AiHubUtterance> Read(string json, List<DatasetFault> faults)
    {
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(json));
        return AiHubAnnotation.Read(stream, "x.json", 10, faults.Add);
    }

    [GeneratedRegex("```json\n(.*?)\n```", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Blocks();
}
