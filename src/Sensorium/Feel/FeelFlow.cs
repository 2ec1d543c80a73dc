using System.Text;
using Sensorium.Media;
using Sensorium.Perception;

namespace Sensorium;

/// <summary>
/// A picture, a voice, a song, a video or a text goes in, its feeling comes out, with evidence; several of them together are one feeling. What a
/// file is is decided by its content, and each kind has its sense.
/// </summary>
/// <remarks>Safe to use from several threads at once; they share the models.</remarks>
public sealed class FeelFlow
{
    private readonly MediaProbe _probe = new();
    private readonly PerceptFusion _fusion;
    private readonly PictureSense _pictures;
    private readonly SoundSense _sounds;
    private readonly VideoSense _videos;
    private readonly TextSense _texts;

    /// <summary>Creates the flow.</summary>
    /// <param name="models">The models; <see cref="FeelModels.Installed"/> are those of this machine.</param>
    /// <param name="pictures">Reads pictures; null takes ours.</param>
    /// <param name="fusion">Puts sources together; null takes ours.</param>
    public FeelFlow(IFeelModels models, IPictureReader? pictures = null, PerceptFusion? fusion = null)
    {
        ArgumentNullException.ThrowIfNull(models);
        _fusion = fusion ?? new PerceptFusion();
        SoundReader sounds = new();
        VoiceEar ear = new(sounds, models);
        _pictures = new PictureSense(pictures ?? new PictureReader(), models, _fusion);
        _texts = new TextSense(models);
        _sounds = new SoundSense(ear, new SongEar(sounds, models), new OpenEar(sounds, models), _texts, _fusion);
        _videos = new VideoSense(new FilmReader(), _pictures, ear, _texts, _fusion);
    }

    /// <summary>Feels a file.</summary>
    /// <param name="path">The file. Its content decides what it is, never its name.</param>
    /// <param name="options">What is felt, and how.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>What was felt.</returns>
    /// <exception cref="SensoriumException">The input is unfit, a limit was reached, or a component is missing.</exception>
    public Task<FeelResult> RunAsync(string path, FeelOptions options, CancellationToken cancellationToken = default) =>
        RunAsync(FeelInput.OfFile(path), options, cancellationToken);

    /// <summary>Feels a file in memory.</summary>
    /// <param name="file">The bytes of a file.</param>
    /// <param name="name">What to call it in sentences and in <see cref="FeelResult.Input"/>.</param>
    /// <param name="options">What is felt, and how.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>What was felt.</returns>
    /// <exception cref="SensoriumException">The input is unfit, a limit was reached, or a component is missing.</exception>
    public Task<FeelResult> RunAsync(ReadOnlyMemory<byte> file, string name, FeelOptions options, CancellationToken cancellationToken = default) =>
        RunAsync(FeelInput.OfMemory(file, name), options, cancellationToken);

    /// <summary>Feels one input.</summary>
    /// <param name="input">The input.</param>
    /// <param name="options">What is felt, and how.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>What was felt.</returns>
    /// <exception cref="SensoriumException">The input is unfit, a limit was reached, or a component is missing.</exception>
    public async Task<FeelResult> RunAsync(FeelInput input, FeelOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(options);
        Sensed sensed = await SenseAsync(input, options, cancellationToken);
        return sensed.Result ?? throw new UnsupportedInputException(sensed.Nothing);
    }

    /// <summary>Feels several inputs as one: a photo, a voice and words of the same moment.</summary>
    /// <param name="inputs">The inputs, at least one; at most <see cref="MostTogether"/>.</param>
    /// <param name="options">What is felt, and how.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>One feeling; where there was nothing to feel in an input, a note says so.</returns>
    /// <exception cref="SensoriumException">An input is unfit, a limit was reached, a component is missing, or there was nothing to feel in any input.</exception>
    public async Task<FeelResult> RunTogetherAsync(IReadOnlyList<FeelInput> inputs, FeelOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs.Count, 1, nameof(inputs));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(inputs.Count, MostTogether, nameof(inputs));
        if (inputs.Count == 1)
        {
            return await RunAsync(inputs[0], options, cancellationToken);
        }

        // Words that somebody gave are better than those that a machine heard.
        FeelOptions each = inputs.Any(input => input.Words is not null) ? options with { Transcribe = false } : options;
        List<FeelResult> results = [];
        List<LocalizedText> silent = [];
        foreach (FeelInput input in inputs)
        {
            Sensed sensed = await SenseAsync(input, each, cancellationToken);
            if (sensed.Result is { } result)
            {
                results.Add(result);
            }
            else
            {
                silent.Add(sensed.Nothing);
            }
        }

