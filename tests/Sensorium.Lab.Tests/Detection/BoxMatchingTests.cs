using Sensorium.Perception;

namespace Sensorium.Lab.Detection.Tests;

public sealed class BoxMatchingTests
{
    private static DetectedFace Found(double x, double confidence, double width = 10) => new() { Box = new FaceBox(x, 0, width, 10), Confidence = confidence };

    [Fact]
    public void Match_TwoFindingsOfOneFace_TheSurerIsRight()
    {
        (IReadOnlyList<JudgedBox> found, double[] foundAt) = BoxMatching.Match([Found(1, .5), Found(0, .9)], [new FaceBox(0, 0, 10, 10)], []);

        Assert.Equal([(.9, true), (.5, false)], found.Select(box => (box.Confidence, box.IsRight)));
        Assert.Equal([.9], foundAt);
    }

    [Fact]
    public void Match_FindingBetweenTwoFaces_TakesTheOneItOverlapsMost()
    {
        (_, double[] foundAt) = BoxMatching.Match([Found(3, .9)], [new FaceBox(0, 0, 10, 10), new FaceBox(4, 0, 10, 10)], []);

        Assert.Equal([double.NaN, .9], foundAt);
    }

    /// <summary>Ten wide and shifted by s: the overlap is (10 - s) / (10 + s), .4 at s = 30/7.</summary>
    [Theory]
    [InlineData(4.28, true)]
    [InlineData(4.29, false)]
    public void Match_OverlapAroundTheBound_Decides(double shift, bool isRight) =>
        Assert.Equal(isRight, Assert.Single(BoxMatching.Match([Found(shift, .9)], [new FaceBox(0, 0, 10, 10)], []).Found).IsRight);

    [Fact]
    public void Match_IgnoredBox_CountsForNothing()
    {
        (IReadOnlyList<JudgedBox> found, double[] foundAt) = BoxMatching.Match([Found(0, .9), Found(50, .8)], [], [new FaceBox(0, 0, 10, 10)]);

        Assert.Equal([(.8, false)], found.Select(box => (box.Confidence, box.IsRight)));
        Assert.Empty(foundAt);
    }
}
