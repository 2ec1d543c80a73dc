using System.Text;
using System.Text.Json;
using Sensorium.Media;

namespace Sensorium.Cli;

/// <summary>Runs <c>feel</c> over one input or many, several at a time, and shows each result as soon as those before it are shown.</summary>
/// <param name="flow">What does the work.</param>
/// <param name="settings">What to do.</param>
/// <param name="shell">Where to speak.</param>
internal sealed class FeelBatch(FeelFlow flow, FeelSettings settings, Shell shell)
{
    private readonly IReadOnlyList<string> _names = settings.IsTogether
        ? [string.Join(" + ", settings.Words is null ? settings.Inputs : [.. settings.Inputs, FeelInput.WordsName])]
        : settings.Inputs;

    /// <summary>Does all inputs.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        using OutputBatch files = new();
        await using Stream? file = settings.OutputFile is string path ? files.Create(path) : null;
        FeelView view = new(shell, _names);
        BatchEnd end;
        using (ProgressLine line = new(shell, string.Empty))
        {
            Batch<FeelResult> batch = new(shell, _names, Math.Max(Environment.ProcessorCount, 1))
            {
                Failed = (input, failure) => WriteTo(file, writer => failure.WriteTo(writer, input, shell.Language)),
            };
            end = await batch.RunAsync(
                (input, _, token) => settings.IsTogether ? FeelTogetherAsync(token) : FeelAsync(input, token),
                (result, index) =>
                {
                    WriteTo(file, writer => PerceptJson.Write(writer, result, shell.Language));
                    WriteTimeline(files, result);
                    view.Show(result);
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

    private async Task<FeelResult> FeelAsync(string input, CancellationToken cancellationToken) =>
        await flow.RunAsync(await InputAsync(input, cancellationToken).ConfigureAwait(false), settings.Options, cancellationToken).ConfigureAwait(false);

    private async Task<FeelResult> FeelTogetherAsync(CancellationToken cancellationToken)
    {
        List<FeelInput> inputs = [];
        foreach (string input in settings.Inputs)
        {
            inputs.Add(await InputAsync(input, cancellationToken).ConfigureAwait(false));
        }

        if (settings.Words is string words)
        {
            inputs.Add(FeelInput.OfWords(words));
        }

        return await flow.RunTogetherAsync(inputs, settings.Options, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<FeelInput> InputAsync(string input, CancellationToken cancellationToken)
    {
        if (input == InputPaths.StandardInput)
        {
            return FeelInput.OfMemory(await Terminal.ReadInputAsync(new SoundLimits().MostBytes, cancellationToken).ConfigureAwait(false), input);
        }

        return Directory.Exists(input)
            ? throw new MalformedInputException(new(
                $"There is nothing to feel in the folder '{input}'; give a folder with pictures, sounds, videos or texts, or --recursive to look in the folders inside.",
                $"'{input}' 폴더에는 느낄 것이 없습니다. 그림, 소리, 동영상, 텍스트가 든 폴더를 지정하거나, 그 안의 폴더까지 찾으려면 --recursive를 주십시오."))
            : FeelInput.OfFile(input);
    }

    private void WriteTimeline(OutputBatch files, FeelResult result)
    {
        if (settings.Timeline is null && settings.Plot is null)
        {
            return;
        }

        if (result.Timeline.Count == 0)
        {
            shell.Warn(result.Input, new(
                "only videos and songs have a feeling over time, so neither --timeline nor --plot wrote anything.",
                "시간에 따른 느낌은 동영상과 곡에만 있어 --timeline과 --plot은 아무것도 쓰지 않았습니다."));
            return;
        }

        Put(settings.Timeline, TimelineCsv.Write);
        Put(settings.Plot, felt => settings.Plot!.EndsWith(".svg", StringComparison.OrdinalIgnoreCase) ? TimelineSvg.Draw(felt, shell.Language) : TimelinePage.Write(felt, shell.Language));

        void Put(string? path, Func<FeelResult, string> text)
        {
            if (path is not null)
            {
                using Stream file = files.Create(path);
                file.Write(Encoding.UTF8.GetBytes(text(result)));
            }
        }
    }

    // Lines that appear one by one are progress enough; both on one terminal would write over each other.
    private void Progress(ProgressLine line, int index)
    {
        if (_names.Count > 1 && !(shell.Terminal.IsOutputWatched && (shell.IsTalking || shell.IsJson)))
        {
            line.Report(new WorkProgress(new($"{index + 1} of {_names.Count}", $"{_names.Count}개 가운데 {index + 1}개"), (index + 1) / (double)_names.Count));
        }
    }

    private void SayTotal(BatchEnd end)
    {
        if (!shell.IsTalking)
        {
            return;
        }

        if (_names.Count > 1)
        {
            shell.WriteLine(end.Total(_names.Count));
        }

        foreach (string path in new[] { settings.OutputFile, settings.Timeline, settings.Plot }.OfType<string>().Where(File.Exists))
        {
            shell.WriteLine(new LocalizedText($"Wrote {path}.", $"{path} 파일을 썼습니다."));
        }
    }

    internal static void WriteTo(Stream? file, Action<Utf8JsonWriter> write)
    {
        if (file is not null)
        {
            file.Write(Encoding.UTF8.GetBytes(Shell.JsonLine(write)));
            file.WriteByte((byte)'\n');
        }
    }
}
