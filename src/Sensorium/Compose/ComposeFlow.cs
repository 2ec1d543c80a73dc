using System.Text;
using Sensorium.Audio;
using Sensorium.Expression;
using Sensorium.Media;
using Sensorium.Music;
using Sensorium.Perception;

namespace Sensorium;

/// <summary>From a feeling to new music that starts where the listener is and goes where they want.</summary>
/// <param name="ranker">Chooses between candidates; null leaves them in the order of their seeds.</param>
/// <param name="sounds">Encodes sound; null takes ours.</param>
/// <param name="generator">Who makes the first piece; where it fails the built-in composer does, and the result says so. Null for the built-in composer.</param>
public sealed class ComposeFlow(ScoreModel? ranker, SoundEncoder? sounds = null, IMusicGenerator? generator = null)
{
    private static readonly string[] SoundFormats = ["wav", "flac", "mp3", "ogg", "html"];
    private static readonly FluidSynthOptions Room = new() { ReverbLevel = .6, ReverbRoom = .6 };
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private readonly SoundEncoder _sounds = sounds ?? new SoundEncoder();

    /// <summary>The path that options ask for.</summary>
    /// <param name="start">Where the listener is.</param>
    /// <param name="options">The options.</param>
    /// <returns>The path, as long as the piece.</returns>
    public static AffectPath PathOf(AffectPoint start, ComposeOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        (double, double) from = (Math.Clamp(start.Valence, -1, 1), Math.Clamp(start.Arousal, -1, 1));
        return options switch
        {
            { Path: { } path } => path,
            { Goal.Valence: null } or { Arc: ComposeArc.Hold } => AffectPath.Hold(from.Item1, from.Item2, options.Length),
            { Arc: ComposeArc.Compensatory, Goal: { Valence: { } valence, Arousal: { } arousal } } => AffectPath.Compensatory((valence, arousal), options.Length),
            { Goal: { Valence: { } valence, Arousal: { } arousal } } => AffectPath.Iso(from, (valence, arousal), options.Length),
            _ => AffectPath.Hold(from.Item1, from.Item2, options.Length),
        };
    }

    /// <summary>Composes, plays and writes.</summary>
    /// <param name="input">What it starts from, for titles and file names: a path or a name.</param>
    /// <param name="start">Where the listener is.</param>
    /// <param name="warmth">From cold (-1) to warm (1); null where nothing is known.</param>
    /// <param name="folder">Where the files go, made when missing; null writes none.</param>
    /// <param name="options">What to make, and how.</param>
    /// <param name="progress">Told of each step; may be null.</param>
    /// <param name="cancellationToken">Stops the work; nothing is left behind.</param>
    /// <returns>The candidates and the paths of their files, which appear together.</returns>
    /// <exception cref="SensoriumException">A component is missing, or the files cannot be written.</exception>
    public async Task<ComposeResult> RunAsync(
        string input, AffectPoint start, double? warmth, string? folder, ComposeOptions options, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(options);
        AffectPath path = PathOf(start, options);
        progress?.Report(new WorkProgress(new("Composing", "작곡하는 중"), 0));
        string stem = StemOf(input);
        CompositionRequest request = new()
        {
            Path = path,
            Style = options.Style,
            Warmth = Math.Clamp(options.Warmth ?? warmth ?? CompositionRequest.UsualWarmth, -1, 1),
            Title = options.Title.Length > 0 ? options.Title : stem,
        };
        List<(Composition Piece, double? Distance)> pieces = [];
        BuiltInGenerator builtIn = new();
        (IMusicGenerator first, LocalizedText? note) = FirstGenerator(builtIn, folder, options);
        for (int i = 0; i < options.Candidates; i++)
        {
            MusicRequest asked = new()
            {
                Composition = request with { Seed = unchecked((options.Seed * MostSeeds) + (ulong)i) },
                Prompt = options.Prompt ?? MusicPrompt.Of(path, options.Style, request.Warmth),
            };
            GeneratedMusic music = await (i == 0 ? first : builtIn).GenerateAsync(asked, progress, cancellationToken);
            note ??= music.Note;
            if (music.Composition is not { } piece)
            {
                ComposeResult outside = await new OutsideWriter(_sounds).WriteAsync(music, asked, Path.Combine(Path.GetFullPath(folder!), stem), new ComposeResult { Input = input, Start = start, Path = path, Pieces = [], Options = options }, cancellationToken);
                progress?.Report(new WorkProgress(new("Done", "완료"), 1));
                return outside;
            }

            pieces.Add((piece, ranker is null || options.Candidates == 1 ? null : new CandidateRanker(ranker).Distance(piece)));
        }

        pieces = [.. pieces.OrderBy(piece => piece.Distance ?? 0)];
        List<ComposedPiece> written = folder is null
            ? pieces.ConvertAll(piece => new ComposedPiece { Composition = piece.Piece, Distance = piece.Distance, Files = [] })
            : await WriteAsync(pieces, Path.Combine(Path.GetFullPath(folder), stem), input, start, path, note, options, progress, cancellationToken);
        progress?.Report(new WorkProgress(new("Done", "완료"), 1));
        return new ComposeResult { Input = input, Start = start, Path = path, Pieces = written, Options = options, Note = note };
    }

