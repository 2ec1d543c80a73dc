using System.CommandLine;
using Sensorium.Media;
using Sensorium.Perception;

namespace Sensorium.Cli;

/// <summary><c>feel</c>: what pictures, voices, songs, videos and words feel like.</summary>
internal sealed class FeelCommand : Verb
{
    // The kind of so many inputs is looked at beforehand.
    private const int MostPeeked = 64;

    private static readonly Example[] Samples =
    [
        new("sensorium feel samples/harbour.png", new(
            "Shows what the picture feels like, and why.",
            "그림의 느낌과 그 근거를 보여 줍니다.")),
        new("sensorium feel voice.ogg", new(
            "How the voice in a sound feels, utterance by utterance.",
            "소리 속 목소리의 느낌을 발화마다 보여 줍니다.")),
        new("sensorium feel song.mp3 --plot song.html", new(
            "How a song feels as a whole and over time, with tempo, key and what else was heard.",
            "곡 전체와 시간에 따른 느낌을 빠르기, 조성 등 들린 것과 함께 보여 줍니다.")),
        new("sensorium feel clip.mp4 --plot clip.html", new(
            "Faces, scene and voice of a video over time, with a chart.",
            "동영상의 얼굴, 장면, 목소리를 시간에 따라 읽고 도표를 씁니다.")),
        new("sensorium feel photo.jpg voice.ogg --text \"What a day\"", new(
            "A photo, a voice and words of one moment, felt together.",
            "한 순간의 사진, 목소리, 글을 하나로 봅니다.")),
        new("arecord -f cd | sensorium feel - --as voice", new(
            "A voice from the microphone, utterance by utterance, until Ctrl-C.",
            "마이크의 목소리를 Ctrl-C를 누를 때까지 발화마다 보여 줍니다.")),
        new("sensorium feel diary.txt --lines --json > feelings.jsonl", new(
            "Each line of a text, one JSON object a line.",
            "글의 줄마다 JSON 한 줄을 씁니다.")),
        new("sensorium feel photos --recursive --json > feelings.jsonl", new(
            "Everything in a folder and the folders inside, one JSON object a line.",
            "폴더와 그 안의 폴더에 있는 파일마다 JSON 한 줄을 씁니다.")),
        new("sensorium feel portrait.jpg --as face", new(
            "The whole picture is one face.",
            "그림 전체를 얼굴 하나로 봅니다.")),
        new("sensorium feel - --plain < photo.jpg", new(
            "A file from standard input, told in sentences.",
            "표준 입력으로 받은 파일을 문장으로 알려 줍니다.")),
    ];

    private readonly FeelArguments _arguments;

    /// <summary>Creates the command.</summary>
    /// <param name="language">Language of the help.</param>
    public FeelCommand(Language language)
        : base("feel", Summary, Samples, language)
    {
        _arguments = new FeelArguments(language);
        Add(_arguments.Inputs);
        foreach (Option option in _arguments.Options)
        {
            Add(option);
        }
    }

    private static LocalizedText Summary => new(
        "What a picture, a voice, a song, a video or words feel like: valence, arousal, warmth and eight emotions, with evidence.",
        "그림, 목소리, 노래, 동영상, 글의 느낌: 정서가, 각성도, 온기와 여덟 감정을 근거와 함께 보여 줍니다.");

    /// <inheritdoc />
    public override async Task<int> RunAsync(ParseResult parsed, IReadOnlyList<LocalizedText> errors, Shell shell, CancellationToken cancellationToken)
    {
        FeelSettings settings = FeelSettings.Read(parsed, _arguments, errors);
        using FeelModels models = FeelModels.Installed(settings.Models, settings.Options.Faces.AgeAndGender);

        // Without its models nothing can be felt: one sentence for all inputs.
        if (await KindAsync(settings, cancellationToken).ConfigureAwait(false) is { } kind)
        {
            models.Open(settings.Options, kind);
        }

        settings = await CalibratedAsync(settings, models, cancellationToken).ConfigureAwait(false);
        settings = settings with { Options = settings.Options with { Country = settings.Options.Country ?? CountryChoice.Of(shell.Terminal.Variable) } };
        FeelFlow flow = new(models);
        return settings.IsLive ? await new FeelLive(flow, settings, shell).RunAsync(cancellationToken).ConfigureAwait(false)
            : settings.IsLines
            ? await new FeelLines(flow, settings, shell).RunAsync(cancellationToken).ConfigureAwait(false)
            : await new FeelBatch(flow, settings, shell).RunAsync(cancellationToken).ConfigureAwait(false);
    }

    // Null where the inputs are of several kinds or cannot be read: the batch tells of each.
    private static async Task<MediaKind?> KindAsync(FeelSettings settings, CancellationToken cancellationToken)
    {
        HashSet<MediaKind> kinds = settings.Words is null && !settings.IsLines ? [] : [MediaKind.Text];
        foreach (string input in settings.Inputs.Take(settings.IsLines ? 0 : MostPeeked).Where(File.Exists))
        {
            try
            {
                kinds.Add(MediaKinds.Of(await MediaKinds.ReadStartAsync(input, cancellationToken).ConfigureAwait(false)));
            }
            catch (SensoriumException)
            {
                // The batch says what is wrong with it.
            }
        }

        return kinds.Count == 1 ? kinds.First() : null;
    }

    private static async Task<FeelSettings> CalibratedAsync(FeelSettings settings, FeelModels models, CancellationToken cancellationToken)
    {
        if (settings.Speaker.Count == 0)
        {
            return settings;
        }

        List<ReadOnlyMemory<float>> recordings = [];
        foreach (string path in settings.Speaker)
        {
            SoundBuffer sound = await new SoundReader().ReadAsync(path, new SoundReadOptions { SampleRate = models.Voice.SampleRate, ChannelCount = 1 }, cancellationToken).ConfigureAwait(false);
            recordings.Add(sound.Channel(0).ToArray());
        }

        return settings with { Options = settings.Options with { Voice = new VoiceReadOptions { Speaker = models.Voice.Learn(recordings, cancellationToken) } } };
    }
}
