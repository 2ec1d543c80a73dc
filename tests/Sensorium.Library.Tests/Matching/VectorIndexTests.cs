using FsCheck;
using FsCheck.Fluent;

namespace Sensorium.Library.Tests;

public sealed class VectorIndexTests
{
    private static readonly int[] Kernels = [.. new[] { 512, 256, 0 }.Where(kernel => kernel <= CodeScan.WidestKernel)];

    [Fact]
    public void Search_AnyRows_EqualsAScanOfAllValues()
    {
        Gen<float> usual = Gen.Choose(-1000, 1000).Select(value => value / 1000f);
        Gen<float> value = Gen.Frequency((6, usual), (1, Gen.Constant(0f)), (1, Gen.Elements(1e-40f, 1e-6f, -3e8f, 7e5f)));
        var cases = from dimension in Gen.Choose(1, 70)
                    from count in Gen.Choose(0, 90)
                    from rows in Gen.ArrayOf(value, dimension * count)
                    from query in Gen.ArrayOf(value, dimension)
                    from wanted in Gen.Choose(1, 25)
                    select (dimension, rows, query, wanted);

        Prop.ForAll(cases.ToArbitrary(), given =>
        {
            (int dimension, float[] rows, float[] query, int wanted) = given;
            VectorIndex index = VectorIndex.Build(rows, dimension);
            Neighbour[] truth = [.. Enumerable.Range(0, index.Count)
                .Select(row => new Neighbour(row, index.LikenessOf(row, query)))
                .OrderByDescending(found => found.Likeness).ThenBy(found => found.Row).Take(wanted)];
            return Kernels.All(kernel => index.Search(query, wanted, kernel).SequenceEqual(truth));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Search_ManyUnitVectorsInCrowds_RecallIsOne(ulong seed)
    {
        const int Count = 20_000, Dimension = 64, Wanted = 20;
        float[] rows = Crowds(new Pcg32(seed), Count, Dimension);
        float[] queries = Crowds(new Pcg32(seed, 1), 10, Dimension);
        VectorIndex index = VectorIndex.Build(rows, Dimension);
        for (int q = 0; q < 10; q++)
        {
            float[] query = queries[(q * Dimension)..((q + 1) * Dimension)];
            int[] truth = [.. Enumerable.Range(0, Count).OrderByDescending(row => Naive(rows, row, query)).Take(Wanted)];

            Assert.All(Kernels, kernel => Assert.Equal(truth, index.Search(query, Wanted, kernel, cancellationToken: TestContext.Current.CancellationToken).Select(found => found.Row)));
        }
    }

    [Fact]
    public void Search_AllRowsAlike_GivesTheFirst()
    {
        VectorIndex index = VectorIndex.Build([.. Enumerable.Repeat(new[] { 0.6f, 0.8f }, 50).SelectMany(row => row)], 2);

        Assert.Equal([0, 1, 2], index.Search([0.6f, 0.8f], 3, cancellationToken: TestContext.Current.CancellationToken).Select(found => found.Row));
    }

    [Fact]
    public void Estimate_AnyRow_IsWithinTheErrorItStates()
    {
        float[] rows = Crowds(new Pcg32(7), 3000, 64);
        VectorIndex index = VectorIndex.Build(rows, 64);
        float[] likeness = new float[index.Count];
        float[] query = rows[..64];

        double error = index.Estimate(query, likeness);

        Assert.InRange(error, 0, 0.02);
        Assert.All(Enumerable.Range(0, index.Count), row => Assert.InRange(likeness[row] - Naive(rows, row, query), -error, error));
    }

    [Fact]
    public void Multiply_EveryKernel_EqualsThePlainLoop()
    {
        Pcg32 random = new(11);
        foreach (int length in new[] { 2, 6, 64, CodeScan.MostValues })
        {
            short[] query = [.. Enumerable.Range(0, length).Select(_ => (short)(random.Next(65535) - 32767))];
            sbyte[] codes = [.. Enumerable.Range(0, 5 * CodeScan.BlockRows * length).Select(_ => (sbyte)(random.Next(255) - 127))];
            int[] plain = new int[5 * CodeScan.BlockRows];
            CodeScan.Multiply(codes, query, plain, 0);
            Assert.NotEqual(0, plain[^1]);
            foreach (int kernel in Kernels)
            {
                int[] dots = new int[plain.Length];
                CodeScan.Multiply(codes, query, dots, kernel);
                Assert.Equal(plain, dots);
            }
        }
    }

    [Fact]
    public void Multiply_Extremes_DoNotOverflow()
    {
        short[] query = [.. Enumerable.Repeat(short.MaxValue, CodeScan.MostValues)];
        sbyte[] codes = [.. Enumerable.Repeat((sbyte)-127, CodeScan.BlockRows * query.Length)];
        int[] dots = new int[CodeScan.BlockRows];

        Assert.All(Kernels, kernel =>
        {
            CodeScan.Multiply(codes, query, dots, kernel);
            Assert.All(dots, dot => Assert.Equal(-127L * short.MaxValue * CodeScan.MostValues, dot));
        });
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(1e10f)]
    public void Build_AValueThatIsNone_IsRefused(float value)
    {
        Assert.Throws<ArgumentException>(() => VectorIndex.Build([0, value], 2));
        Assert.Throws<ArgumentException>(() => VectorIndex.Build([0, 1], 2).Search([value, 0], 1, cancellationToken: TestContext.Current.CancellationToken));
        Assert.Throws<ArgumentException>(() => VectorIndex.Build([0, 1, 2], 2));
    }

    [Fact]
    public void Bytes_OfSixtyFourValues_AreAsDocumented() =>
        Assert.Equal(328 * 1600, VectorIndex.Build(new float[1600 * 64], 64).Bytes);

    private static double Naive(float[] rows, int row, float[] query)
    {
        double sum = 0;
        for (int i = 0; i < query.Length; i++)
        {
            sum += (double)rows[(row * query.Length) + i] * query[i];
        }

        return sum;
    }

    private static float[] Crowds(Pcg32 random, int count, int dimension)
    {
        Pcg32 centres = new(99);
        float[][] crowds = [.. Enumerable.Range(0, 40).Select(_ => Enumerable.Range(0, dimension).Select(_ => (float)centres.NextGaussian()).ToArray())];
        float[] rows = new float[count * dimension];
        for (int row = 0; row < count; row++)
        {
            Span<float> values = rows.AsSpan(row * dimension, dimension);
            float[] crowd = crowds[random.Next(crowds.Length)];
            double norm = 0;
            for (int i = 0; i < dimension; i++)
            {
                values[i] = crowd[i] + (0.2f * (float)random.NextGaussian());
                norm += values[i] * values[i];
            }

            for (int i = 0; i < dimension; i++)
            {
                values[i] /= (float)Math.Sqrt(norm);
            }
        }

        return rows;
    }
}
