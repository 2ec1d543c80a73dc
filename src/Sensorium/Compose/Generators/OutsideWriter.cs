using System.Text;
using Sensorium.Audio;
using Sensorium.Media;

namespace Sensorium;

/// <summary>Writes what an outside generator made.</summary>
/// <param name="sounds">Encodes sound.</param>
internal sealed class OutsideWriter(SoundEncoder sounds)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private static readonly string[] NoteFormats = ["html", "mid", "musicxml"];

    /// <summary>Finishes the sound and writes it.</summary>
    /// <param name="music">What was made.</param>
    /// <param name="request">What was asked for.</param>
    /// <param name="stem">The files' path without ending.</param>
    /// <param name="result">The result so far.</param>
    /// <param name="cancellationToken">Stops the work; nothing is left behind.</param>
    /// <returns>The result with the piece.</returns>
    public async Task<ComposeResult> WriteAsync(GeneratedMusic music, MusicRequest request, string stem, ComposeResult result, CancellationToken cancellationToken)
    {
        (SoundBuffer sound, LoudnessReport report) = await Task.Run(() => OutsideSound.Finish(music.Sound!, request.Length, cancellationToken), cancellationToken);
        using OutputBatch batch = new();
        List<string> files = [];
        foreach (string format in result.Options.Formats.Except(NoteFormats).Where(format => format != "json"))
        {
            files.Add($"{stem}.{format}");
            if (format == "wav")
            {
                WavFile.Write(batch.Create(files[^1]), sound);
                continue;
            }

            SoundFormat kind = format switch { "mp3" => SoundFormat.Mp3, "ogg" => SoundFormat.Ogg, _ => SoundFormat.Flac };
            SoundTags tags = new() { Title = request.Prompt.Title, Comment = $"{HearFlow.Generator}, {music.Generator}" };
            await sounds.EncodeAsync(sound, kind, batch.Reserve(files[^1]), tags, cancellationToken);
        }

        bool wantsJson = result.Options.Formats.Contains("json");
        OutsidePiece piece = new()
        {
            Generator = music.Generator,
            Prompt = request.Prompt.Sentence,
            Said = music.Said,
            Format = music.Format,
            Length = sound.Duration,
            LoudnessLufs = report.Lufs,
            TruePeakDbtp = report.TruePeakDbtp,
            Files = wantsJson ? [.. files, $"{stem}.json"] : files,
        };
        ComposeResult whole = result with { Outside = piece, Note = NoteOf(sound.Duration, request.Length, result.Options) };
        if (wantsJson)
        {
            batch.Create($"{stem}.json").Write(Utf8.GetBytes(CompositionJson.Write(whole) + "\n"));
        }

        cancellationToken.ThrowIfCancellationRequested();
        batch.Commit();
        return whole;
    }

    private static LocalizedText? NoteOf(TimeSpan length, TimeSpan asked, ComposeOptions options)
    {
        List<LocalizedText> notes = [];
        if (options.Stems || options.Formats.Any(NoteFormats.Contains))
        {
            notes.Add(new("Outside generators give sound only: no MIDI, MusicXML, page or parts.", "외부 생성기는 소리만 내므로 MIDI, MusicXML, 페이지, 파트는 없습니다."));
        }

        if ((asked - length).TotalSeconds > 1)
        {
            notes.Add(new($"It lasts {length.TotalSeconds:0} s instead of {asked.TotalSeconds:0} s.", $"{asked.TotalSeconds:0}초 대신 {length.TotalSeconds:0}초입니다."));
        }

        return notes.Count == 0 ? null : new(string.Join(' ', notes.Select(note => note.English)), string.Join(' ', notes.Select(note => note.Korean)));
    }
}
