using Sensorium.Lab.Datasets;
using Sensorium.Lab.Evaluation;
using Sensorium.Perception;

namespace Sensorium.Lab.Fusion;

/// <summary>
/// Measures what fusion is worth: faces and voices with the same label are paired, with both whole and with either spoilt, and both
/// together are compared with the better of the two alone.
/// </summary>
public static class FusionEvaluation
{
    private const ulong PairStream = 0xFA1;
    private const double FaceShare = .3;
    private const double VoiceShare = .9;

    /// <summary>Measures.</summary>
    /// <param name="data">Labelled faces that no training saw.</param>
    /// <param name="perceiver">Reads faces.</param>
    /// <param name="faceModel">Its name, for the report.</param>
    /// <param name="clips">Labelled recordings.</param>
    /// <param name="folds">Voice models, each for the speakers it has not heard; a fold without speakers takes all that no other has.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="progress">Hears how far it has come; null for none.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The figures.</returns>
    /// <exception cref="MalformedInputException">There is no pair.</exception>
    public static async Task<FusionResult> RunAsync(
        FaceDataset data,
        FacePerceiver perceiver,
        string faceModel,
        IReadOnlyList<FusionClip> clips,
        IReadOnlyList<VoiceFold> folds,
        FusionOptions? options = null,
        IProgress<EvaluationProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(perceiver);
        ArgumentNullException.ThrowIfNull(clips);
        ArgumentNullException.ThrowIfNull(folds);
        options ??= new FusionOptions();
        List<DatasetFault> faults = [];
        FusionFaces faces = await FusionFaces.ReadAsync(
            data, perceiver, faults, new ProgressPart(progress, new("reading faces", "얼굴을 읽는 중"), 0, FaceShare), cancellationToken).ConfigureAwait(false);
        ProgressPart listening = new(progress, new("listening to voices", "목소리를 듣는 중"), FaceShare, VoiceShare);
        FusionVoices ear = new(options.Seed);
        string[] speakers = [.. clips.Select(clip => clip.Speaker).Distinct().Order(StringComparer.Ordinal)];
        Pcg32 random = new(options.Seed, PairStream);
        Dictionary<FusionSetting, List<FusionPair>> pairs = Enum.GetValues<FusionSetting>().ToDictionary(setting => setting, _ => new List<FusionPair>());
        int paired = 0;
        for (int c = 0; c < clips.Count; c++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            FusionClip clip = clips[c];
            if (FoldOf(folds, clip.Speaker) is not { } fold)
            {
                faults.Add(new DatasetFault(Path.GetFileName(clip.Path), new("no model has this speaker held out", "이 화자를 뺀 모델이 없음")));
                continue;
            }

            (Percept? clean, Percept? noisy, Percept? silent) = await ear.HearAsync(fold.Voice, clip.Path, c, cancellationToken).ConfigureAwait(false);
            for (int n = 0; n < options.FacesEach && faces.Draw(clip.Truth, random) is { } face; n++)
            {
                pairs[FusionSetting.Clean].Add(new(clip.Truth, clip.Speaker, face.Clean, clean));
                pairs[FusionSetting.BlurredFace].Add(new(clip.Truth, clip.Speaker, face.Blurred, clean));
                pairs[FusionSetting.NoisyVoice].Add(new(clip.Truth, clip.Speaker, face.Clean, noisy));
                pairs[FusionSetting.SilentVoice].Add(new(clip.Truth, clip.Speaker, face.Clean, silent));
            }

            paired++;
            listening.Report((c + 1.0) / clips.Count);
        }

        return Measure(pairs, options, faults, cancellationToken) with
        {
            Clips = paired,
            Speakers = speakers.Length,
            Tiles = faces.Count,
            FaceModel = faceModel,
            VoiceModel = string.Join(", ", folds.Select(fold => fold.Voice.Model).Distinct()),
            IsHeldOut = clips.All(clip => folds.Any(fold => fold.Speakers.Contains(clip.Speaker))),
        };
    }

    /// <summary>The figures of pairs that were perceived already.</summary>
    /// <param name="pairs">The pairs by setting; at least one.</param>
    /// <param name="options">How.</param>
    /// <param name="faults">What was left out.</param>
    /// <param name="cancellationToken">Stops between resamples.</param>
    /// <returns>The figures; what describes the data is left empty.</returns>
    internal static FusionResult Measure(IReadOnlyDictionary<FusionSetting, List<FusionPair>> pairs, FusionOptions options, IReadOnlyList<DatasetFault> faults, CancellationToken cancellationToken)
    {
        if (pairs.Values.All(list => list.Count == 0))
        {
            throw new MalformedInputException(new LocalizedText(
                "No face has the label of a voice; give voices and faces of the same emotions.",
                "라벨이 같은 얼굴과 목소리가 없습니다. 같은 감정의 얼굴과 목소리를 지정하십시오."));
        }

        PerceptFusion fusion = new();
        Bootstrap bootstrap = new(options.Seed, options.Resamples);
        return new FusionResult
        {
            Options = options,
            Clips = 0,
            Speakers = 0,
            Tiles = 0,
            FaceModel = string.Empty,
            VoiceModel = string.Empty,
            IsHeldOut = true,
            Rows = [.. pairs.Where(set => set.Value.Count > 0).OrderBy(set => set.Key).Select(set => FusionMeasure.Of(set.Key, set.Value, fusion, bootstrap, cancellationToken))],
            Faults = faults,
        };
    }

    private static VoiceFold? FoldOf(IReadOnlyList<VoiceFold> folds, string speaker) =>
        folds.FirstOrDefault(fold => fold.Speakers.Contains(speaker)) ?? folds.FirstOrDefault(fold => fold.Speakers.Count == 0);
}
