using System.CommandLine;

namespace Sensorium.Cli;

/// <summary>What one run of <c>hear</c> is to do.</summary>
internal sealed record HearSettings
{
    /// <summary>The pictures, at least one, in the order given.</summary>
    public required IReadOnlyList<string> Pictures { get; init; }

    /// <summary>Folder for the files; null writes none.</summary>
    public required string? OutputFolder { get; init; }

    /// <summary>What to make of each picture.</summary>
    public required HearOptions Options { get; init; }

    /// <summary>Reads and checks the command line.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="arguments">What <c>hear</c> takes.</param>
    /// <param name="errors">What is already known to be wrong.</param>
    /// <param name="language">Language in which the page opens.</param>
    /// <returns>Settings that are fit.</returns>
    /// <exception cref="InvalidCommandLineException">Something is unfit; it carries every fault.</exception>
    public static HearSettings Read(ParseResult parsed, HearArguments arguments, IReadOnlyList<LocalizedText> errors, Language language)
    {
        OptionValues values = new([.. errors]);
        IReadOnlyList<string> pictures = InputPaths.Expand([.. (parsed.GetValue(arguments.Pictures) ?? []).Except(ParseErrors.MistakenOptions(parsed))]);
        if (pictures.Count == 0)
        {
            values.Add(
                "hear needs a picture: sensorium hear PICTURE...",
                "hear에는 그림이 필요합니다: sensorium hear PICTURE...");
        }

        IReadOnlyList<string> formats = values.Formats(One(parsed, arguments.Formats), new HearOptions().Formats, HearLimits.Formats);
        (double? lowest, double? highest) = values.PitchRange(One(parsed, arguments.Pitch));
        IReadOnlyDictionary<int, string> labels = values.Labels(One(parsed, arguments.Labels), pictures.Count);
        HearOptions defaults = new();
        ulong seed = values.Seed(One(parsed, arguments.Seed)) ?? defaults.Seed;
        HearOptions options = defaults with
        {
            Formats = formats,
            Regions = defaults.Regions with
            {
                Space = values.Space(One(parsed, arguments.Space)) ?? defaults.Regions.Space,
                ClusterCount = values.ClusterCount(One(parsed, arguments.Clusters)),
                Seed = seed,
            },
            Seed = seed,
            Mapping = values.Mapping(One(parsed, arguments.Mapping)) ?? defaults.Mapping,
            SoundSets = values.SoundSets(One(parsed, arguments.Sounds)) ?? defaults.SoundSets,
            LowestHz = lowest,
            HighestHz = highest,
            Labels = labels,
            SoundFont = values.SoundFont(One(parsed, arguments.SoundFont)),
            Language = language,
        };
        string folder = values.Folder(One(parsed, arguments.Out)) ?? ".";
        values.ThrowIfAny();
        return new() { Pictures = pictures, OutputFolder = formats.Count > 0 ? folder : null, Options = options };
    }

    // The tokens rather than the values: a value that the parser refused is told by the parser, and throws when asked for.
    private static IReadOnlyList<string> One(ParseResult parsed, Option option) =>
        parsed.GetResult(option) is { } result ? [.. result.Tokens.Select(token => token.Value)] : [];
}
