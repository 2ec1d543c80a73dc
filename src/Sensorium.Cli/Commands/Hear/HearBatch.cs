using System.Text.Json;
using Sensorium.Expression;

namespace Sensorium.Cli;

/// <summary>Runs <c>hear</c> over one picture or many; a picture that fails is named and does not stop the others.</summary>
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
    /// <returns>0 when all were done, 1 when some failed, 2 when all did and better input would help.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        List<Failure> failures = [];
        int count = settings.Pictures.Count;
        for (int i = 0; i < count; i++)
        {
            string picture = settings.Pictures[i];
            Failure? failure = await RunOneAsync(picture, i, cancellationToken).ConfigureAwait(false);
            if (failure is null)
            {
                continue;
            }

            failures.Add(failure);
            if (count == 1 || failure.Kind == FailureKind.Cancelled)
            {
                shell.Report(failure);
                return failure.ExitCode;
            }

            shell.Complain(failure, picture);
            WriteFailure(picture, failure);
        }

        SayTotal(failures.Count);
        return failures.Count == 0 ? ExitCode.Done
            : failures.Count < count ? ExitCode.Failed
            : failures.Max(failure => failure.ExitCode) == failures.Min(failure => failure.ExitCode) ? failures[0].ExitCode
            : ExitCode.Failed;
    }

    private async Task<Failure?> RunOneAsync(string picture, int index, CancellationToken cancellationToken)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            ClaimName(picture);
            HearResult result;
            using (ProgressLine line = new(shell, settings.Pictures.Count > 1 ? $"{index + 1}/{settings.Pictures.Count} {Path.GetFileName(picture)}: " : string.Empty))
            {
                result = await flow.RunAsync(picture, settings.OutputFolder, settings.Options, line, cancellationToken).ConfigureAwait(false);
            }

            if (result.Warning is LocalizedText warning)
            {
                shell.Warn(picture, warning);
            }

            Show(result, index);
            return null;
        }
        catch (Exception exception) when (Failure.Of(exception, cancellationToken) is { Kind: not FailureKind.Internal } failure)
        {
            return failure;
        }
        catch (Exception exception) when (settings.Pictures.Count > 1)
        {
            // A fault of ours on one picture is no reason to refuse the rest.
            return Failure.Of(exception, cancellationToken);
        }
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

    private void WriteFailure(string picture, Failure failure)
    {
        if (shell.IsJson)
        {
            shell.WriteJson(writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("input", picture);
                writer.WritePropertyName("error");
                failure.WriteTo(writer, shell.Language);
                writer.WriteEndObject();
            });
            shell.Flush();
        }
    }

    private void SayTotal(int failed)
    {
        int count = settings.Pictures.Count;
        if (count > 1 && shell.IsTalking)
        {
            shell.WriteLine(string.Empty);
            shell.WriteLine(new LocalizedText(
                $"{count - failed} of {count} pictures done{(failed > 0 ? $", {failed} failed" : string.Empty)}.",
                $"그림 {count}개 가운데 {count - failed}개를 마쳤습니다.{(failed > 0 ? $" {failed}개는 실패했습니다." : string.Empty)}"));
        }
    }
}
