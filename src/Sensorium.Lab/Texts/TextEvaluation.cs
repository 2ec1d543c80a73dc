using Sensorium.Lab.Datasets;
using Sensorium.Lab.Evaluation;
using Sensorium.Perception;

namespace Sensorium.Lab.Texts;

/// <summary>Measures how well a model feels texts that its training did not see: EmoBank's and GoEmotions' dev splits, and KOTE by fold.</summary>
public static class TextEvaluation
{
    private const int Folds = 5;
    private const double Within80 = 1.2816;

    /// <summary>Measures.</summary>
    /// <param name="folder">The folder with the data.</param>
    /// <param name="model">The model.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="clock">The clock of the speed; null for the system's.</param>
    /// <param name="progress">Hears how far it has come; null for none.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The figures.</returns>
    /// <exception cref="MalformedInputException">The folder or a fold's model cannot be used.</exception>
    public static TextEvaluationResult Run(
        string folder,
        TextPerceiver model,
        TextEvaluationOptions? options = null,
        TimeProvider? clock = null,
        IProgress<EvaluationProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(model);
        options ??= new TextEvaluationOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Resamples, 1, nameof(options));
        List<DatasetFault> faults = [];
        TextSets sets = TextSets.Read(folder, faults);
        TextPerceiver[]? folds = options.FoldModels is { } place ? [.. Enumerable.Range(0, Folds).Select(k => OpenFold(place, k))] : null;
        Bootstrap bootstrap = new(options.Seed, options.Resamples);
        progress?.Report(new EvaluationProgress(new("rated sentences", "평점이 있는 문장"), 0));
        IReadOnlyList<TextAxisResult> axes = sets.EmoBank.Count > 1 ? Axes(sets.EmoBank, model, bootstrap, cancellationToken) : [];
        progress?.Report(new EvaluationProgress(new("named emotions", "감정 이름"), .3));
        NamedText[] single = [.. sets.GoEmotions.Where(text => text.Single is not null)];
        TextNamingResult? naming = single.Length > 0 ? Naming(single, model, bootstrap, cancellationToken) : null;
        progress?.Report(new EvaluationProgress(new("Korean comments", "한국어 댓글"), .6));
        TextPresenceResult? presence = sets.Kote.Count > 0 ? Presence(sets.Kote, model, folds, bootstrap, cancellationToken) : null;
        progress?.Report(new EvaluationProgress(new("speed", "속도"), .9));
        string[] texts = [.. sets.EmoBank.Select(text => text.Text), .. sets.GoEmotions.Select(text => text.Text), .. sets.Kote.Select(text => text.Text)];
        TextTimer? timer = options.Timing && texts.Length > 0 ? new(clock ?? TimeProvider.System, texts) : null;
        TextEvaluationResult result = new()
        {
            Model = model.Model,
            Options = options,
            RatedItems = sets.EmoBank.Count,
            Axes = axes,
            Naming = naming,
            Presence = presence,
            SentencesPerSecond = timer?.PerSecond(text => _ = model.Read(text, cancellationToken), cancellationToken),
            PerceptsPerSecond = timer?.PerSecond(text => _ = model.Perceive(text, cancellationToken), cancellationToken),
            Faults = faults,
        };
        progress?.Report(new EvaluationProgress(new("done", "끝"), 1));
        return result;
    }

    private static TextPerceiver OpenFold(string folder, int fold) =>
        TextPerceiver.OpenFile($"fold-{fold}", Path.Combine(folder, $"fold-{fold}.safetensors"));

    private static List<TextAxisResult> Axes(IReadOnlyList<RatedText> texts, TextPerceiver model, Bootstrap bootstrap, CancellationToken cancellationToken)
    {
        Estimate[][] said = [.. texts.Select(text => AxesOf(model.Read(text.Text, cancellationToken)))];
        List<TextAxisResult> results = [];
        for (int axis = 0; axis < 3; axis++)
        {
            double[] truth = [.. texts.Select(text => text.Axes[axis])];
            double[] mean = [.. said.Select(estimates => estimates[axis].Mean)];
            double[] sd = [.. said.Select(estimates => estimates[axis].Sd)];
            ConfidenceInterval r = bootstrap.Intervals(texts.Count, 1, (items, figures) => figures[0] = Correlation(truth, mean, items), cancellationToken)[0];
            results.Add(new TextAxisResult(
                r,
                Regression.RootMeanSquaredError(truth, mean),
                Regression.RootMeanSquaredError(truth, [.. Enumerable.Repeat(truth.Average(), truth.Length)]),
                Regression.Coverage(truth, [.. mean.Zip(sd, (m, s) => m - (Within80 * s))], [.. mean.Zip(sd, (m, s) => m + (Within80 * s))])));
        }

        return results;
    }

    private static Estimate[] AxesOf(TextReading reading) => [reading.Valence, reading.Arousal, reading.Dominance];

    private static double Correlation(double[] truth, double[] said, ReadOnlySpan<int> items)
    {
        double[] a = new double[items.Length], b = new double[items.Length];
        for (int i = 0; i < items.Length; i++)
        {
            (a[i], b[i]) = (truth[items[i]], said[items[i]]);
        }

        return Regression.Pearson(a, b);
    }

    private static TextNamingResult Naming(NamedText[] texts, TextPerceiver model, Bootstrap bootstrap, CancellationToken cancellationToken)
    {
        int[] truth = [.. texts.Select(text => (int)text.Single!.Value)];
        EmotionScores[] said = [.. texts.Select(text => model.Read(text.Text, cancellationToken).Emotions)];
        int[] named = [.. said.Select(emotions => (int)emotions.Core)];
        ConfusionMatrix drawn = new(EmotionScores.Count);
        IReadOnlyList<ConfidenceInterval> figures = bootstrap.Intervals(
            texts.Length,
            2,
            (items, values) =>
            {
                drawn.Reset();
                foreach (int item in items)
                {
                    drawn.Add(truth[item], named[item]);
                }

                (values[0], values[1]) = (drawn.Accuracy, drawn.MacroF1);
            },
            cancellationToken);
        ConfusionMatrix confusion = Confusion(truth, named);
        int commonest = Enumerable.Range(0, EmotionScores.Count).MaxBy(confusion.Asked);
        ConfusionMatrix constant = Confusion(truth, [.. truth.Select(_ => commonest)]);
        IReadOnlyList<ReliabilityBin> reliability = Calibration.EqualWidth(
            [.. said.Select(emotions => emotions[emotions.Core])], [.. truth.Zip(named, (asked, answer) => asked == answer)]);
        return new TextNamingResult
        {
            Items = texts.Length,
            Accuracy = figures[0],
            MacroF1 = figures[1],
            ConstantAccuracy = constant.Accuracy,
            ConstantMacroF1 = constant.MacroF1,
            Confusion = confusion,
            Reliability = reliability,
            CalibrationError = Calibration.ExpectedError(reliability),
        };
    }

    private static ConfusionMatrix Confusion(int[] truth, int[] named)
    {
        ConfusionMatrix confusion = new(EmotionScores.Count);
        for (int i = 0; i < truth.Length; i++)
        {
            confusion.Add(truth[i], named[i]);
        }

        return confusion;
    }

    private static TextPresenceResult Presence(IReadOnlyList<NamedText> texts, TextPerceiver model, TextPerceiver[]? folds, Bootstrap bootstrap, CancellationToken cancellationToken)
    {
        EmotionScores[] said = [.. texts.Select(text => (folds is null ? model : folds[text.Row % Folds]).Read(text.Text, cancellationToken).Emotions)];
        RankedScores[] ranked =
        [
            .. Enum.GetValues<Emotion>().Select(emotion => new RankedScores([.. said.Select(emotions => emotions[emotion])], [.. texts.Select(text => text.Present[(int)emotion])])),
        ];
        int[] times = new int[texts.Count];
        IReadOnlyList<ConfidenceInterval> figures = bootstrap.Intervals(
            texts.Count,
            ranked.Length + 1,
            (items, values) =>
            {
                Array.Clear(times);
                foreach (int item in items)
                {
                    times[item]++;
                }

                double sum = 0;
                for (int k = 0; k < ranked.Length; k++)
                {
                    values[k + 1] = ranked[k].Area(times);
                    sum += values[k + 1];
                }

                values[0] = sum / ranked.Length;
            },
            cancellationToken);
        return new TextPresenceResult(
            texts.Count, folds is not null, figures[0], [.. figures.Skip(1)],
            [.. Enum.GetValues<Emotion>().Select(emotion => texts.Average(text => text.Present[(int)emotion] ? 1.0 : 0))]);
    }
}
