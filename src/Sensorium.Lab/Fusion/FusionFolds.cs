using System.Text.Json;
using Sensorium.Inference;
using Sensorium.Perception;

namespace Sensorium.Lab.Fusion;

/// <summary>The voice models of an evaluation: one for each fold, as <c>training/voice.py folds</c> writes them, or the usual one for all.</summary>
public sealed class FusionFolds : IDisposable
{
    private readonly List<VoicePerceiver> _open = [];

    private FusionFolds()
    {
    }

    /// <summary>The models with the speakers whom they have not heard.</summary>
    public IReadOnlyList<VoiceFold> Folds { get; private set; } = [];

    /// <summary>Opens the models.</summary>
    /// <param name="catalogue">The models on this machine; what tells voices from music comes from there in any case.</param>
    /// <param name="folder">The folder with <c>folds.json</c> and <c>fold0</c>, <c>fold1</c> ...; null for the usual model alone.</param>
    /// <param name="clips">The recordings, whose fold is looked up by their file.</param>
    /// <returns>The models, to be disposed.</returns>
    /// <exception cref="MalformedInputException">It is no such folder.</exception>
    /// <exception cref="MissingComponentException">A model or ONNX Runtime is missing.</exception>
    public static FusionFolds Open(ModelCatalogue catalogue, string? folder, IReadOnlyList<FusionClip> clips)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(clips);
        FusionFolds folds = new();
        try
        {
            folds.Folds = folder is null
                ? [new VoiceFold(new HashSet<string>(), folds.Keep(VoicePerceiver.Open(catalogue)))]
                : [.. SpeakersByFold(folder, clips).Select(fold => new VoiceFold(fold.Value, folds.Keep(OpenFold(catalogue, Path.Combine(folder, $"fold{fold.Key}")))))];
            return folds;
        }
        catch
        {
            folds.Dispose();
            throw;
        }
    }

    /// <summary>Closes the models.</summary>
    public void Dispose()
    {
        foreach (VoicePerceiver voice in _open)
        {
            voice.Dispose();
        }
    }

    private static VoicePerceiver OpenFold(ModelCatalogue catalogue, string folder)
    {
        ModelFolder activity = Require(catalogue, VoicePerceiver.ActivityTask), emotion = Require(catalogue, VoicePerceiver.EmotionTask);

        // A fold's files are those of the shipped model, trained on other speakers.
        return VoicePerceiver.Open(activity, emotion with { Path = folder });
    }

    private static ModelFolder Require(ModelCatalogue catalogue, string task) => catalogue.FindForTask(task) ?? throw new MissingComponentException(task, new LocalizedText(
        $"There is no model for {task} in {string.Join(", ", catalogue.Roots)}; install one.",
        $"{string.Join(", ", catalogue.Roots)} 폴더에 {task} 모델이 없습니다. 모델을 설치하십시오."));

    private static SortedDictionary<int, HashSet<string>> SpeakersByFold(string folder, IReadOnlyList<FusionClip> clips)
    {
        Dictionary<string, string> speakers = clips.DistinctBy(clip => Path.GetFileName(clip.Path)).ToDictionary(clip => Path.GetFileName(clip.Path), clip => clip.Speaker);
        SortedDictionary<int, HashSet<string>> folds = [];
        try
        {
            using JsonDocument list = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "folds.json")));
            foreach (JsonElement clip in list.RootElement.EnumerateArray())
            {
                int fold = clip.GetProperty("fold").GetInt32();
                if (speakers.TryGetValue(Path.GetFileName(clip.GetProperty("file").GetString()!), out string? speaker))
                {
                    (folds.TryGetValue(fold, out HashSet<string>? known) ? known : folds[fold] = []).Add(speaker);
                }
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new MalformedInputException(
                new LocalizedText(
                    $"'{folder}' holds no fold models: folds.json cannot be read ({error.Message.TrimEnd('.')}). Make them with 'python3 training/voice.py folds'.",
                    $"'{folder}'에서 folds.json을 읽을 수 없습니다({error.Message.TrimEnd('.')}). 'python3 training/voice.py folds'로 만드십시오."),
                error);
        }

        return folds;
    }

    private VoicePerceiver Keep(VoicePerceiver voice)
    {
        _open.Add(voice);
        return voice;
    }
}
