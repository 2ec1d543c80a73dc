using FsCheck;
using FsCheck.Fluent;

namespace Sensorium.Core.Tests;

public sealed class Pcg32Tests
{
    /// <summary>The first numbers that the reference program prints for seed 42 and stream 54 (O'Neill, pcg-c-basic, pcg32-demo).</summary>
    private static readonly uint[] Reference = [0xa15c02b7, 0x7b47f409, 0xba1d3330, 0x83d2f293, 0xbfa4784b, 0xcbed606e];

    [Fact]
    public void NextUInt32_ReferenceSeed_GivesThePublishedSequence()
    {
        Pcg32 random = new(42, 54);

        uint[] numbers = [.. Reference.Select(_ => random.NextUInt32())];

        Assert.Equal(Reference, numbers);
    }

    [Fact]
    public void NextUInt32_OtherStream_GivesOtherNumbers()
    {
        Pcg32 first = new(42, 54);
        Pcg32 second = new(42, 55);

        Assert.NotEqual(
            Enumerable.Range(0, 8).Select(_ => first.NextUInt32()).ToArray(),
            Enumerable.Range(0, 8).Select(_ => second.NextUInt32()).ToArray());
    }

    [Fact]
    public void Next_AnySeedAndMaximum_StaysBelowTheMaximum() => Prop.ForAll<ulong, PositiveInt>((seed, most) =>
    {
        Pcg32 random = new(seed);
        return Enumerable.Range(0, 20).All(_ => random.Next(most.Get) is int number && number >= 0 && number < most.Get);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Next_SmallMaximum_IsUniform()
    {
        const int Faces = 6;
        const int Throws = 60_000;
        Pcg32 random = new(7);
        int[] counts = new int[Faces];
        for (int i = 0; i < Throws; i++)
        {
            counts[random.Next(Faces)]++;
        }

        // Chi-squared with 5 degrees of freedom: 20.5 is passed once in a thousand seeds, and this seed is fixed.
        double expected = Throws / (double)Faces;
        Assert.InRange(counts.Sum(count => (count - expected) * (count - expected) / expected), 0, 20.5);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Next_MaximumUnderOne_Throws(int most) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Pcg32(1).Next(most));

    [Fact]
    public void NextDouble_ReferenceSeed_IsTheNumberOverTwoToThe32()
    {
        Pcg32 random = new(42, 54);

        Assert.All(Reference, number => Assert.Equal(number / 4294967296.0, random.NextDouble()));
    }

    [Fact]
    public void NextGaussian_ManyNumbers_HaveMeanZeroAndVarianceOne()
    {
        const int Count = 40_000;
        Pcg32 random = new(3);
        double[] numbers = [.. Enumerable.Range(0, Count).Select(_ => random.NextGaussian())];

        // Four standard errors of each estimate.
        Assert.InRange(numbers.Average(), -4 / Math.Sqrt(Count), 4 / Math.Sqrt(Count));
        Assert.InRange(numbers.Average(number => number * number), 1 - (4 * Math.Sqrt(2.0 / Count)), 1 + (4 * Math.Sqrt(2.0 / Count)));
        Assert.InRange(numbers.Count(number => Math.Abs(number) < 1) / (double)Count, 0.6827 - 0.01, 0.6827 + 0.01);
    }
}
