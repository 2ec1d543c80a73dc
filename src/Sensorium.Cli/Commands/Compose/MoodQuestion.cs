using System.Globalization;
using System.Text;
using System.Text.Json;
using Sensorium.Media;

namespace Sensorium.Cli;

/// <summary>
/// Asks the listener how they feel before a piece and after it, on nine steps from unpleasant to pleasant and from calm to excited, and keeps the answers
/// beside the piece and nowhere else. Only where it was asked for; an empty answer skips a question.
/// </summary>
internal sealed class MoodQuestion(Shell shell, TextReader answers)
{
    private const int Steps = 9;

    /// <summary>Asks both questions.</summary>
    /// <param name="isAfter">Whether the piece was heard.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Valence and arousal, -1..1; null where a question was skipped.</returns>
    public async Task<(double Valence, double Arousal)?> AskAsync(bool isAfter, CancellationToken cancellationToken)
    {
        Say(isAfter
            ? new("Listen to the piece; then: how do you feel now? Press Enter to skip.", "곡을 들은 뒤, 지금 기분이 어떤지 알려 주십시오. Enter를 누르면 건너뜁니다.")
            : new("How do you feel now? The answers stay in a file beside the piece. Press Enter to skip.", "지금 기분이 어떻습니까? 답은 곡 옆의 파일에만 남습니다. Enter를 누르면 건너뜁니다."));
        return await StepAsync(new($"From 1 (unpleasant) to {Steps} (pleasant):", $"1(불쾌)에서 {Steps}(유쾌)까지:"), cancellationToken).ConfigureAwait(false) is { } valence
            && await StepAsync(new($"From 1 (calm) to {Steps} (excited):", $"1(차분)에서 {Steps}(흥분)까지:"), cancellationToken).ConfigureAwait(false) is { } arousal ? (valence, arousal) : null;
    }

    /// <summary>Writes the answers beside a piece.</summary>
    /// <param name="result">What was made; its files, if any, say where.</param>
    /// <param name="before">Before the piece; null where it was skipped.</param>
    /// <param name="after">After it.</param>
    /// <param name="folder">Folder of the files.</param>
    /// <param name="cancellationToken">Stops writing.</param>
    /// <returns>The file.</returns>
    public static async Task<string> WriteAsync(ComposeResult result, (double Valence, double Arousal)? before, (double Valence, double Arousal)? after, string folder, CancellationToken cancellationToken)
    {
        string name = (result.Outside?.Files ?? result.Pieces[0].Files) is [string file, ..] ? Path.GetFileNameWithoutExtension(file) : "composition";
        string path = Path.Combine(Path.GetFullPath(folder), $"{name}.mood.json");
        string text = Shell.JsonLine(json =>
        {
            json.WriteStartObject();
            json.WriteString("schema", "sensorium-mood-1");
            json.WriteString("time", TimeProvider.System.GetLocalNow().ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture));
            json.WriteString("piece", name);
            Write(json, "before", before);
            Write(json, "after", after);
            json.WriteEndObject();
        });
        using OutputBatch batch = new();
        await batch.Create(path).WriteAsync(Encoding.UTF8.GetBytes(text + "\n"), cancellationToken).ConfigureAwait(false);
        batch.Commit();
        return path;
    }

    private async Task<double?> StepAsync(LocalizedText question, CancellationToken cancellationToken)
    {
        while (true)
        {
            Say(question);
            string? answer = (await answers.ReadLineAsync(cancellationToken).ConfigureAwait(false))?.Trim();
            if (string.IsNullOrEmpty(answer))
            {
                return null;
            }

            if (int.TryParse(answer, NumberStyles.None, CultureInfo.InvariantCulture, out int step) && step is >= 1 and <= Steps)
            {
                return (step - 5) / 4.0;
            }

            Say(new($"A whole number from 1 to {Steps}, please; \"{answer}\" came.", $"1에서 {Steps}까지의 정수를 적어 주십시오. 받은 값은 \"{answer}\"입니다."));
        }
    }

    private void Say(LocalizedText text) => shell.Terminal.Error.WriteLine(text.In(shell.Language));

    private static void Write(Utf8JsonWriter json, string name, (double Valence, double Arousal)? mood)
    {
        if (mood is not { } there)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteNumber("valence", there.Valence);
        json.WriteNumber("arousal", there.Arousal);
        json.WriteEndObject();
    }
}
