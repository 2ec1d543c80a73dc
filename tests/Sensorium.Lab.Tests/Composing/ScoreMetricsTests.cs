using Sensorium.Lab.Composing;
using Sensorium.Music;

namespace Sensorium.Lab.Tests.Composing;

/// <summary>Measures of scores in closed form.</summary>
public sealed class ScoreMetricsTests
{
    [Fact]
    public void Of_TwelveEqualPitchClasses_HasTheLargestEntropy()
    {
        ScoreMetrics metrics = ScoreMetrics.Of(ScoreOf([.. Enumerable.Range(0, 12).Select(i => new Note(i, 1, 60 + i, 80))]));
        Assert.Equal(Math.Log2(12), metrics.PitchClassEntropy, 9);
        Assert.Equal(7 / 12.0, metrics.ScaleConsistency, 9);
        Assert.Equal(1, metrics.Polyphony, 1);
    }

    [Fact]
    public void Of_OneFigureAgainAndAgain_IsLikeItself()
    {
        // At 120 a bar of four beats is two seconds: every bar is the same.
        ScoreMetrics metrics = ScoreMetrics.Of(ScoreOf([.. Enumerable.Range(0, 40).Select(i => new Note(i, 0.9, 60 + (i % 4), 80))]));
        Assert.Equal(1, metrics.GrooveSimilarity, 9);
        Assert.Equal(1, metrics.SelfSimilarity, 9);
        Assert.Equal(0, metrics.EmptyBars);
    }

    [Fact]
    public void Of_HalfTheBarsEmpty_SaysSo()
    {
        ScoreMetrics metrics = ScoreMetrics.Of(ScoreOf([.. Enumerable.Range(0, 10).Select(i => new Note(8 * i, 1, 60, 80)), new Note(79.9, 0.1, 60, 80)]));
        Assert.Equal(0.45, metrics.EmptyBars, 2);
    }

    [Fact]
    public void Of_Percussion_IsLeftOut()
    {
        Score score = ScoreOf([new Note(0, 1, 60, 80)]);
        ScoreMetrics metrics = ScoreMetrics.Of(score with { Parts = [.. score.Parts, new Part { Name = "Drums", Bank = 128, Program = 0, Notes = [new Note(0, 1, 61, 80)] }] });
        Assert.Equal(0, metrics.PitchClassEntropy);
    }

    private static Score ScoreOf(Note[] notes) => new() { Tempo = 120, Length = 80, Parts = [new Part { Name = "Piano", Program = 0, Notes = notes }] };
}
