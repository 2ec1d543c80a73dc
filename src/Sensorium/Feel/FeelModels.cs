using Sensorium.Inference;
using Sensorium.Media;
using Sensorium.Perception;

namespace Sensorium;

/// <summary>The models of a catalogue, opened when they are first needed, and closed together.</summary>
public sealed class FeelModels : IFeelModels, IDisposable
{
    private static readonly string[] Tasks = [FaceDetectors.Task, OnnxFaceExpressionModel.Task, OnnxFaceAttributesModel.Task, SceneModel.Task, VoicePerceiver.ActivityTask, VoicePerceiver.EmotionTask, SongPerceiver.FeelingTask, TextPerceiver.Task];

    private readonly ModelCatalogue _catalogue;
    private readonly Dictionary<string, ModelFolder> _chosen = [];
    private readonly Lazy<OnnxFaceDetector> _detector;
    private readonly Lazy<OnnxFaceExpressionModel> _expressions;
    private readonly Lazy<OnnxFaceAttributesModel?> _attributes;
    private readonly Lazy<FacePerceiver> _faces;
    private readonly Lazy<ISceneModel> _scene;
    private readonly Lazy<VoicePerceiver> _voice;
    private readonly Lazy<SongPerceiver> _songs;
    private readonly Lazy<ITextPerceiver> _text;

    /// <summary>Chooses the models; none is opened yet.</summary>
    /// <param name="catalogue">Where models are.</param>
    /// <param name="ids">Models by id or id@version, at most one for each task; the tasks not named have the catalogue's usual model.</param>
    /// <param name="attributes">Whether a model that guesses age and gender may be opened at all. Default false.</param>
    /// <param name="variable">Reads an environment variable, for the endpoints that the user configured; null for no endpoint. Default null.</param>
    /// <exception cref="MalformedInputException">A named model is not there, its manifest is broken, or an endpoint's address is none.</exception>
    /// <exception cref="UnsupportedInputException">A named model is for another task, or two are for one.</exception>
    public FeelModels(ModelCatalogue catalogue, IReadOnlyList<string> ids, bool attributes = false, Func<string, string?>? variable = null)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(ids);
        _catalogue = catalogue;
        foreach (ModelFolder model in ids.Distinct().Select(catalogue.Find))
        {
            Choose(model);
        }

