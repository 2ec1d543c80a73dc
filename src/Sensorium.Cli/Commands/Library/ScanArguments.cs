using System.CommandLine;
using System.Globalization;
using Sensorium.Library;

namespace Sensorium.Cli;

/// <summary>What the commands that scan take.</summary>
internal sealed class ScanArguments
{
    private readonly Option<string?> _cpu;

    /// <summary>Creates the option.</summary>
    /// <param name="command">The command that takes it.</param>
    /// <param name="language">Language of its description.</param>
    public ScanArguments(Command command, Language language)
    {
        _cpu = new Option<string?>("--cpu")
        {
            HelpName = "SHARE",
            Description = new LocalizedText("How much of the machine to use, e.g. 50%. Default: two songs at a time.", "컴퓨터를 얼마나 쓸지 정합니다. 예: 50%. 기본값은 한 번에 두 곡입니다.").In(language),
        };
        command.Add(_cpu);
    }

    /// <summary>Reads the option.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="errors">Receives what is wrong with it.</param>
    /// <returns>How to scan.</returns>
    public ScanOptions Read(ParseResult parsed, List<LocalizedText> errors)
    {
        if (parsed.GetValue(_cpu) is not { } text)
        {
            return new ScanOptions();
        }

        if (double.TryParse(text.TrimEnd('%'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double percent) && percent is >= 1 and <= 100)
        {
            return ScanOptions.ForShare(percent / 100, Environment.ProcessorCount);
        }

        errors.Add(new($"--cpu takes a share from 1% to 100%, but \"{text}\" came.", $"--cpu에는 1%에서 100%까지의 몫을 씁니다. 받은 값은 \"{text}\"입니다."));
        return new ScanOptions();
    }
}
