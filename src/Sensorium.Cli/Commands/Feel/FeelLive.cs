using Sensorium.Media;
using Sensorium.Perception;
using Spectre.Console;

namespace Sensorium.Cli;

/// <summary>
/// Feels a voice while it comes, such as a microphone's: each utterance as soon as it has ended, and all of it at the end of the stream or at
/// Ctrl-C, which is the way to end it and no failure.
/// </summary>
/// <param name="flow">What does the work.</param>
/// <param name="settings">What to do.</param>
/// <param name="shell">Where to speak.</param>
internal sealed class FeelLive(FeelFlow flow, FeelSettings settings, Shell shell)
{
    private readonly IAnsiConsole _console = shell.CreateConsole();

    /// <summary>Listens until the end.</summary>
    /// <param name="cancellationToken">Set by Ctrl-C.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        using OutputBatch files = new();
        await using Stream? file = settings.OutputFile is string path ? files.Create(path) : null;
        await using Stream input = Terminal.OpenInput();
        FeelResult result = await flow.ListenAsync(input, InputPaths.StandardInput, settings.Raw, settings.Options, Tell, cancellationToken).ConfigureAwait(false);
        FeelBatch.WriteTo(file, writer => PerceptJson.Write(writer, result, shell.Language));
        files.Commit();
        new FeelView(shell, settings.Inputs).Show(result);
        return ExitCode.Done;

        void Tell(VoiceSegment segment)
        {
            FeelBatch.WriteTo(file, writer => PerceptJson.WriteHeard(writer, InputPaths.StandardInput, segment));
            Show(segment);
        }
    }

    private void Show(VoiceSegment segment)
    {
        if (shell.IsJson)
        {
            shell.WriteJson(writer => PerceptJson.WriteHeard(writer, InputPaths.StandardInput, segment));
        }
        else if (shell.IsTalking && shell.IsPlain)
        {
            shell.WriteLine(FeelSections.Sentence(segment));
        }
        else if (shell.IsTalking)
        {
            FeelSections.Line(segment, _console.Profile.Width, shell.Language).Write(_console);
        }

        shell.Flush();
    }
}
