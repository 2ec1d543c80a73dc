using System.CommandLine;
using System.Globalization;
using Sensorium.Expression;

namespace Sensorium.Cli;

/// <summary>What one run of <c>compose</c> is to do.</summary>
internal sealed record ComposeSettings
{
    /// <summary>Files to start from.</summary>
    public required IReadOnlyList<string> Inputs { get; init; }

    /// <summary>Words to start from; null for none.</summary>
    public required string? Words { get; init; }

    /// <summary>A place to start from; null where the inputs are felt.</summary>
    public required (double Valence, double Arousal)? From { get; init; }

    /// <summary>Folder for the files; null writes none.</summary>
    public required string? OutputFolder { get; init; }

    /// <summary>What to make.</summary>
    public required ComposeOptions Options { get; init; }

    /// <summary>Who makes the piece: one of <see cref="MusicGenerators.Ids"/>.</summary>
    public required string Generator { get; init; }

    /// <summary>Whether the listener is asked how they feel, before and after.</summary>
    public required bool Asks { get; init; }

    /// <summary>Whether the style was chosen; a suggestion takes its place otherwise.</summary>
    public required bool HasStyle { get; init; }

    /// <summary>Whether the goal was chosen.</summary>
    public required bool HasGoal { get; init; }

    /// <summary>Reads and checks the command line.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="arguments">What <c>compose</c> takes.</param>
    /// <param name="errors">What is already known to be wrong.</param>
    /// <param name="language">Language of pages.</param>
    /// <returns>Settings that are fit.</returns>
    /// <exception cref="InvalidCommandLineException">Something is unfit; it carries every fault.</exception>
    public static ComposeSettings Read(ParseResult parsed, ComposeArguments arguments, IReadOnlyList<LocalizedText> errors, Language language)
    {
        OptionValues values = new([.. errors]);
        IReadOnlyList<string> inputs = InputPaths.Expand([.. (parsed.GetValue(arguments.Inputs) ?? []).Except(ParseErrors.MistakenOptions(parsed))]);
        string? words = One(parsed, arguments.Text), from = One(parsed, arguments.From), path = One(parsed, arguments.Path);
        int starts = (inputs.Count > 0 || words is not null ? 1 : 0) + (from is null ? 0 : 1) + (path is null ? 0 : 1);
        if (starts != 1)
        {
            values.Add(
                starts == 0 ? "compose needs something to start from: sensorium compose photo.jpg, --text \"...\", --from -0.5,0.2 or --path." : "compose starts from inputs, from --from or from --path: give one of them.",
                starts == 0 ? "compose에는 시작할 것이 필요합니다: sensorium compose photo.jpg, --text \"...\", --from -0.5,0.2, --path 가운데 하나." : "compose는 입력, --from, --path 가운데 하나에서 시작합니다. 하나만 주십시오.");
        }

        TimeSpan length = Length(One(parsed, arguments.Seconds), One(parsed, arguments.Minutes), values);
        IReadOnlyList<string> formats = values.Formats(Many(parsed, arguments.Formats), new ComposeOptions().Formats, ComposeOptions.AllFormats);
        ComposeOptions defaults = new();
        ComposeSettings settings = new()
        {
            Inputs = inputs,
            Words = words,
            From = Parsed(from, ComposeGoal.ReadPlace, "--from", "valence and arousal from -1 to 1, such as -0.5,0.2", "-1에서 1까지의 정서가와 각성도, 예: -0.5,0.2", values),
            Options = defaults with
            {
                Goal = Choice(One(parsed, arguments.Goal), ComposeGoal.Parse, "--goal", "calm, bright, awake, steady, or a place such as 0.5,-0.3", values) ?? defaults.Goal,
                Arc = Parsed(One(parsed, arguments.Arc), Arc, "--arc", "iso, compensatory or hold", "iso, compensatory, hold", values) ?? defaults.Arc,
                Path = path is null ? null : Choice(path, text => PathOf(text, length), "--path", "points such as 0:-0.5,0.2;60:0.5,0.3 with rising seconds within the length", values),
                Style = Choice(One(parsed, arguments.Style), CompositionStyles.Find, "--style", string.Join(", ", CompositionStyles.All.Select(style => style.Id)), values) ?? defaults.Style,
                Length = length,
                Seed = values.Seed(Many(parsed, arguments.Seed)) ?? defaults.Seed,
                Candidates = Parsed(One(parsed, arguments.Candidates), text => Whole(text, ComposeOptions.MostCandidates), "--candidates", $"a whole number from 1 to {ComposeOptions.MostCandidates}", $"1에서 {ComposeOptions.MostCandidates}까지의 정수", values) ?? defaults.Candidates,
                Warmth = Parsed(One(parsed, arguments.Warmth), text => Within(text, -1, 1), "--warmth", "a number from -1 to 1", "-1에서 1까지의 수", values),
                Formats = formats,
                Language = language,
                Stems = parsed.GetValue(arguments.Stems),
                SoundFont = values.SoundFont(Many(parsed, arguments.SoundFont)),
            },
            Generator = Choice(One(parsed, arguments.Generator), text => MusicGenerators.Ids.FirstOrDefault(id => id == text), "--generator", string.Join(", ", MusicGenerators.Ids), values) ?? MusicGenerators.Ids[0],
            Asks = parsed.GetValue(arguments.Ask),
            HasStyle = One(parsed, arguments.Style) is not null,
            HasGoal = One(parsed, arguments.Goal) is not null,
            OutputFolder = values.Folder(Many(parsed, arguments.Out)) ?? ".",
        };
        values.ThrowIfAny();
        return formats.Count > 0 || settings.Options.Stems ? settings : settings with { OutputFolder = null };
    }

