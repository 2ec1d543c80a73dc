using System.Text;
using System.Text.Json;
using Sensorium.Media;
using Spectre.Console;

namespace Sensorium.Cli;

/// <summary>Runs <c>feel</c> over one input or many, two at a time, and shows each result as soon as those before it are shown.</summary>
/// <param name="flow">What does the work.</param>
/// <param name="settings">What to do.</param>
/// <param name="shell">Where to speak.</param>
internal sealed class FeelBatch(FeelFlow flow, FeelSettings settings, Shell shell)
{
    private readonly IAnsiConsole _console = shell.CreateConsole();
    private readonly int _count = settings.Inputs.Count;
    private FeelTable? _table;

    /// <summary>Does all inputs.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        using OutputBatch files = new();
        await using Stream? file = settings.OutputFile is string path ? files.Create(path) : null;
        BatchEnd end;
        using (ProgressLine line = new(shell, string.Empty))
        {
            Batch<FeelResult> batch = new(shell, settings.Inputs, Math.Max(Environment.ProcessorCount, 1))
            {
                Failed = (input, failure) => WriteTo(file, writer => failure.WriteTo(writer, input, shell.Language)),
            };
            end = await batch.RunAsync(
                (input, _, token) => FeelAsync(input, token),
                (result, index) =>
                {
                    WriteTo(file, writer => PerceptJson.Write(writer, result, shell.Language));
                    Show(result, index);
                    Progress(line, index);
                },
                cancellationToken).ConfigureAwait(false);
        }

        if (end.ExitCode != ExitCode.Cancelled)
        {
            files.Commit();
            SayTotal(end);
        }

        return end.ExitCode;
    }

    private async Task<FeelResult> FeelAsync(string input, CancellationToken cancellationToken)
    {
        if (input == InputPaths.StandardInput)
        {
            byte[] picture = await Terminal.ReadInputAsync(new PictureLimits().MostBytes, cancellationToken).ConfigureAwait(false);
            return await flow.RunAsync(picture, input, settings.Options, cancellationToken).ConfigureAwait(false);
        }

        return Directory.Exists(input)
            ? throw new MalformedInputException(new(
                $"There is no picture in the folder '{input}'; give a folder with pictures, or --recursive to look in the folders inside.",
                $"'{input}' 폴더에는 그림이 없습니다. 그림이 든 폴더를 지정하거나, 그 안의 폴더까지 찾으려면 --recursive를 주십시오."))
            : await flow.RunAsync(input, settings.Options, cancellationToken).ConfigureAwait(false);
    }

    private void Show(FeelResult result, int index)
    {
        if (result.Warning is LocalizedText warning)
        {
            shell.Warn(result.Input, warning);
        }

        if (shell.IsJson)
        {
            shell.WriteJson(writer => PerceptJson.Write(writer, result, shell.Language));
        }
        else if (shell.IsTalking)
        {
            ShowToAPerson(result, index);
        }

        shell.Flush();
    }

    private void ShowToAPerson(FeelResult result, int index)
    {
        switch (shell.IsPlain, _count)
        {
            case (true, 1):
                FeelSentences.Write(result, shell);
                break;
            case (true, _):
                FeelSentences.WriteShort(result, shell);
                break;
            case (false, 1):
                FeelSummary.Write(result, _console, shell.Language);
                break;
            default:
                if (_table is null)
                {
                    _table = new FeelTable(settings.Inputs, _console.Profile.Width, shell.Language);
                    _table.Head().Write(_console);
                }

                _table.Row(result).Write(_console);
                break;
        }
    }

    // Lines that appear one by one are progress enough; both on one terminal would write over each other.
    private void Progress(ProgressLine line, int index)
    {
        if (_count > 1 && !(shell.Terminal.IsOutputWatched && (shell.IsTalking || shell.IsJson)))
        {
            line.Report(new WorkProgress(new($"{index + 1} of {_count}", $"{_count}개 가운데 {index + 1}개"), (index + 1) / (double)_count));
        }
    }

    private void SayTotal(BatchEnd end)
    {
        if (!shell.IsTalking)
        {
            return;
        }

        if (_count > 1)
        {
            shell.WriteLine(end.Total(_count));
        }

        if (settings.OutputFile is string path)
        {
            shell.WriteLine(new LocalizedText($"Wrote {path}.", $"{path} 파일을 썼습니다."));
        }
    }

    private static void WriteTo(Stream? file, Action<Utf8JsonWriter> write)
    {
        if (file is not null)
        {
            file.Write(Encoding.UTF8.GetBytes(Shell.JsonLine(write)));
            file.WriteByte((byte)'\n');
        }
    }
}