        _detector = new(() => FaceDetectors.Open(Require(FaceDetectors.Task)));
        _expressions = new(() => OnnxFaceExpressionModel.Open(Require(OnnxFaceExpressionModel.Task)));
        _attributes = new(() => Find(OnnxFaceAttributesModel.Task) is { } model ? OnnxFaceAttributesModel.Open(model) : null);
        _faces = new(() => new FacePerceiver(new LazyFaceDetector(_detector), _expressions.Value, attributes ? _attributes.Value : null));
        _scene = new(() => SceneModel.Open(Require(SceneModel.Task)));
        _voice = new(() => VoicePerceiver.Open(Require(VoicePerceiver.ActivityTask), Require(VoicePerceiver.EmotionTask)));
        _songs = new(() => SongPerceiver.Open(_catalogue, _chosen.GetValueOrDefault(SongPerceiver.FeelingTask)?.Manifest.Name));
        EndpointSettings? chat = variable is null ? null : EndpointSettings.FindChat(variable);
        EndpointSettings? transcription = variable is null ? null : EndpointSettings.FindTranscription(variable);
        _text = new(() => chat is null ? EmbeddedText() : new ChatTextPerceiver(new ChatEndpoint(chat), EmbeddedText()));
        Transcriber = transcription is null ? null : new TranscriptionEndpoint(transcription);
    }

    /// <summary>Chooses among the program's and the user's models.</summary>
    /// <param name="ids">Models by id or id@version, at most one for each task.</param>
    /// <param name="attributes">Whether a model that guesses age and gender may be opened at all. Default false.</param>
    /// <returns>The models.</returns>
    /// <exception cref="SensoriumException">A named model is not there, broken, or for another task.</exception>
    public static FeelModels Installed(IReadOnlyList<string>? ids = null, bool attributes = false) =>
        new(ModelCatalogue.Default(new SensoriumHome().Path), ids ?? [], attributes, Environment.GetEnvironmentVariable);

    /// <inheritdoc/>
    public FacePerceiver Faces => _faces.Value;

    /// <inheritdoc/>
    public ISceneModel Scene => _scene.Value;

    /// <inheritdoc/>
    public IVoicePerceiver Voice => _voice.Value;

    /// <inheritdoc/>
    public ISongPerceiver Songs => _songs.Value;

    /// <inheritdoc/>
    public ITextPerceiver Text => _text.Value;

    /// <inheritdoc/>
    public ITranscriber? Transcriber { get; }

    /// <inheritdoc/>
    public void Open(FeelOptions options, MediaKind kind = MediaKind.Picture)
    {
        ArgumentNullException.ThrowIfNull(options);
        switch (options.Subject, kind)
        {
            case (FeelSubject.Text, _) or (FeelSubject.Everything, MediaKind.Text):
                _ = _text.Value;
                break;
            case (FeelSubject.Song, _):
                _ = _songs.Value;
                break;
            case (FeelSubject.Voice, _):
                _ = _voice.Value;
                break;
            case (FeelSubject.Everything, MediaKind.Sound):
                OpenSounds();
                break;
            case (FeelSubject.Face or FeelSubject.Scene, _) or (_, MediaKind.Picture or MediaKind.Film):
                OpenPictures(options);
                break;
            default:
                // What a container holds shows when it is opened.
                break;
        }
    }

    /// <summary>Gives the models' memory back.</summary>
    public void Dispose()
    {
        if (_detector.IsValueCreated)
        {
            _detector.Value.Dispose();
        }

        if (_expressions.IsValueCreated)
        {
            _expressions.Value.Dispose();
        }

        if (_voice.IsValueCreated)
        {
            _voice.Value.Dispose();
        }

        if (_songs.IsValueCreated)
        {
            _songs.Value.Dispose();
        }

        if (_attributes.IsValueCreated)
        {
            _attributes.Value?.Dispose();
        }
    }

    // Whether a sound is a song is told by the models of voices. The model of songs may be missing: voices are felt all the same.
    private void OpenSounds()
    {
        try
        {
            _ = _voice.Value;
        }
        catch (MissingComponentException missing)
        {
            throw new MissingComponentException(
                missing.Component,
                new LocalizedText(
                    $"{missing.Text.English}\nWithout it music alone can be felt: --as song.",
                    $"{missing.Text.Korean}\n없어도 음악의 느낌은 볼 수 있습니다: --as song."),
                missing);
        }
    }

    private void OpenPictures(FeelOptions options)
    {
        try
        {
            _ = options.Subject == FeelSubject.Face ? null : _scene.Value;
            if (options.Subject != FeelSubject.Scene)
            {
                Faces.Require(options.Faces);
            }

            _ = options.Subject == FeelSubject.Everything ? _detector.Value : null;
        }
        catch (MissingComponentException missing) when (options.Subject == FeelSubject.Everything && _scene.IsValueCreated && missing.Component != OnnxFaceAttributesModel.Task)
        {
            throw new MissingComponentException(
                missing.Component,
                new LocalizedText(
                    $"{missing.Text.English}\nWithout it the scene alone can be felt: --as scene.",
                    $"{missing.Text.Korean}\n없어도 장면의 느낌은 볼 수 있습니다: --as scene."),
                missing);
        }
    }

    private TextPerceiver EmbeddedText() => TextPerceiver.Open(Require(TextPerceiver.Task));

    private void Choose(ModelFolder model)
    {
        string task = model.Manifest.Task;
        if (!Tasks.Contains(task))
        {
            string tasks = string.Join(", ", Tasks);
            throw new UnsupportedInputException(new LocalizedText(
                $"The model {model.Manifest.Name} is for {task}; feel takes models for {tasks}. 'sensorium models' lists what there is.",
                $"{model.Manifest.Name} 모델은 {task}용입니다. feel에는 다음 작업의 모델을 쓸 수 있습니다: {tasks}. 있는 모델은 'sensorium models'로 볼 수 있습니다."));
        }

        if (!_chosen.TryAdd(task, model))
        {
            throw new UnsupportedInputException(new LocalizedText(
                $"{_chosen[task].Manifest.Name} and {model.Manifest.Name} are both for {task}; name one of them.",
                $"{_chosen[task].Manifest.Name}, {model.Manifest.Name} 모델은 모두 {task}용입니다. 하나만 지정하십시오."));
        }
    }

    private ModelFolder? Find(string task) => _chosen.GetValueOrDefault(task) ?? _catalogue.FindForTask(task);

    private ModelFolder Require(string task) => Find(task) ?? throw Missing(task);

    private UnsupportedInputException Missing(string task)
    {
        string roots = string.Join(", ", _catalogue.Roots);
        return new(new LocalizedText(
            $"There is no model for {task} in {roots}; build or unpack Sensorium again, or install one.",
            $"{roots} 폴더에 {task}용 모델이 없습니다. Sensorium을 다시 빌드하거나 풀어 놓거나, 모델을 설치하십시오."));
    }
}
