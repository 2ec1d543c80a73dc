using Sensorium.Lab.Evaluation;

namespace Sensorium.Lab.Voices;

/// <summary>How well emotions were told under one condition.</summary>
public sealed record VoiceScores
{
    /// <summary>Short name, e.g. <c>seven</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What was measured.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>Clips that were judged.</summary>
    public required int Clips { get; init; }

    /// <summary>Unweighted average recall, mean of the folds, 0..1.</summary>
    public required double Recall { get; init; }

    /// <summary>Its standard deviation between folds.</summary>
    public required double RecallSd { get; init; }

    /// <summary>Unweighted average recall of all clips together.</summary>
    public required double PooledRecall { get; init; }

    /// <summary>Mean of the classes' F1, of all clips together.</summary>
    public required double MacroF1 { get; init; }

    /// <summary>Share of clips that were named rightly.</summary>
    public required double Accuracy { get; init; }

    /// <summary>Expected calibration error of all clips together over 15 bins of equal width, 0..1.</summary>
    public required double CalibrationError { get; init; }

    /// <summary>The calibration error that a model with true probabilities would show on so few clips, expected: it is not 0, since a share of few clips scatters.</summary>
    public required double CalibrationNoise { get; init; }

    /// <summary>What was taken for what; where clips are judged several times, every time counts.</summary>
    public required ConfusionMatrix Confusion { get; init; }

    /// <summary>How often it was right against how sure it was.</summary>
    public required IReadOnlyList<ReliabilityBin> Reliability { get; init; }

    /// <summary>Unweighted average recall of always naming the commonest class.</summary>
    public double Baseline => 1.0 / Confusion.Classes;

    /// <summary>Counts answers.</summary>
    /// <param name="id">Short name.</param>
    /// <param name="title">What was measured.</param>
    /// <param name="classes">8, 7 or 4.</param>
    /// <param name="answers">The true label among the eight, the fold and eight shares of each clip.</param>
    /// <param name="draws">How many answers there are for each clip.</param>
    /// <returns>The figures; NaN without clips.</returns>
    public static VoiceScores Of(string id, LocalizedText title, int classes, IReadOnlyList<(int Label, int Fold, double[] Shares)> answers, int draws = 1)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ConfusionMatrix all = new(classes);
        double[] confidence = new double[answers.Count];
        bool[] right = new bool[answers.Count];
        Dictionary<int, ConfusionMatrix> folds = [];
        for (int i = 0; i < answers.Count; i++)
        {
            double[] shares = VoiceClasses.Shares(answers[i].Shares, classes);
            int truth = VoiceClasses.Of(answers[i].Label, classes), named = Array.IndexOf(shares, shares.Max());
            all.Add(truth, named);
            ConfusionMatrix fold = folds.TryGetValue(answers[i].Fold, out ConfusionMatrix? found) ? found : folds[answers[i].Fold] = new ConfusionMatrix(classes);
            fold.Add(truth, named);
            (confidence[i], right[i]) = (shares[named], named == truth);
        }

        double[] recalls = [.. folds.Values.Select(fold => fold.UnweightedAverageRecall)];
        double mean = recalls.Length == 0 ? double.NaN : recalls.Average();
        IReadOnlyList<ReliabilityBin> bins = Calibration.EqualWidth(confidence, right);
        return new VoiceScores
        {
            Id = id,
            Title = title,
            Clips = answers.Count / draws,
            Recall = mean,
            RecallSd = recalls.Length < 2 ? double.NaN : Math.Sqrt(recalls.Average(recall => (recall - mean) * (recall - mean))),
            PooledRecall = all.UnweightedAverageRecall,
            MacroF1 = all.MacroF1,
            Accuracy = all.Accuracy,
            CalibrationError = Calibration.ExpectedError(bins),
            CalibrationNoise = Noise(bins, draws),
            Confusion = all,
            Reliability = bins,
        };
    }

    // The share that is right in a bin scatters around its probability p with the variance p (1 - p) / clips; the mean distance of a normal value from its middle is
    // the root of 2 / pi of its deviation. Answers for the same clip are taken for one.
    private static double Noise(IReadOnlyList<ReliabilityBin> bins, int draws)
    {
        double clips = bins.Sum(bin => bin.Count) / (double)draws;
        return bins.Where(bin => bin.Count > 0).Sum(bin => Math.Sqrt(2 / Math.PI * (bin.Count / (double)draws) * bin.Confidence * (1 - bin.Confidence))) / clips;
    }
}
