using Sensorium.Imaging;

namespace Sensorium.Perception.Tests;

/// <summary>The blocks of numbers that the scene model compares pictures by.</summary>
public sealed class SceneMeasurementTests
{
    [Fact]
    public void Layout_OneColour_HasItsMeansAndNoSpread()
    {
        Rgb rgb = new(200, 80, 40);
        CieLab colour = ColourConversion.ToCieLab(rgb);

        float[] layout = ColourLayout.Measure(SceneColours.Of(Pictures.Flat(rgb.R, rgb.G, rgb.B, 40, 24)));

        float[] channels = [colour.L, colour.A, colour.B, colour.Chroma];
        for (int channel = 0; channel < channels.Length; channel++)
        {
            for (int cell = 0; cell < 8; cell++)
            {
                Assert.Equal(channels[channel], layout[ColourLayout.MeanAt(channel, cell)], 1e-3f);
                Assert.Equal(0, layout[ColourLayout.MeanAt(channel, cell) + 8], 0.05f);
            }

            Assert.Equal(0, layout[ColourLayout.MeanAt(channel, 0) + 16], 1e-3f);
        }
    }

    [Fact]
    public void Layout_BlackLeftOfWhite_AveragesTheHalvesAndTellsTheyAreUnlike()
    {
        float[] lightness = [.. Enumerable.Range(0, 32 * 16).Select(i => i % 32 < 16 ? 0 : 100)];
        float[] none = new float[lightness.Length];

        float[] layout = ColourLayout.Measure(lightness, none, none, none, 32);

        Assert.All(Enumerable.Range(0, 8), cell => Assert.Equal(50, layout[ColourLayout.MeanAt(0, cell)], 1e-4f));
        Assert.Equal(100, layout[ColourLayout.MeanAt(0, 0) + 16], 1e-4f);
    }

    [Fact]
    public void Colours_ThreeBands_AreSharesOfTheirThirds()
    {
        CieLab grey = new(50, 0, 0), blue = new(80, -10, -40), green = new(20, -15, 12);
        CieLab[] colours = [.. Enumerable.Range(0, 30 * 30).Select(i => (i / 30) switch { < 10 => blue, < 20 => grey, _ => green })];

        float[] shares = ColourShares.Measure(
            [.. colours.Select(colour => colour.L)], [.. colours.Select(colour => colour.A)], [.. colours.Select(colour => colour.B)], [.. colours.Select(colour => colour.Chroma)], 30);

        Assert.Equal(3, shares.Count(share => share == 1));
        Assert.Equal(ColourShares.Length - 3, shares.Count(share => share == 0));
        Assert.Equal(1, shares[(1 * 3 * 17) + (1 * 17)]);
    }

    [Fact]
    public void Colours_EveryHue_FallsIntoItsEighth()
    {
        for (int degrees = 2; degrees < 360; degrees += 6)
        {
            float a = 20 * MathF.Cos(degrees * MathF.Tau / 360), b = 20 * MathF.Sin(degrees * MathF.Tau / 360);

            float[] shares = ColourShares.Measure([50], [a], [b], [20], 1);

            // One row alone is the middle one of three layers; middle lightness, weak chroma.
            Assert.Equal(1, shares[(((1 * 3) + 1) * 17) + 1 + (degrees / 45)]);
        }
    }

    [Fact]
    public void Grid_AnyLength_HasTheSameCellsFromBothSides()
    {
        foreach (int grid in (int[])[3, 4, 6, 8])
        {
            for (int length = 1; length < 200; length++)
            {
                int[] cells = [.. Enumerable.Range(0, length).Select(at => SceneGrid.CellOf(at, length, grid))];
                Assert.All(Enumerable.Range(0, grid + 1), cell => Assert.Equal(cells.Count(c => c < cell), SceneGrid.FirstOf(cell, length, grid)));
            }
        }
    }

    [Fact]
    public void Texture_LevelSurface_IsOnePattern()
    {
        float[] codes = TextureCodes.Measure(Greys((_, _) => 128));

        Assert.Equal(3, codes.Count(share => share == 1));
        Assert.Equal(3, codes.Count(share => share > 0));
    }

    [Fact]
    public void Texture_OneBrightPixel_HasTheSharesOfItsNeighbourhood()
    {
        // Of the 36 inner pixels of 8 x 8 only the bright one and its eight neighbours differ from the level pattern (all neighbours at
        // least as light): around the peak every neighbour is darker; beside it all are at least as light.
        ScenePlane plane = Plane(8, 8, (x, y) => x == 4 && y == 4 ? 200 : 50);

        float[] codes = TextureCodes.Measure([plane, plane, plane]);

        float[] squares = [.. codes.Take(35).Select(share => share * share).Where(share => share > 0).Order()];
        Assert.Equal([1 / 36f, 35 / 36f], squares, (a, b) => Math.Abs(a - b) < 1e-5f);
    }

