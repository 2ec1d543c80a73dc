using Sensorium.Lab.Evaluation;
using Sensorium.Perception;

namespace Sensorium.Lab.Fusion;

/// <summary>Computes the figures of pairs.</summary>
internal static class FusionMeasure
{
    /// <summary>The figures of one setting.</summary>
    /// <param name="setting">The setting.</param>
    /// <param name="pairs">Its pairs, at least one.</param>
    /// <param name="fusion">Puts face and voice together, with the parameters of the program.</param>
    /// <param name="bootstrap">Draws speakers again.</param>
    /// <param name="cancellationToken">Stops between resamples.</param>
    /// <returns>The figures.</returns>
    public static FusionRow Of(FusionSetting setting, IReadOnlyList<FusionPair> pairs, PerceptFusion fusion, Bootstrap bootstrap, CancellationToken cancellationToken)
    {
        const int Face = 0, Voice = 1, Fused = 2;
        EmotionScores?[][] ways =
        [
            [.. pairs.Select(pair => Fuse(fusion, pair.Face, null))],
            [.. pairs.Select(pair => Fuse(fusion, null, pair.Voice))],
            [.. pairs.Select(pair => Fuse(fusion, pair.Face, pair.Voice))],
            [.. pairs.Select(pair => pair.Face?.Emotions)],
            [.. pairs.Select(pair => pair.Voice?.Emotions)],
            [.. pairs.Select(pair => Mean(pair.Face?.Emotions, pair.Voice?.Emotions))],
        ];
        bool[][] right = [.. ways.Select(way => way.Select((said, i) => said?.Core == pairs[i].Truth).ToArray())];
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

                values[right.Length] = values[Fused] - Math.Max(values[Face], values[Voice]);
            },
            cancellationToken);
        FusionFigures[] all = [.. ways.Select((way, w) => Figures(way, right[w], figures[w]))];
        return new FusionRow(setting, pairs.Count, all[Face], all[Voice], all[Fused], figures[ways.Length], all[3], all[4], all[5]);
    }

    private static FusionFigures Figures(EmotionScores?[] said, bool[] right, ConfidenceInterval accuracy)
    {
        int[] told = [.. Enumerable.Range(0, said.Length).Where(i => said[i] is not null)];
        IReadOnlyList<ReliabilityBin> bins = Calibration.EqualWidth([.. told.Select(i => said[i]!.Value[said[i]!.Value.Core])], [.. told.Select(i => right[i])]);
        return new FusionFigures(accuracy, Calibration.ExpectedError(bins), bins);
    }

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
}
