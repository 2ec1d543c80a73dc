using System.CommandLine;
using Sensorium.Perception;

namespace Sensorium.Cli;

/// <summary>What one run of <c>feel</c> is to do.</summary>
internal sealed record FeelSettings
{
    /// <summary>The inputs in the order given; folders have been replaced by what is in them.</summary>
    public required IReadOnlyList<string> Inputs { get; init; }

    /// <summary>Words given on the command line; null for none.</summary>
    public string? Words { get; init; }

    /// <summary>Whether all inputs are felt as one.</summary>
    public bool IsTogether { get; init; }

    /// <summary>Whether each line of a text file is an input.</summary>
    public bool IsLines { get; init; }

    /// <summary>What standard input is where it has no header; null where its first bytes tell.</summary>
    public RawSound? Raw { get; init; }

    /// <summary>Whether a voice is felt while it comes: standard input alone, as a voice.</summary>
    public bool IsLive => Inputs is [InputPaths.StandardInput] && Options.Subject == FeelSubject.Voice && !IsTogether && !IsLines;

    /// <summary>Other recordings of the speaker; empty for none.</summary>
    public IReadOnlyList<string> Speaker { get; init; } = [];

    /// <summary>File for the timeline; null for none.</summary>
    public string? Timeline { get; init; }

    /// <summary>File for the chart; null for none.</summary>
    public string? Plot { get; init; }

    /// <summary>What is felt, and how.</summary>
    public required FeelOptions Options { get; init; }

    /// <summary>The models asked for by id; empty for the usual ones.</summary>
    public required IReadOnlyList<string> Models { get; init; }

    /// <summary>File for the results; null for none.</summary>
    public required string? OutputFile { get; init; }

    /// <summary>Reads and checks the command line.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="arguments">What <c>feel</c> takes.</param>
    /// <param name="errors">What is already known to be wrong.</param>
    /// <returns>Settings that are fit.</returns>
    /// <exception cref="InvalidCommandLineException">Something is unfit; it carries every fault.</exception>
    public static FeelSettings Read(ParseResult parsed, FeelArguments arguments, IReadOnlyList<LocalizedText> errors)
    {
        FeelValues values = new([.. errors]);
        HashSet<string> mistaken = [.. ParseErrors.MistakenOptions(parsed)];
        string[] words = [.. (parsed.GetValue(arguments.Inputs) ?? []).Where(word => !mistaken.Contains(word))];
        FeelSubject subject = values.Subject(Tokens(parsed, arguments.As));
        Option[] faceOptions = [arguments.Largest, arguments.All, arguments.Crop, arguments.Attributes];
        values.CheckFaceOptions(subject, [.. faceOptions.Where(option => parsed.GetResult(option) is { Implicit: false }).Select(option => option.Name)]);
        string? text = Tokens(parsed, arguments.Text) is [string given] ? given : null;
        FeelSettings settings = new()
        {
            Inputs = InputPaths.WithFilesInFolders(InputPaths.Expand(words), parsed.GetValue(arguments.Recursive), Extensions(subject, parsed.GetValue(arguments.Lines))),
            Words = text,
            IsTogether = parsed.GetValue(arguments.Together) || text is not null,
            IsLines = parsed.GetValue(arguments.Lines),
            Raw = values.Raw(Tokens(parsed, arguments.Raw)),
            Speaker = InputPaths.WithFilesInFolders(InputPaths.Expand(Tokens(parsed, arguments.Calibrate)), recursive: false, InputPaths.Sounds),
            Timeline = values.File("--timeline", Tokens(parsed, arguments.Timeline)),
            Plot = values.File("--plot", Tokens(parsed, arguments.Plot)),
            Options = new FeelOptions
            {
                Subject = subject,
                Country = values.Country(Tokens(parsed, arguments.Country)),
                Faces = new FaceReadOptions
                {
                    Selection = parsed.GetValue(arguments.Largest) ? FaceSelection.Largest : FaceSelection.All,
                    Crop = values.Crop(Tokens(parsed, arguments.Crop)),
                    AgeAndGender = parsed.GetValue(arguments.Attributes),
                },
            },
            Models = Tokens(parsed, arguments.Models),
            OutputFile = values.File("--out", Tokens(parsed, arguments.Out)),
        };
        values.CheckInputs(words, settings);
        values.CheckTimeline(settings);
        values.ThrowIfAny();
        return settings;
    }

    // What of a folder is meant; a file that is named is taken whatever its ending.
    private static IReadOnlySet<string> Extensions(FeelSubject subject, bool isLines) => subject switch
    {
        _ when isLines => InputPaths.Texts,
        FeelSubject.Face or FeelSubject.Scene => InputPaths.Pictures,
        FeelSubject.Voice or FeelSubject.Song => InputPaths.Sounds.Concat(InputPaths.Videos).ToHashSet(StringComparer.OrdinalIgnoreCase),
        FeelSubject.Text => InputPaths.Texts,
        _ => InputPaths.Pictures.Concat(InputPaths.Sounds).Concat(InputPaths.Videos).Concat(InputPaths.Texts).ToHashSet(StringComparer.OrdinalIgnoreCase),
    };

    // The tokens rather than the values: a value that the parser refused is told by the parser, and throws when asked for.
    private static IReadOnlyList<string> Tokens(ParseResult parsed, Option option) =>
        parsed.GetResult(option) is { } result ? [.. result.Tokens.Select(token => token.Value)] : [];
}
