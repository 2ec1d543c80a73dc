using Sensorium.Imaging;

namespace Sensorium.Lab.Listening.Tests;

public sealed class DeficiencyTestTests
{
    [Fact]
    public void Run_DistancesThatGrowWithWhatIsLost_RankTheConfusedPairsHigh()
    {
        IReadOnlyList<OkLab> colours = ColourLattice.Colours;
        double[,] lost = new double[colours.Count, colours.Count];
        double[,] seen = new double[colours.Count, colours.Count];
        DeficiencyTest.AddDistances([.. colours.Select(colour => new[] { Expression.VoiceFactory.LostPart(colour, ColourVision.Deutan) })], 1, lost);
        DeficiencyTest.AddDistances([.. colours.Select(colour => new[] { (double)colour.L })], 1, seen);

        DeficiencyResult result = DeficiencyTest.Run(ColourVision.Deutan, colours, lost, seen);

        Assert.True(result.Confused.Count >= 20);
        Assert.All(result.Confused, pair =>
        {
            Assert.True(pair.TrueDifference > 20 && pair.SeenDifference < 5);
            Assert.InRange(pair.Rank, 0, 1);
        });
        Assert.Equal(result.Confused.Count, result.AboveMedian);
        Assert.True(result.NormalAboveMedian < result.Confused.Count / 4);
        Assert.Equal(colours.Count * (colours.Count - 1) / 2, result.Pairs);
        Assert.Equal(result.Confused.OrderBy(pair => pair.Rank), result.Confused);
    }
}