    // An outside generator gives sound only: it is not troubled where no sound is wanted.
    private (IMusicGenerator Generator, LocalizedText? Note) FirstGenerator(BuiltInGenerator builtIn, string? folder, ComposeOptions options)
    {
        if (generator is null or BuiltInGenerator)
        {
            return (builtIn, null);
        }

        return folder is not null && options.Formats.Any(format => format != "html" && SoundFormats.Contains(format))
            ? (new FallbackGenerator(generator, builtIn), null)
            : (builtIn, new LocalizedText(
                $"No sound file was asked for, which is all that {generator.Name.English} gives; so the piece is by {builtIn.Name.English}.",
                $"{generator.Name.Korean}은(는) 소리만 내는데 소리 형식이 없어 {builtIn.Name.Korean}로 만들었습니다."));
    }

    private const ulong MostSeeds = 1_000_003;

    private async Task<List<ComposedPiece>> WriteAsync(
        List<(Composition Piece, double? Distance)> pieces, string stem, string input, AffectPoint start, AffectPath path, LocalizedText? note, ComposeOptions options, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        bool wantsSound = options.Stems || options.Formats.Any(SoundFormats.Contains);
        using FluidSynthesizer? synthesizer = wantsSound ? new FluidSynthesizer(SoundFontLocator.Locate(options.SoundFont), Room) : null;
        using OutputBatch batch = new();
        List<ComposedPiece> written = [];
        for (int i = 0; i < pieces.Count; i++)
        {
            (Composition piece, double? distance) = pieces[i];
            string name = i == 0 ? stem : $"{stem}-{i + 1}";
            progress?.Report(new WorkProgress(new("Playing the instruments", "악기를 연주하는 중"), (i + 0.2) / pieces.Count));
            (SoundBuffer Sound, LoudnessReport Report)? played = synthesizer is null ? null : await Task.Run(() => PieceSound.Play(synthesizer, piece.Score, cancellationToken), cancellationToken);
            List<string> files = [.. options.Formats.Where(format => format != "json").Distinct().Select(format => $"{name}.{format}")];
            string? mp3 = files.Find(file => Path.GetExtension(file) == ".mp3") is { } wanted ? batch.Reserve(wanted) : null;

            // The page holds the sound of the MP3 file, which is encoded once.
            foreach (string file in files.OrderByDescending(file => Path.GetExtension(file) == ".mp3"))
            {
                await WriteAsync(file, piece, played?.Sound, mp3, options, batch, cancellationToken);
            }

            if (options.Stems)
            {
                foreach (Part part in piece.Score.Parts)
                {
                    files.Add($"{name}-{part.Name.ToLowerInvariant().Replace(", ", "-", StringComparison.Ordinal).Replace(' ', '-')}.wav");
                    WavFile.Write(batch.Create(files[^1]), PieceSound.PlayPart(synthesizer!, piece.Score, part, played!.Value.Report.GainDb, cancellationToken));
                }
            }

            written.Add(new ComposedPiece { Composition = piece, Distance = distance, Files = files, LoudnessLufs = played?.Report.Lufs, TruePeakDbtp = played?.Report.TruePeakDbtp });
        }

        if (options.Formats.Contains("json"))
        {
            ComposeResult result = new() { Input = input, Start = start, Path = path, Pieces = written, Options = options, Note = note };
            batch.Create($"{stem}.json").Write(Utf8.GetBytes(CompositionJson.Write(result) + "\n"));
            written[0] = written[0] with { Files = [.. written[0].Files, $"{stem}.json"] };
        }

        cancellationToken.ThrowIfCancellationRequested();
        batch.Commit();
        return written;
    }

    private async Task WriteAsync(string path, Composition piece, SoundBuffer? sound, string? mp3, ComposeOptions options, OutputBatch batch, CancellationToken cancellationToken)
    {
        SoundTags tags = new() { Title = piece.Score.Title, Artist = "Sensorium", Comment = HearFlow.Generator };
        switch (Path.GetExtension(path))
        {
            case ".mid":
                StandardMidiFile.Write(piece.Score, batch.Create(path));
                break;
            case ".musicxml":
                MusicXmlFile.Write(piece.Score, piece.Chords, batch.Create(path));
                break;
            case ".html":
                byte[] music = mp3 is null ? await EncodeAsync(sound!, tags, cancellationToken) : await File.ReadAllBytesAsync(mp3, cancellationToken);
                batch.Create(path).Write(Utf8.GetBytes(CompositionPage.Write(piece, sound, Mp3Sound.WithoutTag(music).Span, options.Language)));
                break;
            case ".wav":
                WavFile.Write(batch.Create(path), sound!);
                break;
            case string extension:
                SoundFormat kind = extension switch { ".mp3" => SoundFormat.Mp3, ".ogg" => SoundFormat.Ogg, _ => SoundFormat.Flac };
                string part = kind == SoundFormat.Mp3 ? mp3! : batch.Reserve(path);
                await _sounds.EncodeAsync(sound!, kind, part, tags with { Cover = Png(options.Cover ?? CoverPicture.Of(piece)) }, cancellationToken);
                break;
        }
    }

    private async Task<byte[]> EncodeAsync(SoundBuffer sound, SoundTags tags, CancellationToken cancellationToken)
    {
        using MemoryStream mp3 = new();
        await _sounds.EncodeAsync(sound, SoundFormat.Mp3, mp3, tags, cancellationToken);
        return mp3.ToArray();
    }

    private static byte[] Png(Picture picture)
    {
        using MemoryStream png = new();
        PngFile.Write(png, picture);
        return png.ToArray();
    }

    private static string StemOf(string input)
    {
        string stem = Path.GetFileNameWithoutExtension(input);
        return stem.Length > 0 && stem.IndexOfAny(Path.GetInvalidFileNameChars()) < 0 && !stem.StartsWith('-') ? stem : "composition";
    }
}
