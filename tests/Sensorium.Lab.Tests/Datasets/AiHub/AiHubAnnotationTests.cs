using System.Text;
using Sensorium.Lab.Datasets;

namespace Sensorium.Lab.Tests;

/// <summary>Both shapes of annotations.</summary>
public sealed class AiHubAnnotationTests
{
    [Fact]
    public void Read_Frames_GivesEachUtteranceOnce()
    {
        const string Json = """
            {"nr_frame": 250, "data": {
              "26": {"1": {"person_id": "p7", "text": {"script": "좋아", "script_start": 26, "script_end": 50}, "emotion": {"image": {"emotion": "sad"}, "multimodal": {"emotion": "happy", "valence": 8, "arousal": "7"}}}},
              "27": {"1": {"person_id": "p7", "text": {"script": "좋아", "script_start": 26, "script_end": 50}, "emotion": {"multimodal": {"emotion": "happy", "valence": 8, "arousal": 7}}},
                     "2": {"rect": {}}},
            }}
            """;

        AiHubUtterance utterance = Assert.Single(Read(Json, 10, out List<DatasetFault> faults));

        Assert.Equal(new AiHubUtterance(1, 1, 2, "p7", Emotion.Joy, 8, 7, "좋아"), utterance);
        Assert.Empty(faults);
    }

    [Fact]
    public void Read_List_NamesWhatIsLeftOut()
    {
        const string Json = """
            [{"start": "00:00:02.500", "end": "0:03,5", "speaker": 3, "emotion": "공포/불안", "script": "무서워"},
             {"start": 5, "end": 4, "emotion": "기쁨"}, {"start": 1, "end": 2, "emotion": "jolly"}, {"start": 0, "end": 500, "emotion": "기쁨"},
             {"startTime": 0.5, "endTime": 1, "label": "dislike"}]
            """;

        IReadOnlyList<AiHubUtterance> utterances = Read(Json, null, out List<DatasetFault> faults);

        Assert.Equal([(0.5, 1.0, Emotion.Disgust), (2.5, 3.5, Emotion.Fear)], utterances.Select(utterance => (utterance.Start, utterance.End, utterance.Emotion)));
        Assert.Equal("3", utterances[1].Speaker);
        Assert.Null(utterances[1].Valence);
        Assert.Equal(["x.json, 2", "x.json, 3", "x.json, 4"], faults.Select(fault => fault.Name));
    }

    [Theory]
    [InlineData("기쁨", Emotion.Joy)]
    [InlineData("슬픔", Emotion.Sadness)]
    [InlineData("분노", Emotion.Anger)]
    [InlineData("놀람", Emotion.Surprise)]
    [InlineData("불안", Emotion.Fear)]
    [InlineData("경멸", Emotion.Contempt)]
    [InlineData("혐오", Emotion.Disgust)]
    [InlineData("중립", Emotion.Neutral)]
    public void Find_KoreanLabel_IsOneOfTheEight(string label, Emotion emotion) => Assert.Equal(emotion, AiHubEmotions.Find(label));

    [Theory]
    [InlineData("{\"data\": [")]
    [InlineData("{\"other\": 1}")]
    public void Read_Damaged_IsRefusedByName(string json) =>
        Assert.Contains("x.json", Assert.Throws<MalformedInputException>(() => Read(json, null, out _)).Text.Korean, StringComparison.Ordinal);

    private static IReadOnlyList<AiHubUtterance> Read(string json, double? seconds, out List<DatasetFault> faults)
    {
        faults = [];
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(json));
        return AiHubAnnotation.Read(stream, "x.json", seconds, faults.Add);
    }
}
