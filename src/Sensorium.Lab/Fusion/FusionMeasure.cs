using Sensorium.Lab.Evaluation;
using Sensorium.Perception;

namespace Sensorium.Lab.Fusion;

/// <summary>Computes the figures of pairs.</summary>
internal static class FusionMeasure
{
    /// <summary>The calibration of a source, fitted on each half over all settings: whoever fuses does not know which setting it is.</summary>
    /// <param name="pairs">All pairs of all settings.</param>
    /// <param name="source">The source.</param>
    /// <returns>One for each half; none where there is nothing to fit.</returns>
    public static SourceCalibration[] Calibrations(IReadOnlyList<FusionPair> pairs, Func<FusionPair, Percept?> source) =>
    [
        .. Enumerable.Range(0, 2).Select(half =>
        {
            FusionPair[] told = [.. pairs.Where(pair => pair.Half == half && source(pair) is not null)];
            return told.Length == 0 ? SourceCalibration.None : SourceCalibration.Fit([.. told.Select(pair => source(pair)!.Emotions)], [.. told.Select(pair => pair.Truth)]);
        }),
    ];

    /// <summary>The figures of one setting.</summary>
    /// <param name="setting">The setting.</param>
    /// <param name="pairs">Its pairs, at least one.</param>
    /// <param name="face">Calibrations of the face by the half they were fitted on.</param>
    /// <param name="voice">Calibrations of the voice by the half they were fitted on.</param>
    /// <param name="fusion">Puts face and voice together.</param>
    /// <param name="bootstrap">Draws speakers again.</param>
    /// <param name="cancellationToken">Stops between resamples.</param>
    /// <returns>The figures.</returns>
    public static FusionRow Of(
        FusionSetting setting, IReadOnlyList<FusionPair> pairs, IReadOnlyList<SourceCalibration> face, IReadOnlyList<SourceCalibration> voice, PerceptFusion fusion, Bootstrap bootstrap, CancellationToken cancellationToken)
    {
        Said[] faces = [.. pairs.Select(pair => new Said(pair.Face?.Emotions, Calibrated(pair.Face, face[1 - pair.Half])?.Emotions))];
        Said[] voices = [.. pairs.Select(pair => new Said(pair.Voice?.Emotions, Calibrated(pair.Voice, voice[1 - pair.Half])?.Emotions))];
        Said[] means = [.. faces.Zip(voices, (f, v) => new Said(Mean(f.Raw, v.Raw), Mean(f.Calibrated, v.Calibrated)))];
        Said[] fused = [.. pairs.Select(pair => new Said(
            Fuse(fusion, pair.Face, pair.Voice), Fuse(fusion, Calibrated(pair.Face, face[1 - pair.Half]), Calibrated(pair.Voice, voice[1 - pair.Half]))))];
        Said[][] ways = [faces, voices, means, fused];
        bool[][] right = [.. ways.Select(way => way.Select((said, i) => said.Calibrated?.Core == pairs[i].Truth).ToArray())];
        int[][] groups = [.. pairs.Select((pair, i) => (pair.Speaker, i)).GroupBy(item => item.Speaker, item => item.i).Select(group => group.ToArray())];
        IReadOnlyList<ConfidenceInterval> figures = bootstrap.Intervals(
            groups,
            ways.Length + 1,
            (sample, values) =>
            {
                for (int way = 0; way < right.Length; way++)
                {
                    int hits = 0;
                    foreach (int i in sample)
                    {
                        hits += right[way][i] ? 1 : 0;
                    }

                    values[way] = (double)hits / sample.Length;
                }

                values[right.Length] = values[3] - Math.Max(values[0], values[1]);
            },
            cancellationToken);
        FusionFigures[] all = [.. ways.Select((way, w) => Figures(way, pairs, figures[w]))];
        return new FusionRow(setting, pairs.Count, all[0], all[1], all[2], all[3], figures[ways.Length]);
    }

    private static FusionFigures Figures(Said[] said, IReadOnlyList<FusionPair> pairs, ConfidenceInterval accuracy)
    {
        IReadOnlyList<ReliabilityBin> bins = Bins(said, pairs, one => one.Calibrated);
        double stated = (double)said.Where((one, i) => one.Raw?.Core == pairs[i].Truth).Count() / said.Length;
        return new FusionFigures(accuracy, stated, Calibration.ExpectedError(Bins(said, pairs, one => one.Raw)), Calibration.ExpectedError(bins), bins);
    }

    private static IReadOnlyList<ReliabilityBin> Bins(Said[] said, IReadOnlyList<FusionPair> pairs, Func<Said, EmotionScores?> scores)
    {
        List<double> confidence = [];
        List<bool> right = [];
        for (int i = 0; i < said.Length; i++)
        {
            if (scores(said[i]) is { } told)
            {
                confidence.Add(told[told.Core]);
                right.Add(told.Core == pairs[i].Truth);
            }
        }

        return Calibration.EqualWidth([.. confidence], [.. right]);
    }

    private static Percept? Calibrated(Percept? percept, SourceCalibration calibration) =>
        percept is null ? null : percept with { Emotions = calibration.Apply(percept.Emotions) };

    private static EmotionScores? Fuse(PerceptFusion fusion, Percept? face, Percept? voice)
    {
        Percept[] sources = [.. new[] { face, voice }.OfType<Percept>()];
        return sources.Length == 0 ? null : fusion.Fuse(sources).Emotions;
    }

    private static EmotionScores? Mean(EmotionScores? first, EmotionScores? second)
    {
        if (first is not { } a || second is not { } b)
        {
            return first ?? second;
        }

        Span<double> shares = stackalloc double[EmotionScores.Count];
        for (int i = 0; i < shares.Length; i++)
        {
            shares[i] = (a[(Emotion)i] + b[(Emotion)i]) / 2;
        }

        return EmotionScores.FromWeights(shares);
    }

    private readonly record struct Said(EmotionScores? Raw, EmotionScores? Calibrated);
}
