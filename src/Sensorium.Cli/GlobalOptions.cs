using System.CommandLine;

namespace Sensorium.Cli;

/// <summary>The options that every verb takes.</summary>
internal sealed class GlobalOptions
{
    private readonly Option<bool> _json;
    private readonly Option<bool> _quiet;
    private readonly Option<bool> _plain;
    private readonly Option<string?> _language;

    /// <summary>Creates the options.</summary>
    /// <param name="language">Language of their descriptions.</param>
    public GlobalOptions(Language language)
    {
        _json = Flag(["--json"], new(
            "Write JSON to standard output and nothing else there.",
            "표준 출력에 JSON만 씁니다."), language);
        _quiet = Flag(["--quiet", "-q"], new(
            "Say nothing but errors.",
            "오류 말고는 아무것도 쓰지 않습니다."), language);
        _plain = Flag(["--plain"], new(
            "For screen readers: no boxes, charts, colour or animation, one sentence a line.",
            "화면 낭독기용: 상자, 도표, 색, 움직임 없이 한 줄에 한 문장씩 씁니다."), language);
        _language = new Option<string?>("--lang")
        {
            Description = new LocalizedText(
                "Language of everything said and of the page: en or ko. Default: the locale's.",
                "말과 페이지의 언어: en 또는 ko. 기본값은 로캘을 따릅니다.").In(language),
            HelpName = "en|ko",
            Recursive = true,
        };
        _language.CompletionSources.Add("en", "ko");
        All = [_json, _quiet, _plain, _language];
    }

    /// <summary>All of them, in the order of the help.</summary>
    public IReadOnlyList<Option> All { get; }

    /// <summary>Their values; unfit ones fall back to the defaults.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="language">The language chosen before parsing.</param>
    /// <returns>The settings.</returns>
    public GlobalSettings Read(ParseResult parsed, Language language) =>
        new(parsed.GetValue(_json), parsed.GetValue(_quiet), parsed.GetValue(_plain), language);

    /// <summary>What is wrong with their values.</summary>
    /// <param name="parsed">The command line.</param>
    /// <returns>One sentence for each fault.</returns>
    public IEnumerable<LocalizedText> Validate(ParseResult parsed)
    {
        string? value = parsed.GetResult(_language)?.Tokens is [{ Value: var given }] ? given : null;
        if (value is not null && LanguageChoice.Parse(value) is null)
        {
            yield return new(
                $"--lang takes en or ko, but \"{value}\" came.",
                $"--lang에는 en이나 ko를 쓸 수 있습니다. 받은 값은 \"{value}\"입니다.");
        }
    }

    private static Option<bool> Flag(string[] names, LocalizedText description, Language language) => new(names[0], names[1..])
    {
        Description = description.In(language),
        Arity = ArgumentArity.Zero,
        Recursive = true,
    };
}
