using System.Globalization;
using Sensorium.Expression;
using Sensorium.Music;
using Spectre.Console;

namespace Sensorium.Cli;

/// <summary>The answer of <c>compose</c>: what was heard in the input, where the music goes, the candidates and their files.</summary>
internal static class ComposeSummary
{
    private const int MostSections = 24;

    /// <summary>Writes the answer to standard output.</summary>
    /// <param name="result">What was made.</param>
    /// <param name="felt">What the input feels like; null where a place was given.</param>
    /// <param name="suggestions">Music that would suit it, the most fitting first; empty where a place was given.</param>
    /// <param name="shell">Where to write.</param>
    public static void Write(ComposeResult result, FeelResult? felt, IReadOnlyList<ComposeSuggestion> suggestions, Shell shell)
    {
        if (felt is not null)
        {
            shell.WriteLine(new LocalizedText($"{felt.Input} feels {FeelingWords.Of(felt.Percept).English}.", $"{felt.Input}의 느낌: {FeelingWords.Of(felt.Percept).Korean}."));
            foreach (LocalizedText note in felt.Care is { } care ? [care] : Array.Empty<LocalizedText>())
            {
                shell.WriteLine(note);
            }
        }

        for (int i = 0; i < suggestions.Count; i++)
        {
            ComposeSuggestion suggestion = suggestions[i];
            string flags = $"--style {suggestion.Style.Id} --goal {suggestion.Goal.Id}";
            shell.WriteLine(new LocalizedText(
                $"{(i == 0 ? "Suggested" : "Or")}: {suggestion.Style.Name.English}, {suggestion.Goal.Name.English}. {suggestion.Reason.English} ({flags})",
                $"{(i == 0 ? "제안" : "또는")}: {suggestion.Style.Name.Korean}, {suggestion.Goal.Name.Korean}. {suggestion.Reason.Korean} ({flags})"));
        }

        AffectPoint end = result.Path.At(result.Path.Length);
        AffectPoint start = result.Path.At(TimeSpan.Zero);
        shell.WriteLine(new LocalizedText(
            $"The music lasts {Clock(result.Path.Length)} and goes from {Place(start)} to {Place(end)}.",
            $"음악은 {Clock(result.Path.Length)} 동안 {Place(start)}에서 {Place(end)}(으)로 갑니다."));
        if (result.Note is { } remark)
        {
            shell.WriteLine(remark);
        }

        if (result.Outside is { } outside)
        {
            Write(outside, result.Options.Style, shell);
        }

        for (int i = 0; i < result.Pieces.Count; i++)
        {
            Write(result.Pieces[i], i, result.Pieces.Count, result.Options.Style, shell);
        }
    }

    private static void Write(OutsidePiece piece, CompositionStyle style, Shell shell)
    {
        string lufs = piece.LoudnessLufs.ToString("0.0", CultureInfo.InvariantCulture), said = piece.Said.Length > 0 ? $" ({piece.Said})" : string.Empty;
        shell.WriteLine(new LocalizedText(
            $"Piece by {piece.Generator}{said}: {style.Name.English}, {Clock(piece.Length)}, {lufs} LUFS. Asked: \"{piece.Prompt}\"",
            $"{piece.Generator}{said}의 곡: {style.Name.Korean}, {Clock(piece.Length)}, {lufs} LUFS. 요청: \"{piece.Prompt}\""));
        foreach (string file in piece.Files)
        {
            shell.WriteLine(new LocalizedText($"Wrote {file}.", $"{file} 파일을 썼습니다."));
        }
    }

    private static void Write(ComposedPiece piece, int index, int count, CompositionStyle style, Shell shell)
    {
        Score score = piece.Composition.Score;
        double[] tempi = [score.Tempo, .. score.TempoChanges.SkipLast(2).Select(change => change.Tempo)];
        string tempo = tempi.Max() - tempi.Min() < 4 ? Number(tempi.Average()) : $"{Number(tempi[0])} → {Number(tempi[^1])}";
        Key last = piece.Composition.Chords[^1].Key;
        LocalizedText key = score.Key == last ? score.Key.Name : new($"{score.Key.Name.English} → {last.Name.English}", $"{score.Key.Name.Korean} → {last.Name.Korean}");
        LocalizedText head = count == 1 ? new("Piece", "곡") : index == 0 ? new("First choice", "첫째 후보") : new($"Candidate {index + 1}", $"후보 {index + 1}");
        LocalizedText loud = piece.LoudnessLufs is { } lufs ? new($", {lufs.ToString("0.0", CultureInfo.InvariantCulture)} LUFS", $", {lufs.ToString("0.0", CultureInfo.InvariantCulture)} LUFS") : new(string.Empty, string.Empty);
        LocalizedText line = new(
            $"{style.Name.English}, {key.English}, {tempo} beats a minute, {score.Parts.Sum(part => part.Notes.Count)} notes{loud.English}",
            $"{style.Name.Korean}, {key.Korean}, 분당 {tempo}박, 음 {score.Parts.Sum(part => part.Notes.Count)}개{loud.Korean}");
        string form = string.Join(' ', piece.Composition.Score.Form.Take(MostSections).Select(section => section.Label)) + (piece.Composition.Score.Form.Count > MostSections ? " …" : string.Empty);
        string chords = string.Join(' ', piece.Composition.Chords.Take(8).Select(chord => chord.Chord.Symbol));
        if (shell.IsPlain)
        {
            shell.WriteLine(new LocalizedText($"{head.English}: {line.English}.", $"{head.Korean}: {line.Korean}."));
            shell.WriteLine(new LocalizedText($"Form: {form}. It begins with the chords {chords}.", $"형식: {form}. 첫 화음은 {chords}입니다."));
            foreach (string file in piece.Files)
            {
                shell.WriteLine(new LocalizedText($"Wrote {file}.", $"{file} 파일을 썼습니다."));
            }

            return;
        }

        IAnsiConsole console = shell.CreateConsole();
        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]{head.In(shell.Language)}[/]  {line.In(shell.Language)}");
        console.MarkupLineInterpolated($"  [grey]{new LocalizedText("form", "형식").In(shell.Language)}[/]  {form}");
        console.MarkupLineInterpolated($"  [grey]{new LocalizedText("begins", "시작").In(shell.Language)}[/]  {chords}");
        foreach (string file in piece.Files)
        {
            console.MarkupLineInterpolated($"  [green]{file}[/]");
        }
    }

    private static string Place(AffectPoint point) => $"({Figures.Number(point.Valence)}, {Figures.Number(point.Arousal)})";

    private static string Number(double tempo) => tempo.ToString("0", CultureInfo.InvariantCulture);

    private static string Clock(TimeSpan length) => $"{(int)length.TotalMinutes}:{length.Seconds:00}";
}
