using System.CommandLine;
using Sensorium.Library;
using Sensorium.Media;

namespace Sensorium.Cli;

/// <summary><c>library forget</c>: takes files or folders out of the library.</summary>
internal sealed class LibraryForgetCommand : Verb
{
    private static readonly Example[] Samples =
    [
        new("sensorium library forget ~/Music/old", new("Takes a folder out; nothing on the disk is touched.", "폴더를 라이브러리에서 뺍니다. 디스크의 파일은 그대로입니다.")),
        new("sensorium library forget https://music.example.org", new("Takes a music server out, with all of its songs.", "음악 서버를 그 곡과 함께 뺍니다.")),
        new("sensorium library forget --gone", new("Forgets files that are not there any more.", "이제 없는 파일을 목록에서 뺍니다.")),
    ];

    private readonly Argument<string[]> _paths;
    private readonly Option<bool> _gone;

    /// <summary>Creates the command.</summary>
    /// <param name="language">Language of the help.</param>
    public LibraryForgetCommand(Language language)
        : base("forget", new("Take files or folders out of the library, with their pins and feedback; nothing on the disk is touched.", "파일이나 폴더를 고정과 평가와 함께 라이브러리에서 뺍니다. 디스크의 파일은 그대로입니다."), Samples, language)
    {
        _paths = new Argument<string[]>("PATH") { Description = new LocalizedText("Files, folders or music servers, there or not.", "파일이나 폴더, 음악 서버. 이제 없어도 됩니다.").In(language), Arity = ArgumentArity.ZeroOrMore };
        _gone = new Option<bool>("--gone") { Description = new LocalizedText("Every file that is not there any more.", "이제 없는 모든 파일.").In(language), Arity = ArgumentArity.Zero };
        Add(_paths);
        Add(_gone);
    }

    /// <inheritdoc />
    public override Task<int> RunAsync(ParseResult parsed, IReadOnlyList<LocalizedText> errors, Shell shell, CancellationToken cancellationToken)
    {
        string[] paths = parsed.GetValue(_paths) ?? [];
        bool gone = parsed.GetValue(_gone);
        InvalidCommandLineException.ThrowIfAny(paths.Length > 0 || gone
            ? errors
            : [.. errors, new("library forget takes a file, a folder, or --gone.", "library forget에는 파일이나 폴더, 또는 --gone을 씁니다.")]);
        using SqliteCatalogue catalogue = new LibraryFlow(new SensoriumHome(shell.Terminal.Variable)).Open();
        int forgotten = paths.Sum(path => LibraryFlow.Forget(catalogue, path)) + (gone ? LibraryFlow.ForgetGone(catalogue) : 0);
        if (shell.IsJson)
        {
            LibraryWords.WriteStatus(catalogue, shell, json => json.WriteNumber("forgotten", forgotten));
        }
        else if (shell.IsTalking)
        {
            shell.WriteLine(new LocalizedText($"Forgotten: {forgotten:N0}.", $"{forgotten:N0}개를 뺐습니다."));
        }

        return Task.FromResult(ExitCode.Done);
    }
}
