using System.CommandLine;
using Sensorium.Library;

namespace Sensorium.Cli;

/// <summary>What one run of <c>match</c> is to do.</summary>
internal sealed record MatchSettings
{
    /// <summary>The files in the order given.</summary>
    public required IReadOnlyList<string> Inputs { get; init; }

    /// <summary>Words given on the command line; null for none.</summary>
    public string? Words { get; init; }

    /// <summary>What to ask for.</summary>
    public required MatchRequest Request { get; init; }

    /// <summary>Where the songs go besides the screen.</summary>
    public required MatchTargets Targets { get; init; }

    /// <summary>Whether to write what is remembered, and nothing else.</summary>
    public bool IsExport { get; init; }

    /// <summary>Whether to erase what is remembered, and nothing else.</summary>
    public bool IsErase { get; init; }

    /// <summary>The song whose part of the memory is to be erased; null for all of it.</summary>
    public string? EraseSong { get; init; }

    /// <summary>The models asked for by id; empty for the usual ones.</summary>
    public required IReadOnlyList<string> Models { get; init; }

    /// <summary>Reads and checks the command line.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="arguments">What <c>match</c> takes.</param>
    /// <param name="errors">What is already known to be wrong.</param>
    /// <returns>Settings that are fit.</returns>
    /// <exception cref="InvalidCommandLineException">Something is unfit; it carries every fault.</exception>
    public static MatchSettings Read(ParseResult parsed, MatchArguments arguments, IReadOnlyList<LocalizedText> errors)
    {
        MatchValues values = new([.. errors]);
        HashSet<string> mistaken = [.. ParseErrors.MistakenOptions(parsed)];
        string[] words = [.. (parsed.GetValue(arguments.Inputs) ?? []).Where(word => !mistaken.Contains(word))];
        IReadOnlyList<string> Tokens(Option option) => parsed.GetResult(option) is { } result ? [.. result.Tokens.Select(token => token.Value)] : [];
        string? One(Option option) => Tokens(option) is [string value] ? value : null;

        string? Maybe(Option option) => parsed.GetResult(option) is { Implicit: false } ? One(option) ?? string.Empty : null;

        (int? yearFrom, int? yearTo) = values.Years(Tokens(arguments.Year));
        (TimeSpan? lengthFrom, TimeSpan? lengthTo) = values.Lengths(Tokens(arguments.Length));
        bool vocal = parsed.GetValue(arguments.Vocal), instrumental = parsed.GetValue(arguments.Instrumental);
        MatchSettings settings = new()
        {
            Inputs = InputPaths.Expand(words),
            Words = One(arguments.Text),
            IsExport = parsed.GetValue(arguments.Memory),
            IsErase = Maybe(arguments.Forget) is not null,
            EraseSong = One(arguments.Forget),
            Models = Tokens(arguments.Models),
            Targets = new MatchTargets
            {
                File = One(arguments.Out),
                Mpd = Maybe(arguments.Mpd),
                MusicFolder = One(arguments.MusicFolder),
                Subsonic = Maybe(arguments.Subsonic),
                Plays = parsed.GetValue(arguments.Play),
                Postcard = One(arguments.Postcard),
            },
            Request = new MatchRequest
            {
                Options = new MatchOptions
                {
                    Count = values.Whole("--count", Tokens(arguments.Count), 1, SongMatcher.MostSongs, 20),
                    MinFit = values.Number("--min-fit", Tokens(arguments.MinFit), 0, 1, 0.5),
                    Diversity = values.Number("--variety", Tokens(arguments.Diversity), 0, 1, 0.2),
                    Filter = new SongFilter
                    {
                        YearFrom = yearFrom,
                        YearTo = yearTo,
                        LengthFrom = lengthFrom,
                        LengthTo = lengthTo,
                        Genres = Tokens(arguments.Genre),
                        Languages = Tokens(arguments.SongLanguage),
                        Vocal = vocal ? true : instrumental ? false : null,
                    },
                },
                Journey = ReadJourney(values, Tokens(arguments.Journey), Tokens(arguments.To), Tokens(arguments.Minutes)),
                Pin = One(arguments.Pin),
                Liked = Tokens(arguments.Like),
                Skipped = Tokens(arguments.Skip),
                Before = values.Place("--before", One(arguments.Before)),
                After = values.Place("--after", One(arguments.After)),
                Why = Tokens(arguments.Why),
                Remembers = !parsed.GetValue(arguments.NoMemory),
            },
        };
        Check(values, settings, vocal && instrumental);
        values.ThrowIfAny();
        return settings;
    }

