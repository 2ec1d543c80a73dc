using System.Diagnostics;
using Sensorium.Inference;
using Sensorium.Lab.Datasets;
using Sensorium.Lab.Evaluation;
using Sensorium.Media;
using Sensorium.Perception;

namespace Sensorium.Lab.Voices;

/// <summary>
/// Measures how well emotions are heard in voices of speakers that the model has not heard, by fold models that <c>training/voice.py</c> fitted, and
/// how well voices are found by the shipped model.
/// </summary>
public static class VoiceEvaluation
{
    private const int SampleRate = 16_000;
    private static readonly double[] Ratios = [20, 10, 5];

    /// <summary>Measures.</summary>
    /// <param name="folder">The data: <c>ravdess.csv</c>, <c>korean.csv</c> and their clips.</param>
    /// <param name="catalogue">The models on this machine.</param>
    /// <param name="options">What else is used; null for the defaults.</param>
    /// <param name="progress">Hears how far it has come; null for none.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The figures.</returns>
    /// <exception cref="MalformedInputException">The data or the fold models cannot be used.</exception>
    /// <exception cref="MissingComponentException">A model, ONNX Runtime or ffmpeg is not installed.</exception>
    public static async Task<VoiceEvaluationResult> RunAsync(
        string folder,
        ModelCatalogue catalogue,
        VoiceEvaluationOptions? options = null,
        IProgress<EvaluationProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(catalogue);
        options ??= new VoiceEvaluationOptions();
        List<DatasetFault> faults = [];
        IReadOnlyList<VoiceClip> clips = VoiceClips.Read(folder, faults.Add);
        using FoldModels? models = options.Folds is null ? null : FoldModels.Open(options.Folds);
        List<HeardClip> heard = models is null ? [] : await HearAsync(folder, clips, models, options, faults, new ProgressPart(progress, new("measuring clips", "음성을 재는 중"), 0, .7), cancellationToken).ConfigureAwait(false);
        progress?.Report(new EvaluationProgress(new("counting", "셈하는 중"), .7));
        IReadOnlyList<ActivityScores> activity = [];
        double milliseconds = double.NaN;
        if (catalogue.FindForTask(VoicePerceiver.ActivityTask) is not null && catalogue.FindForTask(VoicePerceiver.EmotionTask) is not null)
        {
            using var perceiver = VoicePerceiver.Open(catalogue);
            activity = options.Music is null
                ? []
                : await ActivityEvaluation.RunAsync(folder, clips, perceiver, options, new ProgressPart(progress, new("finding voices", "목소리를 찾는 중"), .7, .98), cancellationToken).ConfigureAwait(false);
            milliseconds = options.Timing ? await TimeAsync(folder, clips, perceiver, cancellationToken).ConfigureAwait(false) : double.NaN;
        }

        progress?.Report(new EvaluationProgress(new("done", "끝"), 1));
        return new VoiceEvaluationResult
        {
            Clips = clips.Count,
            Speakers = clips.Select(clip => clip.Speaker).Distinct().Count(),
            Emotions = models is null ? [] : Emotions(heard, models),
            Known = models is null ? [] : KnownSpeakers.Measure(heard, models, options.Seed, cancellationToken),
            Robustness = models is null ? [] : Robustness(heard, models),
            Activity = activity,
            Milliseconds = milliseconds,
            Seed = options.Seed,
            Faults = faults,
        };
    }

    /// <summary>Reads a clip.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>Mono samples at 16 kHz.</returns>
    internal static async Task<float[]> ReadAsync(string path, CancellationToken cancellationToken) =>
        (await new SoundReader().ReadAsync(path, new SoundReadOptions { SampleRate = SampleRate, ChannelCount = 1 }, cancellationToken).ConfigureAwait(false)).Channel(0).ToArray();

    private static async Task<List<HeardClip>> HearAsync(
        string folder, IReadOnlyList<VoiceClip> clips, FoldModels models, VoiceEvaluationOptions options, List<DatasetFault> faults, ProgressPart progress, CancellationToken cancellationToken)
    {
        HeardClip?[] heard = new HeardClip?[clips.Count];
        DatasetFault?[] broken = new DatasetFault?[clips.Count];
        int done = 0;
        await Parallel.ForAsync(0, clips.Count, cancellationToken, async (i, cancel) =>
        {
            int fold = models.FoldOf(clips[i]);
            try
            {
                float[] samples = await ReadAsync(Path.Combine(folder, clips[i].Name), cancel).ConfigureAwait(false);
                List<(string, float[])> spoilt = [];
                if (options.Noise && clips[i].IsEnglish)
                {
                    Pcg32 random = new(options.Seed, (ulong)i);
                    spoilt.AddRange(Ratios.Select(ratio => ($"noise{ratio}", Measure(VoiceNoise.Add(samples, ratio, random)))));
                    spoilt.Add(("telephone", Measure(VoiceNoise.Telephone(samples))));
                }

                heard[i] = fold < 0 ? null : new HeardClip(clips[i], fold, Measure(samples), spoilt);
                broken[i] = fold < 0 ? new DatasetFault(clips[i].Name, new("no fold model tests it", "이 파일을 시험하는 모델이 없음")) : null;
            }
            catch (SensoriumException exception)
            {
                broken[i] = new DatasetFault(clips[i].Name, exception.Text);
            }

            progress.Report((double)Interlocked.Increment(ref done) / clips.Count);
        }).ConfigureAwait(false);
        faults.AddRange(broken.OfType<DatasetFault>());
        return [.. heard.OfType<HeardClip>()];
    }

