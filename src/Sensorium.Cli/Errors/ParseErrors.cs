using System.CommandLine;
using System.CommandLine.Parsing;

namespace Sensorium.Cli;

/// <summary>Says in both languages what the parser could not make sense of, with the nearest word that it knows.</summary>
internal static class ParseErrors
{
    // Commands that the project has announced and not made yet.
    private static readonly string[] Announced = ["see"];

    /// <summary>Every fault that the parser found.</summary>
    /// <param name="parsed">The command line.</param>
    /// <returns>One sentence for each.</returns>
    public static IEnumerable<LocalizedText> Of(ParseResult parsed)
    {
        Command command = parsed.CommandResult.Command;
        if (command.Subcommands.Count > 0 && parsed.UnmatchedTokens.FirstOrDefault(token => !token.StartsWith('-')) is { } verb)
        {
            // What follows an unknown command cannot be judged.
            yield return Unknown(verb, command);
            yield break;
        }

        foreach (string token in parsed.UnmatchedTokens.Concat(MistakenOptions(parsed)))
        {
            yield return Unknown(token, command);
        }

        foreach (ParseError error in parsed.Errors)
        {
            if (error.SymbolResult is OptionResult option)
            {
                yield return OfOption(option);
            }
        }
    }

    /// <summary>Words that look like options but were taken for arguments, because no option has their name.</summary>
    /// <param name="parsed">The command line.</param>
    /// <returns>The words before a <c>--</c>; after it everything is an argument.</returns>
    public static IEnumerable<string> MistakenOptions(ParseResult parsed)
    {
        HashSet<string> meant = [.. parsed.Tokens.SkipWhile(token => token.Type != TokenType.DoubleDash).Select(token => token.Value)];
        return parsed.CommandResult.Command.Arguments
            .SelectMany(argument => parsed.GetResult(argument)?.Tokens ?? [])
            .Select(token => token.Value)
            .Where(value => value.Length > 1 && value[0] == '-' && !meant.Contains(value));
    }

    private static LocalizedText OfOption(OptionResult result)
    {
        string name = result.Option.Name;
        string value = result.Option.HelpName ?? "VALUE";
        return result.Tokens.Count switch
        {
            0 => new($"{name} needs a value: {name} {value}.", $"{name}에는 값이 필요합니다: {name} {value}."),
            1 => new($"{name} takes no value, but \"{result.Tokens[0].Value}\" came.", $"{name}에는 값을 줄 수 없습니다. 받은 값은 \"{result.Tokens[0].Value}\"입니다."),
            int count => new($"{name} may be given once, but it came {count} times.", $"{name} 옵션은 한 번만 쓸 수 있습니다. {count}번 왔습니다."),
        };
    }

    private static LocalizedText Unknown(string token, Command command)
    {
        if (command is RootVerb && Announced.Contains(token))
        {
            return new(
                $"The command \"{token}\" is not there yet. {Invitation(command)} --help shows what there is.",
                $"\"{token}\" 명령은 아직 없습니다. {Invitation(command)} --help로 쓸 수 있는 것을 볼 수 있습니다.");
        }

        bool isOption = token.StartsWith('-');
        string? nearest = NearestWord.To(token, Words(command, isOption));
        LocalizedText what = isOption
            ? new($"There is no option {token} here.", $"여기에 {token} 옵션은 없습니다.")
            : command.Subcommands.Count > 0
                ? new($"There is no command \"{token}\".", $"\"{token}\" 명령은 없습니다.")
                : new($"\"{token}\" is one word too many here.", $"여기에 \"{token}\" 인자는 쓸 수 없습니다.");
        if (nearest is null && isOption && command.Arguments.Count > 0 && Path.HasExtension(token))
        {
            return new($"{what.English} If it is a file, write ./{token}", $"{what.Korean} 파일이면 이렇게 쓰십시오: ./{token}");
        }

        return nearest is null
            ? new(
                $"{what.English} {Invitation(command)} --help shows what there is.",
                $"{what.Korean} {Invitation(command)} --help로 쓸 수 있는 것을 볼 수 있습니다.")
            : new($"{what.English} Did you mean {nearest}?", $"{what.Korean} 혹시 이것입니까: {nearest}");
    }

    private static string Invitation(Command command)
    {
        string words = command.Name;
        for (Symbol? parent = command.Parents.FirstOrDefault(); parent is not null; parent = parent.Parents.FirstOrDefault())
        {
            words = $"{parent.Name} {words}";
        }

        return words;
    }

    private static IEnumerable<string> Words(Command command, bool options)
    {
        if (!options)
        {
            return command.Subcommands.Where(sub => !sub.Hidden).Select(sub => sub.Name);
        }

        IEnumerable<string> own = command.Options.Select(option => option.Name);
        IEnumerable<string> inherited = command.Parents.OfType<Command>().SelectMany(parent => parent.Options).Where(option => option.Recursive).Select(option => option.Name);
        return own.Concat(inherited);
    }
}
