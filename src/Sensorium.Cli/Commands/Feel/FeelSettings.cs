using System.CommandLine;
using Sensorium.Perception;

namespace Sensorium.Cli;

/// <summary>What one run of <c>feel</c> is to do.</summary>
internal sealed record FeelSettings
{
    /// <summary>The inputs, at least one, in the order given; folders have been replaced by their pictures.</summary>
    public required IReadOnlyList<string> Inputs { get; init; }

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
        if (words.Length == 0)
        {
            values.Add("feel needs an input: sensorium feel INPUT...", "feel에는 입력이 필요합니다: sensorium feel INPUT...");
        }

        if (words.Count(word => word == InputPaths.StandardInput) > 1)
        {
            values.Add("- stands for one picture from standard input and may be given once.", "-는 표준 입력의 그림 하나를 뜻하므로 한 번만 쓸 수 있습니다.");
        }

        FeelSubject subject = values.Subject(Tokens(parsed, arguments.As));
        Option[] faceOptions = [arguments.Largest, arguments.All, arguments.Crop, arguments.Attributes];
        values.CheckFaceOptions(subject, [.. faceOptions.Where(option => parsed.GetResult(option) is { Implicit: false }).Select(option => option.Name)]);
        FeelSettings settings = new()
        {
            Inputs = InputPaths.WithPicturesInFolders(InputPaths.Expand(words), parsed.GetValue(arguments.Recursive)),
            Options = new FeelOptions
            {
                Subject = subject,
                Faces = new FaceReadOptions
                {
                    Selection = parsed.GetValue(arguments.Largest) ? FaceSelection.Largest : FaceSelection.All,
                    Crop = values.Crop(Tokens(parsed, arguments.Crop)),
                    AgeAndGender = parsed.GetValue(arguments.Attributes),
                },
            },
            Models = Tokens(parsed, arguments.Models),
            OutputFile = values.File(Tokens(parsed, arguments.Out)),
        };
        values.ThrowIfAny();
        return settings;
    }

    // The tokens rather than the values: a value that the parser refused is told by the parser, and throws when asked for.
    private static IReadOnlyList<string> Tokens(ParseResult parsed, Option option) =>
        parsed.GetResult(option) is { } result ? [.. result.Tokens.Select(token => token.Value)] : [];
}
