using System.CommandLine;

namespace Sensorium.Cli;

/// <summary>Makes the options of a command. All values are read as text, so that every fault can be told at once.</summary>
/// <param name="language">Language of the descriptions.</param>
internal abstract class CommandArguments(Language language)
{
    /// <summary>An option with one value.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">What its value is, for the help.</param>
    /// <param name="description">What it does.</param>
    /// <param name="aliases">Its other names.</param>
    /// <returns>The option.</returns>
    public Option<string?> One(string name, string value, LocalizedText description, params string[] aliases) => Valued<string?>(name, aliases, value, description, ArgumentArity.ExactlyOne);

    /// <summary>An option whose value may be left out.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">What its value is, for the help.</param>
    /// <param name="description">What it does.</param>
    /// <returns>The option.</returns>
    public Option<string?> Maybe(string name, string value, LocalizedText description) => Valued<string?>(name, [], value, description, ArgumentArity.ZeroOrOne);

    /// <summary>An option that may be given many times, or with a list.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">What its value is, for the help.</param>
    /// <param name="description">What it does.</param>
    /// <param name="aliases">Its other names.</param>
    /// <returns>The option.</returns>
    public Option<string[]> Many(string name, string value, LocalizedText description, params string[] aliases)
    {
        Option<string[]> option = Valued<string[]>(name, aliases, value, description, ArgumentArity.OneOrMore);
        option.AllowMultipleArgumentsPerToken = false;
        return option;
    }

    /// <summary>An option without a value.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it does.</param>
    /// <param name="aliases">Its other names.</param>
    /// <returns>The option.</returns>
    public Option<bool> Flag(string name, LocalizedText description, params string[] aliases) => new(name, aliases)
    {
        Description = description.In(language),
        Arity = ArgumentArity.Zero,
    };

    private Option<T> Valued<T>(string name, string[] aliases, string value, LocalizedText description, ArgumentArity arity) => new(name, aliases)
    {
        HelpName = value,
        Description = description.In(language),
        Arity = arity,
    };
}
