namespace Sensorium.Imaging.Tests;

public sealed class KMeansTests
{
    [Theory]
    [InlineData(1, 3)]
    [InlineData(15, 4)]
    [InlineData(16, 5)]
    [InlineData(1003, 8)]
    [InlineData(257, 32)]
    public void Assign_AnyPoints_EqualsScalarAndBruteForce(int points, int clusters)
    {
        ColourPlanes planes = ColourPlanes.From(Pictures.Noise(points, 1, 3), ColourSpace.CieLab, cancellationToken: TestContext.Current.CancellationToken);
        ColourPlanes drawn = ColourPlanes.From(Pictures.Noise(clusters, 1, 4), ColourSpace.CieLab, cancellationToken: TestContext.Current.CancellationToken);
        float[] centres = new float[clusters * 3];
        for (int c = 0; c < clusters; c++)
        {
            centres[c * 3] = drawn.First[c];
            centres[(c * 3) + 1] = drawn.Second[c];
            centres[(c * 3) + 2] = drawn.Third[c];
        }

        float[] prepared = new float[clusters * NearestCentre.Stride];
        NearestCentre.Prepare(centres, prepared);
        byte[] vector = new byte[points];
        byte[] scalar = new byte[points];
        NearestCentre.Assign(planes.First, planes.Second, planes.Third, prepared, vector);
        NearestCentre.AssignScalar(planes.First, planes.Second, planes.Third, prepared, scalar);
        Assert.Equal(scalar, vector);
        for (int i = 0; i < points; i++)
        {
            double own = Distance(planes, i, centres, scalar[i]);
            for (int c = 0; c < clusters; c++)
            {
                Assert.True(own <= Distance(planes, i, centres, c) + 0.01);
            }
        }
    }

    [Fact]
    public void Accumulate_AnyPoints_AddsUpEachCluster()
    {
        float[] x = [1, 2, 3, 4, 5];
        float[] y = [10, 20, 30, 40, 50];
        float[] z = [-1, -2, -3, -4, -5];
        double[] sums = new double[2 * NearestCentre.SumStride];
        NearestCentre.Accumulate(x, y, z, new byte[] { 0, 1, 1, 0, 1 }, sums);
        Assert.Equal([5, 50, -5, 2, 10, 100, -10, 3], sums);
    }

    [Fact]
    public void Run_TwoColours_FindsThemExactly()
    {
        var picture = new Picture(20, 10);
        Pictures.Fill(picture, new Rgb(200, 30, 40), (x, _) => x < 5);
        ColourPlanes planes = ColourPlanes.From(picture, ColourSpace.OkLab, cancellationToken: TestContext.Current.CancellationToken);
        KMeansResult result = KMeans.Run(planes, new KMeansOptions { ClusterCount = 8 }, TestContext.Current.CancellationToken);
        Assert.Equal(2, result.ClusterCount);
        Assert.Equal([150, 50], result.Counts.ToArray());
        Assert.Equal(0, result.Inertia, 1e-9);
        Assert.Equal(1, result.Labels[0]);
        Assert.Equal(0, result.Labels[19]);
    }

