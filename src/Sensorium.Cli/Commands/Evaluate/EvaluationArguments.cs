using System.CommandLine;
using System.CommandLine.Parsing;

namespace Sensorium.Cli;

/// <summary>What every evaluation of models takes: where the report goes, and the seed. Values are read as text, so that every fault can be told at once.</summary>
internal sealed class EvaluationArguments : CommandArguments
{
    private static readonly string[] Endings = [".html", ".md", ".json"];

    /// <summary>Creates the options.</summary>
    /// <param name="language">Language of their descriptions.</param>
    public EvaluationArguments(Language language)
        : base(language)
    {
        Out = Many("--out", "FILE", new(
            "Write the report: .html (one file, with charts), .md or .json; may be given many times.",
            "보고서를 씁니다: .html(도표가 든 파일 하나), .md, .json. 여러 번 쓸 수 있습니다."), "-o");
        Seed = One("--seed", "N", new("Seed of everything random; the same seed gives the same figures. Default: 1.", "난수의 씨앗. 씨앗이 같으면 수치도 같습니다. 기본값은 1입니다."));
        NoTiming = Flag("--no-timing", new("Measure no times; the same data then give the same bytes.", "시간을 재지 않습니다. 그러면 같은 데이터에서 바이트까지 같은 결과가 나옵니다."));
    }

    /// <summary>Files of the report.</summary>
    public Option<string[]> Out { get; }

    /// <summary>The seed.</summary>
    public Option<string?> Seed { get; }

    /// <summary>Whether times are left out.</summary>
    public Option<bool> NoTiming { get; }

    /// <summary>The files of the report, each with an ending that is known.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="values">Gathers faults.</param>
    /// <returns>The paths.</returns>
    public IReadOnlyList<string> Files(ParseResult parsed, OptionValues values)
    {
        string[] files = parsed.GetValue(Out) ?? [];
        foreach (string file in files.Where(file => !Endings.Contains(Path.GetExtension(file).ToLowerInvariant())))
        {
            values.Add(
                $"--out takes a file that ends with .html, .md or .json, but \"{file}\" came.",
                $"--out에는 .html, .md, .json으로 끝나는 파일을 쓸 수 있습니다. 받은 값은 \"{file}\"입니다.");
        }

        return files;
    }

    /// <summary>The seed; the default where it is unfit or missing.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="values">Gathers faults.</param>
    /// <returns>The seed.</returns>
    public ulong SeedOf(ParseResult parsed, OptionValues values) => values.Seed(parsed.GetValue(Seed) is { } seed ? [seed] : []) ?? 1;

    /// <summary>The items of lists parted by commas.</summary>
    /// <param name="lists">The lists; null for none.</param>
    /// <returns>The items, without repeats, in the order given.</returns>
    public static IReadOnlyList<string> Split(string[]? lists) =>
        [.. (lists ?? []).SelectMany(list => list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct()];

    /// <summary>The command line that was given, as it can be typed again.</summary>
    /// <param name="parsed">The command line.</param>
    /// <returns>The words after the program's name, without where the report goes.</returns>
    public string CommandOf(ParseResult parsed)
    {
        HashSet<Token> left = [.. parsed.GetResult(Out) is { } result ? result.Tokens : []];
        IEnumerable<string> words = parsed.Tokens
            .Where(token => !left.Contains(token) && token.Value is not ("--out" or "-o"))
            .Select(token => token.Value.Any(char.IsWhiteSpace) ? $"\"{token.Value}\"" : token.Value);
        return string.Join(' ', words);
    }
}
