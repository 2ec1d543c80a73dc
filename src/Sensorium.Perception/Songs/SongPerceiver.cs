using Sensorium.Inference;

namespace Sensorium.Perception;

/// <summary>
/// Hears how songs feel: notes, harmony, rhythm and timbre are measured in windows of 24 s, and a model trained on piano music feels each. Where they
/// are installed, taggers name the instruments and the model of voices tells how much is sung.
/// </summary>
public sealed class SongPerceiver : ISongPerceiver, IDisposable
{
    /// <summary>The task of the model that feels songs.</summary>
    public const string FeelingTask = SongFeelingModel.Task;

    /// <summary>The task of the model that names instruments.</summary>
    public const string TagTask = SongTagModel.Task;

    /// <summary>The <see cref="Percept.Source"/> of what a song expresses.</summary>
    public const string Source = "song";

    // The last four digits of a version are the taggers': where only these differ, only tags are made anew.
    private const int Taggers = 10_000;
    private readonly SongFeelingModel _feeling;
    private readonly SongTagModel? _tags;
    private readonly MusicTagger? _tagger;
    private readonly VoiceActivityModel? _activity;

    internal SongPerceiver(SongFeelingModel feeling, SongTagModel? tags, VoiceActivityModel? activity, int feelingVersion, int tagVersion, MusicTagger? tagger = null, int taggerVersion = 0)
    {
        _feeling = feeling;
        _tags = tags;
        _tagger = tagger;
        _activity = activity;
        Version = (((SongStatistics.Version * 100) + feelingVersion) * Taggers) + (tagVersion * 100) + taggerVersion;
    }

    /// <inheritdoc/>
    public int SampleRate => SongSound.SampleRate;

    /// <inheritdoc/>
    public int Version { get; }

    /// <summary>Name and version of the model that feels songs.</summary>
    public string Model => _feeling.Model;

    /// <summary>Opens the models of a catalogue.</summary>
    /// <param name="catalogue">The models on this machine.</param>
    /// <param name="feeling">The model of <see cref="FeelingTask"/> that the user wants, an id or id@version; null for the usual one.</param>
    /// <returns>The perceiver, to be disposed; it names no instruments, or hears no voices, where those models or ONNX Runtime are missing.</returns>
    /// <exception cref="MissingComponentException">There is no model that feels songs.</exception>
    /// <exception cref="MalformedInputException">A model is damaged or of another version.</exception>
    public static SongPerceiver Open(ModelCatalogue catalogue, string? feeling = null)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ModelFolder folder = catalogue.FindForTask(FeelingTask, feeling) ?? throw VoiceErrors.NoModel(FeelingTask);
        SongTagModel? tags = Open(catalogue, TagTask, SongTagModel.Open, out int tagVersion);
        MusicTagger? tagger = Open(catalogue, MusicTagger.Task, model => MusicTagger.Open(model), out int taggerVersion);
        VoiceActivityModel? activity = Open(catalogue, VoicePerceiver.ActivityTask, model => VoiceActivityModel.Open(model, threads: 1), out _);
        return new SongPerceiver(SongFeelingModel.Open(folder), tags, activity, folder.Manifest.Version, tagVersion, tagger, taggerVersion);
    }

    /// <inheritdoc/>
    public ISongListener Listen() => new SongListener(_feeling, new SongTagEar(_tags, _tagger), _activity, Version);

    /// <inheritdoc/>
    public ISongListener ListenAgain(SongReading before)
    {
        ArgumentNullException.ThrowIfNull(before);
        return before.Version / Taggers == Version / Taggers ? new SongTagListener(before, new SongTagEar(_tags, _tagger), Version) : Listen();
    }

    /// <summary>Listens, and tells what was measured of each window.</summary>
    /// <param name="measured">Receives the first frame and the statistics of each window.</param>
    /// <returns>The listener.</returns>
    internal ISongListener Listen(Action<int, float[]> measured) =>
        new SongListener(_feeling, new SongTagEar(_tags, _tagger), _activity, Version) { Measured = measured };

    /// <summary>Gives the models' memory back.</summary>
    public void Dispose()
    {
        _tags?.Dispose();
        _tagger?.Dispose();
        _activity?.Dispose();
    }

    // Its versions count from 1, so that a library notices when such a model comes or goes.
    private static T? Open<T>(ModelCatalogue catalogue, string task, Func<ModelFolder, T> open, out int version)
        where T : class
    {
        version = 0;
        if (catalogue.FindForTask(task) is not { } folder)
        {
            return null;
        }

        try
        {
            T model = open(folder);
            version = 1 + ((folder.Manifest.Version - 1) % 99);
            return model;
        }
        catch (MissingComponentException)
        {
            return null;
        }
    }
}