    [Fact]
    public void Texture_MirroredPicture_IsTheSame()
    {
        Picture picture = Pictures.Random(11, 160, 96);

        float[] straight = TextureCodes.Measure(ScenePyramid.Of(picture, TestContext.Current.CancellationToken).Greys);
        float[] mirrored = TextureCodes.Measure(ScenePyramid.Of(Pictures.Mirror(picture), TestContext.Current.CancellationToken).Greys);

        Assert.All(straight.Zip(mirrored), pair => Assert.Equal(pair.First, pair.Second, 2e-3f));
    }

    [Fact]
    public void Texture_EightPixelsAtATime_AreTheSameAsOne()
    {
        float[][] rows = [.. Enumerable.Range(0, 3).Select(i => Steps(7 + i, 45))];
        int[] codes = new int[43];

        TextureCodes.Encode(rows[0], rows[1], rows[2], codes);

        Assert.All(Enumerable.Range(0, codes.Length), x => Assert.Equal(TextureCodes.CodeOf(rows[0].AsSpan(x, 3), rows[1].AsSpan(x, 3), rows[2].AsSpan(x, 3)), codes[x]));
    }

    [Fact]
    public void Shapes_EightGradientsAtATime_AreTheSameAsOne()
    {
        float[][] rows = [.. Enumerable.Range(0, 3).Select(i => Steps(8 + i, 45))];
        float[] slopes = new float[43], turns = new float[43], slope = new float[1], turn = new float[1];

        ShapeDescriptors.Gradients(rows[0], rows[1], rows[2], slopes, turns);

        for (int x = 0; x < slopes.Length; x++)
        {
            ShapeDescriptors.Gradients(rows[0].AsSpan(x, 3), rows[1].AsSpan(x, 3), rows[2].AsSpan(x, 3), slope, turn);
            Assert.Equal(slope[0], slopes[x]);
            Assert.Equal(turn[0], turns[x]);
        }
    }

    [Fact]
    public void Shapes_UprightEdge_PointsOneWay()
    {
        ScenePlane plane = Plane(16, 16, (x, _) => x < 8 ? 0 : 200);

        ShapeDescriptors shapes = ShapeDescriptors.Of([plane]);

        // Lighter to the right is direction 0; the edge lies in the second and third column of cells.
        Assert.Equal(1, shapes.Count);
        float[] descriptor = shapes.DescriptorAt(0);
        for (int i = 0; i < ShapeDescriptors.Length; i++)
        {
            bool isEdge = i % 8 == 0 && i / 8 % 4 is 1 or 2;
            Assert.Equal(isEdge && i % 8 == 0, descriptor[i] > 0.1f);
        }

        Assert.Equal((0f, .5f), shapes.PlaceOf(0));
    }

    [Fact]
    public void Shapes_TooSmallAPicture_HaveNoDescriptorAndAnEmptyCode()
    {
        ShapeDescriptors shapes = ShapeDescriptors.Of([Plane(15, 200, (x, y) => x * y % 251)]);

        Assert.Equal(0, shapes.Count);
        Assert.All(Codebook(1).Encode(shapes), value => Assert.Equal(0, value));
    }

    [Fact]
    public void Encode_AnyPicture_EqualsTheFormulaWrittenOut()
    {
        ShapeCodebook codebook = Codebook(2);
        ShapeDescriptors shapes = ShapeDescriptors.Of(ScenePyramid.Of(Pictures.Random(4, 96, 64), TestContext.Current.CancellationToken).Greys);

        float[] fast = codebook.Encode(shapes);
        double[] plain = Plain(codebook, shapes);

        Assert.Equal(1, fast.Sum(value => (double)value * value), 1e-4);
        Assert.All(fast.Zip(plain), pair => Assert.Equal(pair.Second, pair.First, 2e-3));
    }

    [Fact]
    public void Faces_NoneOrNotLookedFor_AreZeros()
    {
        FaceReading none = new() { Faces = [], Group = null, Found = 0 };

        Assert.All(FaceMeasures.Measure(null, 10, 10), value => Assert.Equal(0, value));
        Assert.All(FaceMeasures.Measure(none, 10, 10), value => Assert.Equal(0, value));
    }