    private static TimeSpan Length(string? seconds, string? minutes, OptionValues values)
    {
        if (seconds is not null && minutes is not null)
        {
            values.Add("The length comes from --seconds or from --minutes: give one of them.", "길이는 --seconds나 --minutes 가운데 하나로 줍니다.");
        }

        double least = CompositionRequest.Shortest.TotalSeconds, most = CompositionRequest.Longest.TotalSeconds;
        double? given = seconds is not null
            ? Parsed(seconds, text => Within(text, least, most), "--seconds", $"a number from {least} to {most}", $"{least}에서 {most}까지의 수", values)
            : Parsed(minutes, text => Within(text, least / 60, most / 60), "--minutes", $"a number up to {most / 60}, and at least 10 seconds", $"{most / 60}까지의 수(10초 이상)", values) * 60;
        return given is { } value ? TimeSpan.FromSeconds(value) : new ComposeOptions().Length;
    }

    private static AffectPath? PathOf(string text, TimeSpan length)
    {
        List<AffectPoint> points = [];
        foreach (string point in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            string[] parts = point.Split(':');
            if (parts.Length != 2 || Within(parts[0], 0, length.TotalSeconds) is not { } seconds || ComposeGoal.ReadPlace(parts[1]) is not { } place)
            {
                return null;
            }

            points.Add(new AffectPoint(TimeSpan.FromSeconds(seconds), place.Valence, place.Arousal));
        }

        bool rises = points.Zip(points.Skip(1)).All(pair => pair.First.Time < pair.Second.Time);
        return points.Count is >= 1 and <= AffectPath.MostPoints && rises ? new AffectPath(points, length) : null;
    }

    private static ComposeArc? Arc(string text) => text switch { "iso" => ComposeArc.Iso, "compensatory" => ComposeArc.Compensatory, "hold" => ComposeArc.Hold, _ => null };

    private static int? Whole(string text, int most) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value >= 1 && value <= most ? value : null;

    private static double? Within(string text, double least, double most) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value >= least && value <= most ? value : null;

    private static T? Parsed<T>(string? text, Func<string, T?> read, string option, string english, string korean, OptionValues values)
        where T : struct
    {
        T? value = text is null ? null : read(text);
        if (text is not null && value is null)
        {
            values.Add($"{option} takes {english}, but \"{text}\" came.", $"{option}에는 {korean}을(를) 쓸 수 있습니다. 받은 값은 \"{text}\"입니다.");
        }

        return value;
    }

    private static T? Choice<T>(string? text, Func<string, T?> read, string option, string choices, OptionValues values)
        where T : class
    {
        T? value = text is null ? null : read(text);
        if (text is not null && value is null)
        {
            values.Add($"{option} takes {choices}, but \"{text}\" came.", $"{option}에는 다음을 쓸 수 있습니다: {choices}. 받은 값은 \"{text}\"입니다.");
        }

        return value;
    }

    private static string? One(ParseResult parsed, Option option) => Many(parsed, option) is [string value, ..] ? value : null;

    // The tokens rather than the values: a value that the parser refused is told by the parser, and throws when asked for.
    private static IReadOnlyList<string> Many(ParseResult parsed, Option option) =>
        parsed.GetResult(option) is { } result ? [.. result.Tokens.Select(token => token.Value)] : [];
}
