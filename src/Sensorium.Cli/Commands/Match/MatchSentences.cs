using Sensorium.Library;

namespace Sensorium.Cli;

/// <summary>The answer of <c>match</c> for screen readers: one sentence a line, no tables, no charts.</summary>
internal static class MatchSentences
{
    /// <summary>Writes the answer.</summary>
    /// <param name="result">The answer.</param>
    /// <param name="options">How songs were chosen.</param>
    /// <param name="shell">Where to write.</param>
    public static void Write(MatchResult result, MatchOptions options, Shell shell)
    {
        shell.WriteLine(Head(result));
        for (int i = 0; i < result.Ranking.Songs.Count; i++)
        {
            MatchedSong song = result.Ranking.Songs[i];
            string name = MatchFacts.NameOf(song.Song), length = Clock.Of(song.Song.Length);
            LocalizedText reason = MatchReasons.Of(song);
            string at = result.Journey is { } journey ? Clock.Of(journey.Steps[i].Start) : string.Empty;
            LocalizedText where = MatchFacts.WhereIs(song.Song) is { } server ? new($", {server.English}", $", {server.Korean}") : new(string.Empty, string.Empty);
            shell.WriteLine(new LocalizedText(
                $"{i + 1}: {name}, {length}{(at.Length > 0 ? $", from {at}" : string.Empty)}{where.English}. {reason.English}",
                $"{i + 1}: {name}, {length}{(at.Length > 0 ? $", {at}부터" : string.Empty)}{where.Korean}. {reason.Korean}"));
        }

        foreach (SongAbsence absence in result.Absences)
        {
            shell.WriteLine(MatchReasons.Of(absence, options));
        }

        foreach (LocalizedText note in result.Notes)
        {
            shell.WriteLine(new LocalizedText($"Note: {note.English}.", $"알아 둘 점: {note.Korean}."));
        }

        if (result.Felt?.Care is { } care)
        {
            shell.WriteLine(care);
        }
    }

    private static LocalizedText Head(MatchResult result)
    {
        int count = result.Ranking.Songs.Count;
        LocalizedText sought = MatchFacts.Sought(result);
        string length = result.Journey is { } journey ? Clock.Of(journey.Length) : string.Empty;
        return new LocalizedText(
            $"{count} {(count == 1 ? "song" : "songs")}{(length.Length > 0 ? $", {length} together" : string.Empty)}, for {sought.English}.",
            $"{sought.Korean}에 맞는 {count}곡{(length.Length > 0 ? $", 모두 {length}" : string.Empty)}.");
    }
}
