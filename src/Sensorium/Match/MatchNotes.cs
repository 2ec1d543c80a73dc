using System.Globalization;
using Sensorium.Library;

namespace Sensorium;

/// <summary>What a person should know of an answer: sentences without a full stop.</summary>
internal static class MatchNotes
{
    /// <summary>The notes.</summary>
    /// <param name="shelf">The library.</param>
    /// <param name="words">What the words ask for; null for none.</param>
    /// <param name="felt">What was felt; null for a song alone.</param>
    /// <param name="ranking">The songs.</param>
    /// <param name="journey">The journey; null for none.</param>
    /// <param name="options">How songs were chosen.</param>
    /// <returns>The notes.</returns>
    public static IEnumerable<LocalizedText> Of(SongShelf shelf, WordReading? words, FeelResult? felt, MatchRanking ranking, Journey? journey, MatchOptions options)
    {
        if (words is { Unknown.Count: > 0 })
        {
            string list = string.Join(", ", words.Unknown);
            yield return new($"words that neither the table nor the library knows: {list}", $"낱말표와 라이브러리에 없는 낱말: {list}");
        }

        foreach (JourneyGap gap in journey?.Gaps ?? [])
        {
            LocalizedText sentence = MatchReasons.Of(gap, journey!);
            yield return new(sentence.English.TrimEnd('.'), sentence.Korean.TrimEnd('.'));
        }

        if (journey is null && ranking.Songs.Count < options.Count)
        {
            yield return Few(ranking, options);
        }

        if (ranking.IsSpacingRelaxed)
        {
            yield return new("songs of one artist or album stand close together, for want of others that fit", "맞는 곡이 적어 같은 음악가나 앨범의 곡이 가까이 놓임");
        }

        if (shelf.Outdated > 0)
        {
            yield return new(
                $"{shelf.Outdated} songs were analysed by an older version and left out; 'sensorium library scan' brings them back",
                $"옛 버전으로 분석한 {shelf.Outdated}곡을 뺌. 'sensorium library scan'으로 다시 분석할 수 있음");
        }

        foreach (LocalizedText note in felt?.Notes ?? [])
        {
            yield return note;
        }
    }

    private static LocalizedText Few(MatchRanking ranking, MatchOptions options)
    {
        if (ranking is { BelowFit: 0, Filtered: 0 } && ranking.Songs.Count == ranking.Considered)
        {
            return new($"these are all {ranking.Considered} songs of the library", $"라이브러리의 {ranking.Considered}곡 전부임");
        }

        string least = Percent(options.MinFit), below = $"{ranking.BelowFit}", filtered = $"{ranking.Filtered}";

        // A song just under the cut-off is not told as having reached it.
        string best = ranking.BestBelow is { } fit ? $"; the best of them fits {Percent(Floor(fit))}{Lower(fit)}" : string.Empty;
        string bestKorean = ranking.BestBelow is { } other ? $", 그 가운데 가장 나은 곡은 {Percent(Floor(other))}{LowerKorean(other)}" : string.Empty;
        return new(
            $"{ranking.Songs.Count} of {ranking.Considered} songs fit {least} or more; {below} fit less{best}{(ranking.Filtered > 0 ? $"; {filtered} did not pass the filter" : string.Empty)}",
            $"{ranking.Considered}곡 가운데 {ranking.Songs.Count}곡이 {least} 이상 맞음. {below}곡은 덜 맞음{bestKorean}{(ranking.Filtered > 0 ? $". {filtered}곡은 조건에 걸림" : string.Empty)}");
    }

    private static double Floor(double fit) => Math.Floor(100 * fit) / 100;

    // The next twentieth below lets at least that song in.
    private static string LeastFor(double fit) => (Math.Floor(20 * fit) / 20).ToString("0.0#", CultureInfo.InvariantCulture);

    private static string Lower(double fit) => fit >= 0.1 ? $" (--min-fit {LeastFor(fit)} lets it in)" : string.Empty;

    private static string LowerKorean(double fit) => fit >= 0.1 ? $"(--min-fit {LeastFor(fit)}이면 나옴)" : string.Empty;

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0} %");
}