    private static JourneyRequest? ReadJourney(MatchValues values, IReadOnlyList<string> kinds, IReadOnlyList<string> goals, IReadOnlyList<string> minutes)
    {
        JourneyKind? kind = values.Journey(kinds);
        PlanePoint[] places = [.. goals.Select(goal => values.Place("--to", goal, isNamed: true)).OfType<PlanePoint>()];
        double length = values.Number("--minutes", minutes, 1, 240, 24);
        if (kind is null && kinds.Count == 0 && (goals.Count > 0 || minutes.Count > 0))
        {
            // A goal or a length alone means to go there.
            kind = JourneyKind.Iso;
        }

        if (kind is JourneyKind.Custom && goals.Count == 0)
        {
            values.Add("--journey custom needs the places to go through: --to V,A, once or several times.", "--journey custom에는 지나갈 곳이 필요합니다. --to V,A를 한 번 이상 주십시오.");
        }

        if ((kind is not JourneyKind.Custom && places.Length > 1) || places.Length >= JourneyPath.MostPoints)
        {
            values.Add($"--to may be given once; --journey custom takes up to {JourneyPath.MostPoints - 1} of them.", $"--to는 한 번만 쓸 수 있습니다. --journey custom에는 {JourneyPath.MostPoints - 1}개까지 쓸 수 있습니다.");
        }

        return kind is { } wanted ? new JourneyRequest { Kind = wanted, Goals = places.Length > 0 ? places : [JourneyPath.Calm], Length = TimeSpan.FromMinutes(length) } : null;
    }

    private static void Check(MatchValues values, MatchSettings settings, bool both)
    {
        MatchRequest request = settings.Request;
        bool isAboutMemory = settings.IsExport || settings.IsErase;
        if (settings.IsExport && settings.IsErase)
        {
            values.Add("--memory and --erase-memory go one after the other; give one.", "--memory와 --erase-memory는 하나씩 주십시오.");
        }

        if (!isAboutMemory && settings.Inputs.Count == 0 && settings.Words is null)
        {
            values.Add("match needs something to go by: sensorium match ANYTHING..., or sensorium match --text WORDS", "match에는 기준이 필요합니다: sensorium match ANYTHING... 또는 sensorium match --text 글");
        }

        if (isAboutMemory && (settings.Inputs.Count > 0 || settings.Words is not null))
        {
            values.Add("--memory and --erase-memory take no inputs.", "--memory와 --erase-memory에는 입력을 주지 않습니다.");
        }

        if (settings.Words is { } text && string.IsNullOrWhiteSpace(text))
        {
            values.Add("--text takes words, but none came.", "--text에는 글이 필요한데 비어 있습니다.");
        }

        if (settings.Inputs.Count + (settings.Words is null ? 0 : 1) > FeelFlow.MostTogether)
        {
            values.Add($"At most {FeelFlow.MostTogether} inputs go together, but {settings.Inputs.Count} came.", $"입력은 {FeelFlow.MostTogether}개까지 함께 쓸 수 있습니다. 받은 입력은 {settings.Inputs.Count}개입니다.");
        }

        if (settings.Targets.File is { } file && !PlaylistFile.IsPlaylist(file))
        {
            string endings = string.Join(", ", PlaylistFile.Extensions);
            values.Add($"--out takes a file that ends with {endings}, but \"{file}\" came.", $"--out에는 {endings} 가운데 하나로 끝나는 파일을 씁니다. 받은 값은 \"{file}\"입니다.");
        }

        if (settings.Targets.Postcard is { } postcard && !postcard.EndsWith(".mp4", StringComparison.OrdinalIgnoreCase))
        {
            values.Add($"--postcard takes a file that ends with .mp4, but \"{postcard}\" came.", $"--postcard에는 .mp4로 끝나는 파일을 씁니다. 받은 값은 \"{postcard}\"입니다.");
        }

        if (both)
        {
            values.Add("--vocal and --instrumental contradict each other; give one.", "--vocal과 --instrumental은 함께 쓸 수 없습니다. 하나만 주십시오.");
        }

        if ((request.Before is not null || request.After is not null) && request.Liked.Count + request.Skipped.Count == 0)
        {
            values.Add("--before and --after tell of songs: name them with --like or --skip.", "--before와 --after는 곡에 대한 것입니다. --like나 --skip으로 곡을 주십시오.");
        }

        if (request.Before is not null && request.After is null)
        {
            values.Add("--before needs --after.", "--before에는 --after도 필요합니다.");
        }
    }
}
