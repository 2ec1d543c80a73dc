namespace Sensorium.Perception.Tests;

/// <summary>The network over the order of words, with random numbers, against sums written out.</summary>
public sealed class PhraseNetTests
{
    private const int Known = 5;
    private const int Outputs = 2;
    private static readonly float[] Vectors = Numbers((Known + 2) * PhraseNet.Dims, 1);
    private static readonly float[] Two = Numbers(2 * PhraseNet.Dims * PhraseNet.Wide, 2);
    private static readonly float[] Three = Numbers(3 * PhraseNet.Dims * PhraseNet.Wide, 3);
    private static readonly float[] Offsets = Numbers(PhraseNet.Answers, 4);
    private static readonly float[] Head = Numbers(Outputs * PhraseNet.Answers, 5);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(9)]
    public void Add_AnyNumberOfTokens_EqualsTheSumWrittenOut(int tokens)
    {
        (FeatureList features, int[] found, double[][] vectors) = Passage(tokens);
        float[] scores = [1, -2];

        new PhraseNet(Vectors, Two, Three, Offsets, Head).Add(features, found, tokens, new PhraseWork(), scores);

        double[] answers = Enumerable.Range(0, PhraseNet.Answers).Select(filter => Answer(vectors, filter)).ToArray();
        for (int k = 0; k < Outputs; k++)
        {
            double expected = (k == 0 ? 1 : -2) + answers.Select((answer, filter) => answer * Head[(k * PhraseNet.Answers) + filter]).Sum();
            Assert.Equal(expected, scores[k], 3);
        }
    }

    [Fact]
    public void Trace_AllTokens_SumUpToWhatTheNetSaysBeyondItsOffsets()
    {
        (FeatureList features, int[] found, double[][] vectors) = Passage(7);
        PhraseNet net = new(Vectors, Two, Three, Offsets, Head);
        PhraseWork work = new();
        float[] scores = new float[Outputs], effects = new float[7];
        net.Add(features, found, 7, work, scores);

        net.Trace(work, [0, 1], effects);

        double offsets = Enumerable.Range(0, PhraseNet.Answers)
            .Where(filter => Answer(vectors, filter) > 0).Sum(filter => (double)Offsets[filter] * Head[PhraseNet.Answers + filter]);
        Assert.Equal(scores[1] - offsets, effects.Sum(effect => (double)effect), 3);
        Assert.True(effects.Distinct().Count() > 3, "Tokens do different things.");
    }

    [Fact]
    public void Add_LongThenShortPassage_ForgetsTheLongOne()
    {
        PhraseNet net = new(Vectors, Two, Three, Offsets, Head);
        PhraseWork used = new();
        (FeatureList longer, int[] longFound, _) = Passage(12);
        (FeatureList shorter, int[] shortFound, _) = Passage(3);
        float[] fresh = new float[Outputs], again = new float[Outputs];
        net.Add(shorter, shortFound, 3, new PhraseWork(), fresh);

        net.Add(longer, longFound, 12, used, new float[Outputs]);
        net.Add(shorter, shortFound, 3, used, again);

        Assert.Equal(fresh, again);
    }

    /// <summary>Tokens with a vector of their own or none, with up to three runs of letters, every third turned around and every fourth with a capital.</summary>
    private static (FeatureList Features, int[] Found, double[][] Vectors) Passage(int tokens)
    {
        FeatureList features = new();
        List<int> found = [];
        double[][] vectors = [.. Enumerable.Range(0, tokens).Select(_ => new double[PhraseNet.Dims])];
        Feature(FeatureKind.Style, FeatureList.Whole, 0);
        for (int token = 0; token < tokens; token++)
        {
            Add(FeatureKind.Token, token, token % (Known + 2), 1);
            Feature(FeatureKind.Pair, token, 2);
            if (token % 3 == 2)
            {
                Feature(FeatureKind.Negated, token, -1);
                Include(token, Known, 1);
            }

            if (token % 4 == 0)
            {
                Feature(FeatureKind.Cased, token, Known + 40);
                Include(token, Known + 1, 1);
            }

            int letters = token % 4;
            for (int i = 0; i < letters; i++)
            {
                Add(FeatureKind.Letters, token, (token + i) % Known, 1 / Math.Sqrt(letters));
            }

            Feature(FeatureKind.Letters, token, -1);
        }

        return (features, [.. found], vectors);

        void Feature(FeatureKind kind, int owner, int row)
        {
            features.Add(kind, 0, owner);
            found.Add(row);
        }

        void Add(FeatureKind kind, int token, int row, double weight)
        {
            Feature(kind, token, row);
            if (row < Known)
            {
                Include(token, row, weight);
            }
        }

        void Include(int token, int row, double weight)
        {
            for (int dim = 0; dim < PhraseNet.Dims; dim++)
            {
                vectors[token][dim] += weight * Vectors[(row * PhraseNet.Dims) + dim];
            }
        }
    }

    private static double Answer(double[][] vectors, int filter)
    {
        (float[] filters, int width, int at) = filter < PhraseNet.Wide ? (Two, 2, filter) : (Three, 3, filter - PhraseNet.Wide);
        double most = 0;
        for (int start = 1 - width; start < vectors.Length; start++)
        {
            double sum = 0;
            for (int slot = 0; slot < width; slot++)
            {
                for (int dim = 0; dim < PhraseNet.Dims && start + slot >= 0 && start + slot < vectors.Length; dim++)
                {
                    sum += vectors[start + slot][dim] * filters[(((slot * PhraseNet.Dims) + dim) * PhraseNet.Wide) + at];
                }
            }

            most = Math.Max(most, sum);
        }

        return Math.Max(0, most + Offsets[filter]);
    }

    private static float[] Numbers(int count, int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (float)((random.NextDouble() - 0.5) / 4))];
    }
}