    [Fact]
    public void Faces_TwoOfDifferentSize_WeighByArea()
    {
        FaceReading reading = new FacePerceiver(
            new FakeFaces(
                new DetectedFace { Box = new(0, 0, 50, 60), Confidence = 0.7 },
                new DetectedFace { Box = new(80, 0, 20, 50), Confidence = 0.9 }),
            new TwoExpressions()).Read(Pictures.Flat(9, 9, 9, 100, 100), null, TestContext.Current.CancellationToken);

        float[] measures = FaceMeasures.Measure(reading, 100, 100);

        Assert.Equal(1, measures[0]);
        Assert.Equal(Math.Log(3), measures[1], 1e-5);
        Assert.Equal(Math.Sqrt(0.3), measures[2], 1e-5);
        Assert.Equal(Math.Sqrt(0.4), measures[3], 1e-5);
        Assert.Equal(0.9, measures[4], 1e-5);

        // A flat face is fully doubted, which raises the temperature of its shares.
        double heat = 1 + FaceClarity.MostHeat;
        double most = Math.Pow(0.82, 1 / heat), rest = Math.Pow(0.18 / 7, 1 / heat), sum = most + (7 * rest);
        Assert.Equal(((0.75 * most) + (0.25 * rest)) / sum, measures[5 + (int)Emotion.Joy], 1e-5);
        Assert.Equal(((0.25 * most) + (0.75 * rest)) / sum, measures[5 + (int)Emotion.Fear], 1e-5);
        Assert.Equal(measures[5] * Math.Sqrt(0.3), measures[13], 1e-5);
    }

    private static float[] Steps(int seed, int count)
    {
        Pcg32 random = new((ulong)seed);
        return [.. Enumerable.Range(0, count).Select(_ => (float)(random.NextUInt32() % 6))];
    }

    private static ScenePlane[] Greys(Func<int, int, float> value) => [Plane(40, 32, value), Plane(20, 16, value), Plane(10, 8, value)];

    private static ScenePlane Plane(int width, int height, Func<int, int, float> value) =>
        new(width, height, [.. Enumerable.Range(0, width * height).Select(i => value(i % width, i / width))]);

    private static ShapeCodebook Codebook(ulong seed)
    {
        Pcg32 random = new(seed);
        float[] shares = [.. Enumerable.Range(0, ShapeCodebook.Words).Select(_ => 0.5f + (float)random.NextDouble())];
        return new ShapeCodebook(
            Draw(ShapeDescriptors.Length, () => random.NextDouble() * 0.1),
            Draw(ShapeCodebook.Reduced * ShapeDescriptors.Length, random.NextGaussian),
            [.. shares.Select(share => share / shares.Sum())],
            Draw(ShapeCodebook.Words * ShapeCodebook.Dimensions, random.NextGaussian),
            Draw(ShapeCodebook.Words * ShapeCodebook.Dimensions, () => 0.5 + random.NextDouble()));
    }

    private static float[] Draw(int count, Func<double> draw) => [.. Enumerable.Range(0, count).Select(_ => (float)draw())];

    // In double, densities and sums as in the paper, without any rearrangement.
    private static double[] Plain(ShapeCodebook codebook, ShapeDescriptors shapes)
    {
        const int D = ShapeCodebook.Dimensions, K = ShapeCodebook.Words;
        double[] vector = new double[ShapeCodebook.VectorLength];
        float[] x = new float[D];
        for (int n = 0; n < shapes.Count; n++)
        {
            ShapeCodebook.Reduce(shapes.DescriptorAt(n), shapes.PlaceOf(n), codebook.Mean, codebook.Projection, x);
            double[] logs = new double[K];
            for (int k = 0; k < K; k++)
            {
                logs[k] = Math.Log(codebook.Share[k]);
                for (int d = 0; d < D; d++)
                {
                    double rest = x[d] - codebook.Centre[(k * D) + d], v = codebook.Variance[(k * D) + d];
                    logs[k] -= 0.5 * ((rest * rest / v) + Math.Log(v));
                }
            }

            double most = logs.Max(), sum = logs.Sum(log => Math.Exp(log - most));
            for (int k = 0; k < K; k++)
            {
                double q = Math.Exp(logs[k] - most) / sum / shapes.Count, root = Math.Sqrt(codebook.Share[k]);
                for (int d = 0; d < D; d++)
                {
                    double z = (x[d] - codebook.Centre[(k * D) + d]) / Math.Sqrt(codebook.Variance[(k * D) + d]);
                    vector[(k * D) + d] += q * z / root;
                    vector[(K * D) + (k * D) + d] += q * ((z * z) - 1) / (root * Math.Sqrt(2));
                }

                vector[(2 * K * D) + k] += q - (codebook.Share[k] / shapes.Count);
            }
        }

        double[] signed = [.. vector.Select(value => Math.Sign(value) * Math.Sqrt(Math.Abs(value)))];
        double norm = Math.Sqrt(signed.Sum(value => value * value));
        return [.. signed.Select(value => value / norm)];
    }

    private sealed class TwoExpressions : IFaceExpressionModel
    {
        public string Model => "fake@1";

        public IReadOnlyList<EmotionScores> Perceive(IReadOnlyList<GreyTile> tiles, CancellationToken cancellationToken = default) =>
            [FakeExpressions.Scores(Emotion.Joy), FakeExpressions.Scores(Emotion.Fear)];
    }
}
