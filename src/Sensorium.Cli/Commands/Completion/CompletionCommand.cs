using System.CommandLine;

namespace Sensorium.Cli;

/// <summary><c>completion</c>: prints a script that teaches a shell the verbs, options and values.</summary>
internal sealed class CompletionCommand : Verb
{
    private static readonly Example[] Samples =
    [
        new("source <(sensorium completion bash)", new("For this bash; put the line into ~/.bashrc to keep it.", "지금의 bash에 적용합니다. 계속 쓰려면 ~/.bashrc에 넣으십시오.")),
        new("sensorium completion zsh > ~/.zfunc/_sensorium", new("For zsh, in a folder of fpath.", "zsh용입니다. fpath에 있는 폴더에 두십시오.")),
        new("sensorium completion fish > ~/.config/fish/completions/sensorium.fish", new("For fish.", "fish용입니다.")),
        new("sensorium completion pwsh | Out-String | Invoke-Expression", new("For PowerShell; put the line into $PROFILE to keep it.", "PowerShell용입니다. 계속 쓰려면 $PROFILE에 넣으십시오.")),
    ];

    private readonly Argument<string?> _shellName;
    private readonly Command _root;

    /// <summary>Creates the command.</summary>
    /// <param name="language">Language of the help.</param>
    /// <param name="root">The command line to complete; read when the script is asked for, so that it holds every verb.</param>
    public CompletionCommand(Language language, Command root)
        : base("completion", new("Print a completion script for bash, zsh, fish or pwsh.", "bash, zsh, fish, pwsh용 자동 완성 스크립트를 출력합니다."), Samples, language)
    {
        _root = root;
        _shellName = new Argument<string?>("SHELL")
        {
            Description = "bash, zsh, fish, pwsh",
            Arity = ArgumentArity.ZeroOrOne,
        };
        _shellName.CompletionSources.Add("bash", "zsh", "fish", "pwsh");
        Add(_shellName);
    }

    /// <inheritdoc />
    public override Task<int> RunAsync(ParseResult parsed, IReadOnlyList<LocalizedText> errors, Shell shell, CancellationToken cancellationToken)
    {
        string? name = parsed.GetValue(_shellName);
        IReadOnlyList<CompletionNode> nodes = CompletionNode.Flatten(_root);
        string? script = name switch
        {
            "bash" => BashCompletion.Write(nodes),
            "zsh" => ZshCompletion.Write(nodes),
            "fish" => FishCompletion.Write(nodes),
            "pwsh" or "powershell" => PowerShellCompletion.Write(nodes),
            _ => null,
        };
        if (script is null)
        {
            LocalizedText unfit = name is null
                ? new("completion needs the name of a shell: bash, zsh, fish or pwsh.", "completion에는 셸 이름이 필요합니다: bash, zsh, fish, pwsh.")
                : new($"completion knows bash, zsh, fish and pwsh, but \"{name}\" came.", $"completion에는 bash, zsh, fish, pwsh를 쓸 수 있습니다. 받은 값은 \"{name}\"입니다.");
            errors = [.. errors, unfit];
        }

        InvalidCommandLineException.ThrowIfAny(errors);
        shell.Terminal.Output.Write(script);
        return Task.FromResult(ExitCode.Done);
    }
}
