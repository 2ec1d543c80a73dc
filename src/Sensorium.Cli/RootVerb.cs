using System.CommandLine;

namespace Sensorium.Cli;

/// <summary>The command line's root: it holds the verbs and the options that every verb takes.</summary>
internal sealed class RootVerb : Command
{
    /// <summary>Creates the root without verbs.</summary>
    /// <param name="language">Language of the help.</param>
    public RootVerb(Language language)
        : base("sensorium", Summary(language))
    {
        Globals = new GlobalOptions(language);
        Help = new Option<bool>("--help", "-h", "-?")
        {
            Description = new LocalizedText("Show this help.", "이 도움말을 보여 줍니다.").In(language),
            Arity = ArgumentArity.Zero,
            Recursive = true,
        };
        Version = new Option<bool>("--version")
        {
            Description = new LocalizedText("Show the version.", "버전을 보여 줍니다.").In(language),
            Arity = ArgumentArity.Zero,
        };
        foreach (Option option in Globals.All)
        {
            Add(option);
        }

        Add(Help);
        Add(Version);
    }

    /// <summary>Options that every verb takes.</summary>
    public GlobalOptions Globals { get; }

    /// <summary>Asks for help on the command before it.</summary>
    public Option<bool> Help { get; }

    /// <summary>Asks for the version.</summary>
    public Option<bool> Version { get; }

    private static string Summary(Language language) => new LocalizedText(
        "One feeling, every sense: give a picture and explore it by ear. Everything runs on this machine.",
        "하나의 감정, 모든 감각. 그림을 주면 소리로 탐색할 수 있습니다. 모든 일은 이 컴퓨터 안에서 이루어집니다.").In(language);
}
