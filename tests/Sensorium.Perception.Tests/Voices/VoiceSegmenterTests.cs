namespace Sensorium.Perception.Tests;

/// <summary>Stretches from judgements made by hand.</summary>
public sealed class VoiceSegmenterTests
{
    private static readonly float[] Speech = [.05f, .9f, .03f, .02f];
    private static readonly float[] Singing = [.05f, .03f, .9f, .02f];
    private static readonly float[] Music = [.05f, .03f, .02f, .9f];
    private static readonly float[] Other = [.9f, .05f, .03f, .02f];

    [Fact]
    public void Push_ShortPause_StaysOneUtterance() =>
        Assert.Equal([new VoiceStretch(20, 90, SoundClass.Speech)], Bounds((Other, 20), (Speech, 30), (Other, 10), (Speech, 30), (Other, 60)));

    [Fact]
    public void Push_LongPause_MakesTwo() =>
        Assert.Equal(
            [new VoiceStretch(0, 30, SoundClass.Speech), new VoiceStretch(80, 110, SoundClass.Speech)],
            Bounds((Speech, 30), (Other, 50), (Speech, 30)));

    [Fact]
    public void Push_Blip_IsNothing() => Assert.Empty(Run((Other, 30), (Speech, 5), (Other, 50)));

    [Fact]
    public void Push_VoiceOverMusic_CutsTheMusic() =>
        Assert.Equal(
            [new VoiceStretch(0, 50, SoundClass.Music), new VoiceStretch(50, 90, SoundClass.Singing), new VoiceStretch(107, 150, SoundClass.Music)],
            Bounds((Music, 50), (Singing, 40), (Music, 60)));

    [Theory]
    [InlineData(0.02f)]
    [InlineData(0.3f)]
    public void Push_SingingOverInstruments_TellsHowMuchOfThem(float music)
    {
        VoiceStretch found = Assert.Single(Run(([0.05f, 0.05f, 0.9f - music, music], 50)), stretch => stretch.Class == SoundClass.Singing);

        Assert.Equal(music, found.MusicShare, 1e-6);
    }

    [Fact]
    public void Push_EndlessVoice_IsCutWhereItIsWeakest()
    {
        VoiceStretch[] found = Run((Speech, 600), ([.3f, .6f, .05f, .05f], 3), (Speech, 900));

        Assert.Equal(600, found[0].To);
        Assert.All(found, stretch => Assert.InRange(stretch.To - stretch.From, 1, VoiceSegmenter.Longest));
        Assert.Equal(1503, found.Sum(stretch => stretch.To - stretch.From));
    }

    private static IEnumerable<VoiceStretch> Bounds(params (float[] Shares, int Times)[] judgements) => Run(judgements).Select(stretch => stretch with { MusicShare = 0 });

    private static VoiceStretch[] Run(params (float[] Shares, int Times)[] judgements)
    {
        VoiceSegmenter segmenter = new();
        foreach ((float[] shares, int times) in judgements)
        {
            for (int i = 0; i < times; i++)
            {
                segmenter.Push(shares);
            }
        }

        segmenter.Finish();
        return segmenter.Take();
    }
}
