using Sensorium.Media;

namespace Sensorium.Cli;

/// <summary>Feels each line of text files on its own, as it comes: memory holds one line, whatever the length of the file.</summary>
/// <param name="flow">What does the work.</param>
/// <param name="settings">What to do.</param>
/// <param name="shell">Where to speak.</param>
internal sealed class FeelLines(FeelFlow flow, FeelSettings settings, Shell shell)
{
    // Wide enough for most files' names and a line's number.
    private static readonly string[] Widest = [new string('0', 24), "-:1"];

    private readonly FeelView _view = new(shell, Widest);
    private int _done;
    private int _failed;

    /// <summary>Does all lines of all inputs. Blank lines are passed over.</summary>
    /// <param name="cancellationToken">Stops the work; what is shown already stays.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        using OutputBatch files = new();
        await using Stream? file = settings.OutputFile is string path ? files.Create(path) : null;
        foreach (string input in settings.Inputs)
        {
            try
            {
                await using Stream stream = Open(input);
                await ReadAsync(stream, input, file, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                Tell(input, exception, file, cancellationToken);
            }
        }

        files.Commit();
        if (shell.IsTalking)
        {
            shell.WriteLine(new BatchEnd(_failed, ExitCode.Done).Total(_done + _failed));
        }

        return _failed == 0 ? ExitCode.Done : _done > 0 ? ExitCode.Failed : ExitCode.BadInput;
    }

    private static Stream Open(string input) =>
        input == InputPaths.StandardInput ? Terminal.OpenInput() : TextLines.Open(input);

    private async Task ReadAsync(Stream stream, string input, Stream? file, CancellationToken cancellationToken)
    {
        await foreach (TextLine line in TextLines.ReadAsync(stream, cancellationToken).ConfigureAwait(false))
        {
            string name = $"{input}:{line.Number}";
            try
            {
                string words = TextFile.Decode(line, name);
                if (!string.IsNullOrWhiteSpace(words))
                {
                    FeelResult result = await flow.RunAsync(FeelInput.OfWords(words, name), settings.Options, cancellationToken).ConfigureAwait(false);
                    FeelBatch.WriteTo(file, writer => PerceptJson.Write(writer, result, shell.Language));
                    _view.Show(result);
                    _done++;
                }
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                Tell(name, exception, file, cancellationToken);
            }
        }
    }

    private void Tell(string name, Exception exception, Stream? file, CancellationToken cancellationToken)
    {
        Failure failure = Failure.Of(exception, cancellationToken);
        _failed++;
        shell.Complain(failure, name);
        FeelBatch.WriteTo(file, writer => failure.WriteTo(writer, name, shell.Language));
        if (shell.IsJson)
        {
            shell.WriteJson(writer => failure.WriteTo(writer, name, shell.Language));
            shell.Flush();
        }
    }
}
