using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Sensorium.Lab.Evaluation;
using Sensorium.Media;

namespace Sensorium.Lab.Datasets;

/// <summary>
/// Cuts AI-Hub's multimodal clips into utterances: <c>clips/NAME-0001.wav</c> (16 kHz, one channel, 16 bits) and <c>clips.csv</c>, which
/// <c>evaluate voice</c> and <c>training/voice.py</c> read. The files of a clip appear together or not at all; the table comes last.
/// </summary>
public static class AiHubImport
{
    private const int SampleRate = 16_000;
    private const double MostMissing = .1;
    private const string Header = "file,speaker,emotion,valence,arousal,start,end,text\n";
    private static readonly string[] Endings = [".mp4", ".mov", ".mkv", ".avi", ".webm", ".m4v", ".wav", ".mp3", ".m4a"];

    /// <summary>Imports a folder.</summary>
    /// <param name="folder">Clips, each with a JSON of the same name beside it, in folders within too.</param>
    /// <param name="output">Where the utterances go; made when missing.</param>
    /// <param name="spectrograms">Whether mel spectrograms are drawn into <c>spectrograms/</c> too.</param>
    /// <param name="progress">Hears how far it has come; null for none.</param>
    /// <param name="cancellationToken">Stops the work; clips that were done stay.</param>
    /// <returns>What was imported and what was left out.</returns>
    /// <exception cref="MalformedInputException">There is no folder, or nothing in it could be used.</exception>
    /// <exception cref="MissingComponentException">ffmpeg is not installed.</exception>
    /// <exception cref="OutputFailedException">The output cannot be written.</exception>
    public static async Task<AiHubResult> RunAsync(
        string folder, string output, bool spectrograms = false, IProgress<EvaluationProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(output);
        if (!Directory.Exists(folder))
        {
            throw DatasetErrors.Missing(folder);
        }

        List<DatasetFault> faults = [];
        List<AiHubUtterance> utterances = [];
        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
        StringBuilder table = new(Header);
        string target = Path.GetFullPath(output) + Path.DirectorySeparatorChar;
        string[] annotations = [.. FolderListing.Files(folder, "*.json", isDeep: true).Where(path => !Path.GetFullPath(path).StartsWith(target, StringComparison.Ordinal))];
        int clips = 0;
        for (int i = 0; i < annotations.Length; i++)
        {
            string path = annotations[i], shown = Path.GetRelativePath(folder, path).Replace('\\', '/');
            progress?.Report(new EvaluationProgress(new($"cutting {shown}", $"{shown} 자르는 중"), (double)i / annotations.Length));
            try
            {
                string name = Path.ChangeExtension(shown, null).Replace('/', '_');
                while (!names.Add(name))
                {
                    name += "~";
                }

                int before = utterances.Count;
                await ClipAsync(path, shown, (output, name), spectrograms, utterances, table, faults.Add, cancellationToken).ConfigureAwait(false);
                clips += utterances.Count > before ? 1 : 0;
            }
            catch (SensoriumException exception) when (exception is not (MissingComponentException or OutputFailedException))
            {
                faults.Add(new DatasetFault(shown, exception.Text));
            }
        }

        if (utterances.Count == 0)
        {
            throw DatasetErrors.Nothing(folder, faults);
        }

        using OutputBatch batch = new();
        await batch.Create(Path.Combine(output, "clips.csv")).WriteAsync(Encoding.UTF8.GetBytes(table.ToString()), cancellationToken).ConfigureAwait(false);
        batch.Commit();
        progress?.Report(new EvaluationProgress(new("done", "끝"), 1));
        return new AiHubResult { Clips = clips, Utterances = utterances, Faults = faults };
    }

