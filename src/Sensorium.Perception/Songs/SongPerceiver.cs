using Sensorium.Inference;

namespace Sensorium.Perception;

/// <summary>
/// Hears how songs feel: notes, harmony, rhythm and timbre are measured in windows of 24 s, and a model trained on piano music feels each. Where they
/// are installed, a tagger names the instruments and the model of voices tells how much is sung.
/// </summary>
public sealed class SongPerceiver : ISongPerceiver, IDisposable
{
    /// <summary>The task of the model that feels songs.</summary>
    public const string FeelingTask = SongFeelingModel.Task;

    /// <summary>The task of the model that names instruments.</summary>
    public const string TagTask = SongTagModel.Task;

    /// <summary>The <see cref="Percept.Source"/> of what a song expresses.</summary>
    public const string Source = "song";

    private readonly SongFeelingModel _feeling;
    private readonly SongTagModel? _tags;
    private readonly VoiceActivityModel? _activity;

    internal SongPerceiver(SongFeelingModel feeling, SongTagModel? tags, VoiceActivityModel? activity, int feelingVersion, int tagVersion)
    {
        _feeling = feeling;
        _tags = tags;
        _activity = activity;
        Version = (((SongStatistics.Version * 100) + feelingVersion) * 100) + tagVersion;
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
        ModelFolder? tags = catalogue.FindForTask(TagTask);
        return new SongPerceiver(
            SongFeelingModel.Open(folder),
            tags is null ? null : SongTagModel.Open(tags),
            OpenActivity(catalogue),
            folder.Manifest.Version,
            tags?.Manifest.Version ?? 0);
    }

    /// <inheritdoc/>
    public ISongListener Listen() => new SongListener(_feeling, _tags, _activity, Version);

    /// <summary>Listens, and tells what was measured of each window.</summary>
    /// <param name="measured">Receives the first frame and the statistics of each window.</param>
    /// <returns>The listener.</returns>
    internal ISongListener Listen(Action<int, float[]> measured) => new SongListener(_feeling, _tags, _activity, Version) { Measured = measured };

    /// <summary>Gives the models' memory back.</summary>
    public void Dispose() => _activity?.Dispose();

    private static VoiceActivityModel? OpenActivity(ModelCatalogue catalogue)
    {
        if (catalogue.FindForTask(VoicePerceiver.ActivityTask) is not { } folder)
        {
            return null;
        }

        try
        {
            return VoiceActivityModel.Open(folder, threads: 1);
        }
        catch (MissingComponentException)
        {
            return null;
        }
    }
}
