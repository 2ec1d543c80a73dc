namespace Sensorium.Core.Tests;

public sealed class AffectPathTests
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(100);

    [Theory]
    [InlineData(-5, -0.5, -0.2)]
    [InlineData(15, -0.5, -0.2)]
    [InlineData(47.5, 0, 0.2)]
    [InlineData(80, 0.5, 0.6)]
    [InlineData(100, 0.5, 0.6)]
    public void At_OfIso_MeetsThenLeadsThenStays(double seconds, double valence, double arousal)
    {
        AffectPoint point = AffectPath.Iso((-0.5, -0.2), (0.5, 0.6), Length).At(TimeSpan.FromSeconds(seconds));
        Assert.Equal(valence, point.Valence, 9);
        Assert.Equal(arousal, point.Arousal, 9);
        Assert.Equal(seconds, point.Time.TotalSeconds, 6);
    }

    [Fact]
    public void At_OfHoldAndCompensatory_IsTheSameEverywhere()
    {
        foreach (AffectPath path in new[] { AffectPath.Hold(0.3, -0.4, Length), AffectPath.Compensatory((0.3, -0.4), Length) })
        {
            Assert.All([0, 50, 100], seconds => Assert.Equal((0.3, -0.4), (path.At(TimeSpan.FromSeconds(seconds)).Valence, path.At(TimeSpan.FromSeconds(seconds)).Arousal)));
        }
    }

    [Fact]
    public void Constructor_PointsThatAreNoPath_Refuses()
    {
        AffectPoint[][] wrong =
        [
            [],
            [new(TimeSpan.FromSeconds(-1), 0, 0)],
            [new(TimeSpan.FromSeconds(101), 0, 0)],
            [new(TimeSpan.Zero, 1.01, 0)],
            [new(TimeSpan.Zero, 0, double.NaN)],
            [new(TimeSpan.FromSeconds(2), 0, 0), new(TimeSpan.FromSeconds(2), 0.1, 0)],
        ];
        Assert.All(wrong, points => Assert.Throws<ArgumentException>(() => new AffectPath(points, Length)));
    }
}
