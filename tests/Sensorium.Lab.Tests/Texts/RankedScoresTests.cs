using FsCheck;
using FsCheck.Fluent;
using Sensorium.Lab.Evaluation;

namespace Sensorium.Lab.Tests;

/// <summary>The area under the curve against its definition.</summary>
public sealed class RankedScoresTests
{
    [Fact]
    public void Area_KnownScores_IsTheShareOfPairsInOrder()
    {
        // Pairs (with, without): .9 > .3, .9 > .5, .5 > .3, .5 = .5: three and a half of four.
        RankedScores ranked = new([.9, .5, .3, .5], [true, true, false, false]);

        Assert.Equal(3.5 / 4, ranked.Area(), 12);
    }

    [Fact]
    public void Area_OneClass_IsNotANumber() => Assert.True(double.IsNaN(new RankedScores([.1, .2], [true, true]).Area()));

    [Fact]
    public void Area_AnyScoresAndCounts_EqualsCountingPairs() => Prop.ForAll(
        Gen.ListOf(Gen.Choose(0, 5).Zip(Gen.Choose(0, 1)).Zip(Gen.Choose(0, 3))).ToArbitrary(),
        items =>
        {
            double[] scores = [.. items.Select(item => (double)item.Item1.Item1)];
            bool[] truth = [.. items.Select(item => item.Item1.Item2 == 1)];
            int[] times = [.. items.Select(item => item.Item2)];
            double wins = 0, pairs = 0;
            for (int i = 0; i < scores.Length; i++)
            {
                for (int j = 0; j < scores.Length; j++)
                {
                    double count = truth[i] && !truth[j] ? times[i] * times[j] : 0;
                    pairs += count;
                    wins += count * (scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? .5 : 0);
                }
            }

            double area = new RankedScores(scores, truth).Area(times);
            return pairs == 0 ? double.IsNaN(area) : Math.Abs(area - (wins / pairs)) < 1e-9;
        }).QuickCheckThrowOnFailure();
}