        return results.Count > 0 ? FeelTogether.Of(inputs, results, silent, _fusion) : throw new UnsupportedInputException(silent[0]);
    }

    /// <summary>Feels the voice in a stream while it comes, such as a microphone's, utterance by utterance; memory does not grow with what was heard but for the list of its stretches.</summary>
    /// <param name="sound">The stream; stays open.</param>
    /// <param name="name">What to call it in sentences and in <see cref="FeelResult.Input"/>.</param>
    /// <param name="raw">What it is where it has no header; null where its first bytes tell.</param>
    /// <param name="options">How the voice is read.</param>
    /// <param name="heard">Hears of each stretch as soon as it has ended, in order of time.</param>
    /// <param name="cancellationToken">Ends the listening: what was heard until then is the result.</param>
    /// <returns>What was felt in all of it.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled before the sound began.</exception>
    /// <exception cref="SensoriumException">The stream is unfit, has no voice, a limit was reached, or a component is missing.</exception>
    public async Task<FeelResult> ListenAsync(Stream sound, string name, RawSound? raw, FeelOptions options, Action<VoiceSegment> heard, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sound);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(heard);
        await using LiveInput input = new(sound, raw);
        Sensed sensed = await _sounds.FeelLiveAsync(input, name, options, heard, cancellationToken);
        return sensed.Result ?? throw new UnsupportedInputException(sensed.Nothing);
    }

    /// <summary>Most inputs that are felt as one.</summary>
    public const int MostTogether = 64;

    private async Task<Sensed> SenseAsync(FeelInput input, FeelOptions options, CancellationToken cancellationToken)
    {
        if (input.Words is { } words)
        {
            return await _texts.FeelAsync(new SenseMaterial(input, MediaKind.Text, null, default, Encoding.UTF8.GetByteCount(words)), options, cancellationToken);
        }

        byte[]? start = input.Path is { } path ? await MediaKinds.ReadStartAsync(path, cancellationToken) : null;
        ReadOnlyMemory<byte> bytes = start ?? input.Bytes ?? default;
        MediaKind kind = KindOf(bytes.Span[..Math.Min(bytes.Length, MediaKinds.StartBytes)], options.Subject);
        bool needsFile = input.Path is null && kind is MediaKind.Sound or MediaKind.Container;
        using FileOnDisk? file = input.Path is { } given ? FileOnDisk.At(given) : needsFile ? await FileOnDisk.WriteAsync(bytes, cancellationToken) : null;
        MediaTracks tracks = kind == MediaKind.Container ? await _probe.ReadAsync(file!.Path, cancellationToken) : default;
        long length = input.Path is { } there ? new FileInfo(there).Length : bytes.Length;
        SenseMaterial material = new(input, kind, file?.Path, tracks, length);
        return await SenseOf(material, bytes, options.Subject).FeelAsync(material, options, cancellationToken);
    }

    // A file that was declared a text, a voice or a song is read as one, whatever its beginning looks like: its reader says what is wrong with it.
    private static MediaKind KindOf(ReadOnlySpan<byte> start, FeelSubject subject)
    {
        MediaKind kind = MediaKinds.Of(start);
        return subject switch
        {
            FeelSubject.Text => MediaKind.Text,
            FeelSubject.Voice or FeelSubject.Song => kind is MediaKind.Container ? kind : MediaKind.Sound,
            FeelSubject.Face or FeelSubject.Scene => kind is MediaKind.Container ? kind : MediaKind.Picture,
            _ => kind,
        };
    }

    private ISense SenseOf(SenseMaterial material, ReadOnlyMemory<byte> start, FeelSubject subject) => material.Kind switch
    {
        MediaKind.Picture => _pictures,
        MediaKind.Text => _texts,
        MediaKind.Sound => _sounds,
        MediaKind.Container when subject is FeelSubject.Voice or FeelSubject.Song || (subject == FeelSubject.Everything && !material.Tracks.HasFilm) => _sounds,
        MediaKind.Container => _videos,
        _ => throw FeelErrors.Unknown(material.Input.Name, MediaKinds.Describe(start.Span[..Math.Min(start.Length, MediaKinds.StartBytes)]), start.IsEmpty),
    };
}