    [Fact]
    public void Run_OneCluster_IsMeanAndVariance()
    {
        ColourPlanes planes = ColourPlanes.From(Pictures.Noise(50, 40, 8), ColourSpace.CieLab, cancellationToken: TestContext.Current.CancellationToken);
        KMeansResult result = KMeans.Run(planes, new KMeansOptions { ClusterCount = 1 }, TestContext.Current.CancellationToken);
        double mean = planes.First.ToArray().Average(v => (double)v);
        double spread = Spread(planes.First) + Spread(planes.Second) + Spread(planes.Third);
        Assert.Equal(mean, result.Centres[0], 1e-4);
        Assert.Equal(spread, result.Inertia, spread * 1e-5);

        static double Spread(ReadOnlySpan<float> values)
        {
            double average = values.ToArray().Average(v => (double)v);
            return values.ToArray().Sum(v => (v - average) * (v - average));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Run_Converged_IsNoWorseThanNaiveLloydFromItsCentres(int seed)
    {
        ColourPlanes planes = ColourPlanes.From(Pictures.Shapes(96, 64, 12, 30, (ulong)seed), ColourSpace.CieLab, cancellationToken: TestContext.Current.CancellationToken);
        var options = new KMeansOptions { ClusterCount = 6, MostIterations = 200, Tolerance = 0, Seed = (ulong)seed };
        KMeansResult result = KMeans.Run(planes, options, TestContext.Current.CancellationToken);
        (float[] centres, double inertia) = NaiveLloyd(planes, result.Centres.ToArray(), 100);
        Assert.Equal(inertia, result.Inertia, inertia * 1e-3);
        for (int i = 0; i < centres.Length; i++)
        {
            Assert.Equal(centres[i], result.Centres[i], 0.2);
        }
    }

    [Fact]
    public void Run_SeveralStarts_BeatsTheUsualSingleStart()
    {
        ColourPlanes planes = ColourPlanes.From(Pictures.Shapes(64, 48, 14, 20, 9), ColourSpace.CieLab, cancellationToken: TestContext.Current.CancellationToken);
        KMeansResult result = KMeans.Run(planes, new KMeansOptions { Tolerance = 0.05f }, TestContext.Current.CancellationToken);
        var random = new Pcg32(77);
        double[] single = [.. Enumerable.Range(0, 9).Select(_ => NaiveLloyd(planes, RandomCentres(planes, 8, random), 40).Inertia).Order()];
        Assert.True(result.Inertia <= single[4] * 1.001, $"{result.Inertia} against a median of {single[4]}");
    }

    [Fact]
    public void Run_AnyNumberOfThreads_GivesTheSameBytes()
    {
        ColourPlanes planes = ColourPlanes.From(Pictures.Shapes(300, 200, 10, 25, 4), ColourSpace.OkLab, cancellationToken: TestContext.Current.CancellationToken);
        KMeansResult one = KMeans.Run(planes, new KMeansOptions { Threads = 1 }, TestContext.Current.CancellationToken);
        foreach (int threads in new[] { 2, 3, 0 })
        {
            KMeansResult other = KMeans.Run(planes, new KMeansOptions { Threads = threads }, TestContext.Current.CancellationToken);
            Assert.Equal(one.Labels, other.Labels);
            Assert.Equal(one.Centres, other.Centres);
            Assert.Equal(one.Inertia, other.Inertia);
        }
    }

    [Fact]
    public void Run_OtherSeed_MayDifferButStaysNear()
    {
        ColourPlanes planes = ColourPlanes.From(Pictures.Shapes(200, 150, 10, 25, 4), ColourSpace.OkLab, cancellationToken: TestContext.Current.CancellationToken);
        double[] inertia = [.. Enumerable.Range(1, 6).Select(seed => KMeans.Run(planes, new KMeansOptions { Seed = (ulong)seed }).Inertia)];
        Assert.True(inertia.Max() < inertia.Min() * 1.15, string.Join(' ', inertia));
    }

    [Fact]
    public void Run_Cancelled_Throws()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => KMeans.Run(new ColourPlanes(64, 64, ColourSpace.OkLab), new KMeansOptions(), source.Token));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(257)]
    public void Run_ImpossibleCount_Throws(int clusters) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => KMeans.Run(new ColourPlanes(4, 4, ColourSpace.OkLab), new KMeansOptions { ClusterCount = clusters }, TestContext.Current.CancellationToken));

    private static float[] RandomCentres(ColourPlanes planes, int clusters, Pcg32 random)
    {
        float[] centres = new float[clusters * 3];
        for (int c = 0; c < clusters; c++)
        {
            int i = random.Next(planes.First.Length);
            centres[c * 3] = planes.First[i];
            centres[(c * 3) + 1] = planes.Second[i];
            centres[(c * 3) + 2] = planes.Third[i];
        }

        return centres;
    }

    private static double Distance(ColourPlanes planes, int i, float[] centres, int c)
    {
        double x = (double)planes.First[i] - centres[c * 3];
        double y = (double)planes.Second[i] - centres[(c * 3) + 1];
        double z = (double)planes.Third[i] - centres[(c * 3) + 2];
        return (x * x) + (y * y) + (z * z);
    }

    private static (float[] Centres, double Inertia) NaiveLloyd(ColourPlanes planes, float[] start, int iterations)
    {
        float[] centres = [.. start];
        int clusters = centres.Length / 3;
        double inertia = 0;
        for (int iteration = 0; iteration < iterations; iteration++)
        {
            double[] sums = new double[clusters * 4];
            inertia = 0;
            for (int i = 0; i < planes.First.Length; i++)
            {
                int nearest = Enumerable.Range(0, clusters).MinBy(c => Distance(planes, i, centres, c));
                inertia += Distance(planes, i, centres, nearest);
                sums[nearest * 4] += planes.First[i];
                sums[(nearest * 4) + 1] += planes.Second[i];
                sums[(nearest * 4) + 2] += planes.Third[i];
                sums[(nearest * 4) + 3]++;
            }

            float[] before = [.. centres];
            for (int c = 0; c < clusters; c++)
            {
                for (int axis = 0; axis < 3 && sums[(c * 4) + 3] > 0; axis++)
                {
                    centres[(c * 3) + axis] = (float)(sums[(c * 4) + axis] / sums[(c * 4) + 3]);
                }
            }

            if (before.AsSpan().SequenceEqual(centres))
            {
                break;
            }
        }

        return (centres, inertia);
    }
}
