using System.Text.Json;
using Sensorium.Inference;
using Sensorium.Perception;

namespace Sensorium.Lab.Voices;

/// <summary>The models of each fold, none of which has heard the fold's speakers.</summary>
internal sealed class FoldModels : IDisposable
{
    private readonly string _folder;
    private readonly Dictionary<string, int> _folds = [];
    private readonly Dictionary<string, InferenceSession> _open = [];

    private FoldModels(string folder) => _folder = folder;

    /// <summary>Opens a folder that <c>training/voice.py folds</c> wrote.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>The models, to be disposed.</returns>
    /// <exception cref="MalformedInputException">It is no such folder.</exception>
    public static FoldModels Open(string folder)
    {
        FoldModels models = new(folder);
        try
        {
            using JsonDocument list = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "folds.json")));
            foreach (JsonElement clip in list.RootElement.EnumerateArray())
            {
                models._folds[clip.GetProperty("file").GetString()!] = clip.GetProperty("fold").GetInt32();
            }

            return models;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new MalformedInputException(
                new LocalizedText(
                    $"'{folder}' holds no fold models: folds.json cannot be read ({error.Message.TrimEnd('.')}). Make them with 'python3 training/voice.py folds'.",
                    $"'{folder}'에서 folds.json을 읽을 수 없습니다({error.Message.TrimEnd('.')}). 'python3 training/voice.py folds'로 만드십시오."),
                error);
        }
    }

    /// <summary>The fold that tests a clip.</summary>
    /// <param name="clip">The clip.</param>
    /// <returns>From 0; -1 where the folds do not know the clip.</returns>
    public int FoldOf(VoiceClip clip) => _folds.GetValueOrDefault(clip.Name, -1);

    /// <summary>Whether there is a model.</summary>
    /// <param name="path">Relative, with slashes.</param>
    public bool Has(string path) => File.Exists(Path.Combine(_folder, path));

    /// <summary>Asks one of the models.</summary>
    /// <param name="path">Relative, with slashes.</param>
    /// <param name="statistics">The utterance's statistics.</param>
    /// <param name="speaker">What a calibrated model knows of the speaker; null for a model that knows nothing.</param>
    /// <returns>Eight shares in the order of <see cref="VoiceClasses.Eight"/>.</returns>
    public double[] Ask(string path, float[] statistics, VoiceProfile? speaker = null)
    {
        if (!_open.TryGetValue(path, out InferenceSession? session))
        {
            session = _open[path] = InferenceSession.Open(Path.Combine(_folder, path));
        }

        Tensor utterance = Tensor.Of(statistics, 1, statistics.Length);
        float[] logits = session.Run(speaker is null ? [utterance] : [utterance, speaker.Values])[0].Values<float>().ToArray();
        double[] weights = [.. logits.Select(logit => Math.Exp(logit - logits.Max()))];
        double sum = weights.Sum();
        return [.. weights.Select(weight => weight / sum)];
    }

    /// <summary>Closes the models.</summary>
    public void Dispose()
    {
        foreach (InferenceSession session in _open.Values)
        {
            session.Dispose();
        }
    }
}