    // The utterances and rows of a clip are added once its files are in their places.
    private static async Task ClipAsync(
        string annotation, string shown, (string Output, string Name) target, bool spectrograms, List<AiHubUtterance> utterances, StringBuilder table, Action<DatasetFault> fault, CancellationToken cancellationToken)
    {
        string clip = Endings.Select(ending => Path.ChangeExtension(annotation, ending)).FirstOrDefault(File.Exists)
            ?? throw new MalformedInputException(new LocalizedText("No clip of the same name lies beside it.", "같은 이름의 동영상이 옆에 없습니다."));
        IReadOnlyList<AiHubUtterance> wanted = Read(annotation, shown, await LengthAsync(clip, cancellationToken).ConfigureAwait(false), fault);
        List<AiHubUtterance> done = [];
        StringBuilder rows = new();
        using OutputBatch batch = new();
        SoundStream sound = await new SoundReader().OpenAsync(clip, new SoundStreamOptions { SampleRate = SampleRate, ChannelCount = 1 }, cancellationToken).ConfigureAwait(false);
        await using ConfiguredAsyncDisposable closing = sound.ConfigureAwait(false);
        HashSet<int> found = [];
        await foreach ((AiHubUtterance utterance, SoundBuffer cut) in UtteranceCutter.CutAsync(sound, wanted, cancellationToken).ConfigureAwait(false))
        {
            if (utterance.Seconds - cut.Duration.TotalSeconds > MostMissing)
            {
                continue;
            }

            found.Add(utterance.Number);
            string wav = FileOf(target, "clips", utterance, ".wav");
            Write(batch.Reserve(wav), file => WavFile.Write(file, cut));
            if (spectrograms)
            {
                Write(batch.Reserve(FileOf(target, "spectrograms", utterance, ".png")), file => PngFile.Write(file, SpectrogramPicture.Of(cut)));
            }

            done.Add(utterance);
            rows.Append(Row(Path.GetFileName(wav), utterance));
        }

        batch.Commit();
        utterances.AddRange(done);
        table.Append(rows);
        foreach (AiHubUtterance missing in wanted.Where(utterance => !found.Contains(utterance.Number)))
        {
            fault(new DatasetFault($"{shown}, {missing.Number}", new("the sound ends before it does", "발화가 끝나기 전에 소리가 끝남")));
        }
    }

    private static async Task<double?> LengthAsync(string clip, CancellationToken cancellationToken)
    {
        try
        {
            return (await new MediaProbe().ReadAsync(clip, cancellationToken).ConfigureAwait(false)).Length?.TotalSeconds;
        }
        catch (UnsupportedInputException)
        {
            // No container; the reader of sounds says better what is wrong, if anything is.
            return null;
        }
    }

    private static IReadOnlyList<AiHubUtterance> Read(string annotation, string shown, double? seconds, Action<DatasetFault> fault)
    {
        try
        {
            using FileStream json = File.OpenRead(annotation);
            return AiHubAnnotation.Read(json, shown, seconds, fault);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new MalformedInputException(new LocalizedText($"It could not be read ({error.Message.TrimEnd('.')}).", $"읽지 못했습니다({error.Message.TrimEnd('.')})."), error);
        }
    }

    private static string FileOf((string Output, string Name) target, string folder, AiHubUtterance utterance, string ending) =>
        Path.Combine(target.Output, folder, $"{target.Name}-{utterance.Number:D4}{ending}");

    private static void Write(string path, Action<Stream> write)
    {
        try
        {
            using FileStream file = new(path, FileMode.Create, FileAccess.ReadWrite);
            write(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new OutputFailedException(new LocalizedText($"'{path}' could not be written ({error.Message.TrimEnd('.')}).", $"'{path}' 파일을 쓰지 못했습니다({error.Message.TrimEnd('.')})."), error);
        }
    }

    private static string Row(string file, AiHubUtterance utterance) => string.Join(',', (string[])
    [
        Cell(file), Cell(utterance.Speaker), AiHubEmotions.VoiceWords[(int)utterance.Emotion], Number(utterance.Valence), Number(utterance.Arousal),
        utterance.Start.ToString("F3", CultureInfo.InvariantCulture), utterance.End.ToString("F3", CultureInfo.InvariantCulture), Cell(utterance.Text),
    ]) + "\n";

    private static string Number(double? value) => value?.ToString("0.####", CultureInfo.InvariantCulture) ?? string.Empty;

    private static string Cell(string text)
    {
        string line = text.ReplaceLineEndings(" ");
        return line.AsSpan().IndexOfAny(",;\"\t") < 0 ? line : $"\"{line.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