    private static float[] Measure(float[] samples) => VoiceStatistics.Of(VoiceFrames.Of(samples));

    private static List<VoiceScores> Emotions(List<HeardClip> heard, FoldModels models)
    {
        HeardClip[] english = [.. heard.Where(clip => clip.Clip.IsEnglish)], korean = [.. heard.Where(clip => !clip.Clip.IsEnglish && !clip.Clip.IsImported)], imported = [.. heard.Where(clip => clip.Clip.IsImported)];
        double[] Plain(HeardClip clip) => models.Ask($"fold{clip.Fold}/emotion.onnx", clip.Statistics);
        string[] sentences = [.. english.Select(clip => clip.Clip.Sentence).Distinct().Order(StringComparer.Ordinal)];
        double[] Unseen(HeardClip clip) => models.Ask($"fold{clip.Fold}-sentence{Array.IndexOf(sentences, clip.Clip.Sentence)}/emotion.onnx", clip.Statistics);
        bool IsPlain(HeardClip clip) => clip.Clip.Speaker.StartsWith("em", StringComparison.Ordinal);
        List<VoiceScores> scores = [];
        void Add(string id, LocalizedText title, int classes, IEnumerable<HeardClip> clips, Func<HeardClip, double[]> ask)
        {
            HeardClip[] asked = [.. clips];
            if (asked.Length > 0)
            {
                scores.Add(VoiceScores.Of(id, title, classes, [.. asked.Select(clip => (clip.Clip.Label, clip.Fold, ask(clip)))]));
            }
        }

        Add("seven", new("English, 7 classes", "영어, 7종"), 7, english, Plain);
        Add("eight", new("English, 8 classes", "영어, 8종"), 8, english, Plain);
        if (sentences.Length > 0 && models.Has("fold0-sentence0/emotion.onnx"))
        {
            Add("unseen-sentence", new("English, 7 classes, sentence unseen too", "영어, 7종, 문장도 처음"), 7, english, Unseen);
        }

        Add("korean", new("Korean, 4 classes", "한국어, 4종"), 4, korean, Plain);
        Add("korean-plain", new("Korean, plain sentences (em*)", "한국어, 평범한 문장(em*)"), 4, korean.Where(IsPlain), Plain);
        Add("korean-told", new("Korean, words give it away (ne*)", "한국어, 감정이 드러나는 문장(ne*)"), 4, korean.Where(clip => !IsPlain(clip)), Plain);
        Add("imported", new("imported, 7 classes", "가져온 발화, 7종"), 7, imported, Plain);
        return scores;
    }

    private static List<VoiceScores> Robustness(List<HeardClip> heard, FoldModels models) =>
    [
        .. heard.SelectMany(clip => clip.Spoilt.Select(spoilt => (spoilt.Kind, clip.Clip.Label, clip.Fold, spoilt.Statistics)))
            .GroupBy(item => item.Kind)
            .Select(group => VoiceScores.Of(
                group.Key,
                group.Key == "telephone" ? new("telephone", "전화") : new($"noise at {group.Key[5..]} dB", $"{group.Key[5..]} dB 잡음"),
                7,
                [.. group.Select(item => (item.Label, item.Fold, models.Ask($"fold{item.Fold}/emotion.onnx", item.Statistics)))])),
    ];

    private static async Task<double> TimeAsync(string folder, IReadOnlyList<VoiceClip> clips, VoicePerceiver perceiver, CancellationToken cancellationToken)
    {
        List<float> speech = [];
        for (int i = 0; i < clips.Count && speech.Count < 10 * SampleRate; i++)
        {
            speech.AddRange(await ReadAsync(Path.Combine(folder, clips[i].Name), cancellationToken).ConfigureAwait(false));
        }

        float[] samples = [.. speech.Take(10 * SampleRate)];
        const int WarmUps = 3, Runs = 20;
        using var self = Process.GetCurrentProcess();
        TimeSpan start = TimeSpan.Zero;
        for (int run = 0; run < WarmUps + Runs; run++)
        {
            if (run == WarmUps)
            {
                self.Refresh();
                start = self.TotalProcessorTime;
            }

            using IVoiceListener listener = perceiver.Listen(new VoiceReadOptions());
            listener.Push(samples, cancellationToken);
            listener.Finish(cancellationToken);
        }

        self.Refresh();
        return (self.TotalProcessorTime - start).TotalMilliseconds / Runs * 10 * SampleRate / samples.Length;
    }
}
