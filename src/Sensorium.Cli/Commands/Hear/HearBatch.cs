using System.Text.Json;
using Sensorium.Expression;

namespace Sensorium.Cli;

/// <summary>Runs <c>hear</c> over one picture or many, one after the other; each uses all cores by itself.</summary>
/// <param name="flow">What does the work.</param>
/// <param name="settings">What to do.</param>
/// <param name="shell">Where to speak.</param>
internal sealed class HearBatch(HearFlow flow, HearSettings settings, Shell shell)
{
    private readonly Dictionary<string, string> _takenNames = new(OperatingSystem.IsLinux() ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase);

    // A user's own set is known by its roles; reading its manifest is the flow's business.
    private readonly Dictionary<string, LocalizedText> _instruments =
        SoundSetFile.BuiltIn(settings.Options.SoundSets[0])?.Roles.ToDictionary(role => role.Key, role => role.Value.Name) ?? [];

    /// <summary>Does all pictures.</summary>
    /// <param name="cancellationToken">Stops the work; the files of finished pictures stay.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        Batch<HearResult> batch = new(shell, settings.Pictures, workers: 1);
        BatchEnd end = await batch.RunAsync(RunOneAsync, Show, cancellationToken).ConfigureAwait(false);
        if (end.ExitCode != ExitCode.Cancelled)
        {
            SayTotal(end);
        }

        return end.ExitCode;
    }

    private async Task<HearResult> RunOneAsync(string picture, int index, CancellationToken cancellationToken)
    {
        ClaimName(picture);
        using ProgressLine line = new(shell, settings.Pictures.Count > 1 ? $"{index + 1}/{settings.Pictures.Count} {Path.GetFileName(picture)}: " : string.Empty);
        return await flow.RunAsync(picture, settings.OutputFolder, settings.Options, line, cancellationToken).ConfigureAwait(false);
    }

    private void ClaimName(string picture)
    {
        string name = Path.GetFileNameWithoutExtension(picture);
        if (settings.OutputFolder is null || _takenNames.TryAdd(name, picture))
        {
            return;
        }

        throw new UnsupportedInputException(new(
            $"Its files would replace those of {_takenNames[name]}, because both are called \"{name}\". Rename one, or run them with different --out folders.",
            $"{_takenNames[name]} 그림도 이름이 \"{name}\"입니다. 그대로 두면 그 결과를 덮어쓰게 됩니다. 이름을 바꾸거나 --out 폴더를 달리하여 따로 실행하시기 바랍니다."));
    }

    private void Show(HearResult result, int index)
    {
        if (result.Warning is LocalizedText warning)
        {
            shell.Warn(settings.Pictures[index], warning);
        }

        if (shell.IsJson)
        {
            using JsonDocument map = JsonDocument.Parse(result.Json);
            shell.WriteJson(map.RootElement.WriteTo);
        }
        else if (shell.IsTalking)
        {
            if (index > 0)
            {
                shell.WriteLine(string.Empty);
            }

            if (shell.IsPlain)
            {
                HearSentences.Write(result, _instruments, shell);
            }
            else
            {
                HearSummary.Write(result, _instruments, shell);
            }
        }

        shell.Flush();
    }

    private void SayTotal(BatchEnd end)
    {
        int count = settings.Pictures.Count;
        if (count > 1 && shell.IsTalking)
        {
            shell.WriteLine(string.Empty);
            shell.WriteLine(end.Total(count));
        }
    }
}
