using System.Globalization;
using Sensorium.Library;

namespace Sensorium;

/// <summary>Says in a sentence with its numbers why a song was chosen or not, and what a library lacks for a journey.</summary>
public static class MatchReasons
{
    private const double TagShown = 0.5;
    private const int MostTags = 3;

    /// <summary>Why a song was chosen.</summary>
    /// <param name="song">The song.</param>
    /// <returns>A sentence.</returns>
    public static LocalizedText Of(MatchedSong song)
    {
        ArgumentNullException.ThrowIfNull(song);
        List<string> english = [], korean = [];
        if (song.IsPinned)
        {
            english.Add("pinned to a picture like this one");
            korean.Add("이와 비슷한 그림에 묶어 둔 곡");
        }

        Add(english, korean, Place(song));
        if (song.Parts.Likeness is { } likeness)
        {
            Add(english, korean, new($"sounds {Percent(likeness)} alike", $"소리가 {Percent(likeness)} 닮음"));
        }

        if (song.Parts.Tags is { } tags)
        {
            Add(english, korean, Tags(song, tags));
        }

        if (song.Waiting > 0)
        {
            Add(english, korean, new($"played a while ago (-{Two(song.Waiting)})", $"얼마 전에 들은 곡(-{Two(song.Waiting)})"));
        }

        if (song.Liking != 0)
        {
            string by = song.Liking.ToString("+0.00;-0.00", CultureInfo.InvariantCulture);
            Add(english, korean, song.Liking > 0 ? new($"liked before ({by})", $"전에 좋아한 곡({by})") : new($"skipped before ({by})", $"전에 건너뛴 곡({by})"));
        }

        return new($"Fits {Percent(song.Fit)}: {string.Join("; ", english)}.", $"{Percent(song.Fit)} 맞음: {string.Join(", ", korean)}.");
    }

    /// <summary>Why a song is missing, or that it is there.</summary>
    /// <param name="absence">What became of it.</param>
    /// <param name="options">How songs were chosen.</param>
    /// <returns>A sentence.</returns>
    public static LocalizedText Of(SongAbsence absence, MatchOptions options)
    {
        ArgumentNullException.ThrowIfNull(absence);
        ArgumentNullException.ThrowIfNull(options);
        string name = SongFinder.NameOf(absence.Song.Song), fit = Percent(absence.Song.Fit), least = Percent(options.MinFit);
        string rank = absence.Rank is { } place ? $"{place}" : "-", of = $"{absence.Eligible}";
        LocalizedText because = Of(absence.Song);
        string last = absence.LastFit is { } lastFit ? Percent(lastFit) : "-";
        return absence.Kind switch
        {
            AbsenceKind.Present => new($"'{name}' is in the list; place {rank} of {of} by fit. {because.English}", $"'{name}' 곡은 목록에 있습니다. 맞는 순서로 {of}곡 가운데 {rank}번째입니다. {because.Korean}"),
            AbsenceKind.IsTheQuestion => new($"'{name}' is what was asked with, and never its own answer.", $"'{name}' 곡은 기준으로 준 곡이라 답에 넣지 않습니다."),
            AbsenceKind.Filtered => new($"'{name}' is kept out by the filter on {FilterName(absence).English}. {because.English}", $"'{name}' 곡은 {FilterName(absence).Korean} 조건에 걸려 빠졌습니다. {because.Korean}"),
            AbsenceKind.BelowFit => new($"'{name}' fits less than the cut-off of {least}; place {rank} of {of} by fit. {because.English}", $"'{name}' 곡은 기준 {least}보다 덜 맞습니다. 맞는 순서로 {of}곡 가운데 {rank}번째입니다. {because.Korean}"),
            AbsenceKind.Waiting => new($"'{name}' fits, but waits because it was played a while ago; place {rank} of {of}. {because.English}", $"'{name}' 곡은 맞지만 얼마 전에 들어 쉬는 중입니다. {of}곡 가운데 {rank}번째입니다. {because.Korean}"),
            AbsenceKind.SetAside => new(
                $"'{name}' fits {fit} (place {rank} of {of}), but was set aside for variety{(absence.Instead is { } instead ? $" in favour of '{SongFinder.NameOf(instead)}'" : string.Empty)}. {because.English}",
                $"'{name}' 곡은 {fit} 맞지만({of}곡 가운데 {rank}번째) 고르게 섞으려고 뺐습니다.{(absence.Instead is { } other ? $" 대신 '{SongFinder.NameOf(other)}' 곡이 있습니다." : string.Empty)} {because.Korean}"),
            _ => new($"'{name}' is place {rank} of {of}, and the last of the list fits {last}. {because.English}", $"'{name}' 곡은 {of}곡 가운데 {rank}번째이고, 목록의 마지막 곡은 {last} 맞습니다. {because.Korean}"),
        };
    }

    /// <summary>What a library lacks for a journey.</summary>
    /// <param name="gap">The hole.</param>
    /// <param name="journey">The journey.</param>
    /// <returns>A sentence.</returns>
    public static LocalizedText Of(JourneyGap gap, Journey journey)
    {
        ArgumentNullException.ThrowIfNull(gap);
        ArgumentNullException.ThrowIfNull(journey);
        string place = $"{Signed(gap.Hole.Valence)} {Signed(gap.Hole.Arousal)}", far = Two(gap.Distance);
        string nearest = gap.Nearest is { } song ? SongFinder.NameOf(song) : "-";
        LocalizedText hole = new(
            $"The emptiest place on the way is around valence and arousal {place}: the nearest song, '{nearest}', is {far} away.",
            $"가는 길에서 가장 빈 곳은 정서가와 각성도 {place} 부근입니다. 가장 가까운 '{nearest}' 곡이 {far} 떨어져 있습니다.");
        string minutes = journey.Length.TotalMinutes.ToString("0.0", CultureInfo.InvariantCulture);
        string end = Two(journey.Steps.Count > 0 ? journey.Steps[^1].Place.DistanceTo(journey.Path.End) : 0);
        return gap.Kind switch
        {
            JourneyGapKind.NoSongs => new("There is no song to choose from; loosen the filter or add music.", "고를 곡이 없습니다. 조건을 늦추거나 음악을 더하십시오."),
            JourneyGapKind.Start => new(
                $"No song lies near the beginning ({place}); the nearest, '{nearest}', is {far} away, and the journey begins there.",
                $"시작점({place}) 가까이에 곡이 없습니다. 가장 가까운 '{nearest}' 곡이 {far} 떨어져 있어 거기서 시작합니다."),
            JourneyGapKind.End => new($"The journey ends {end} short of its goal: no steps of at most 0.35 lead there in this time. {hole.English}", $"목표에서 {end} 못 미쳐 끝납니다. 이 시간 안에 0.35 이하의 걸음으로 닿는 길이 없습니다. {hole.Korean}"),
            _ => new($"No songs that belong together last as long as was asked; these last {minutes} minutes. {hole.English}", $"원하는 시간만큼 이어지는 곡들이 없습니다. 여기까지 {minutes}분입니다. {hole.Korean}"),
        };
    }

    private static LocalizedText Place(MatchedSong song)
    {
        Affect affect = song.Song.Song.Percept.Affect;
        EmotionScores emotions = song.Song.Song.Percept.Emotions;
        string at = $"{Signed(affect.Valence.Mean)} {Signed(affect.Arousal.Mean)}", far = Two(song.Parts.Distance);
        LocalizedText core = FeelingNames.Noun(emotions.Core);
        return new(
            $"{far} from the feeling sought (valence and arousal {at}, place fits {Percent(song.Parts.Place)}), emotions overlap by {Percent(song.Parts.Emotions)} ({core.English})",
            $"찾는 느낌에서 {far} 거리(정서가와 각성도 {at}, 위치 {Percent(song.Parts.Place)} 맞음), 감정 {Percent(song.Parts.Emotions)} 겹침({core.Korean})");
    }

    private static LocalizedText Tags(MatchedSong song, double fit)
    {
        (WishedTag Wished, double Share)[] has = [.. song.Tags.Where(tag => tag.Wished.Weight > 0 && tag.Share > TagShown).Take(MostTags)];
        string english = string.Join(", ", has.Select(tag => $"{TagWords.Of(tag.Wished.Name).English} {Percent(tag.Share)}"));
        string korean = string.Join(", ", has.Select(tag => $"{TagWords.Of(tag.Wished.Name).Korean} {Percent(tag.Share)}"));
        return has.Length == 0
            ? new($"has {Percent(fit)} of the tags sought", $"찾는 태그 {Percent(fit)} 맞음")
            : new($"has {Percent(fit)} of the tags sought ({english})", $"찾는 태그 {Percent(fit)} 맞음({korean})");
    }

    private static LocalizedText FilterName(SongAbsence absence)
    {
        SongTags tags = absence.Song.Song.Tags;
        return absence.Filter switch
        {
            FilterPart.Year => tags.Year is { } year ? new($"the year ({year})", $"연도({year})") : new("the year (the file tells none)", "연도(파일에 없음)"),
            FilterPart.Genre => tags.Genres.Count > 0 ? new($"the genre ({string.Join(", ", tags.Genres)})", $"장르({string.Join(", ", tags.Genres)})") : new("the genre (the file tells none)", "장르(파일에 없음)"),
            FilterPart.Length => new($"the length ({Clock.Of(absence.Song.Song.Length)})", $"길이({Clock.Of(absence.Song.Song.Length)})"),
            FilterPart.Language => tags.Language is { } language ? new($"the language ({language})", $"언어({language})") : new("the language (the file tells none)", "언어(파일에 없음)"),
            _ => SongFilter.IsVocal(absence.Song.Song) ? new("the voice (it is sung)", "목소리(노래가 있음)") : new("the voice (nobody sings)", "목소리(노래가 없음)"),
        };
    }

    private static void Add(List<string> english, List<string> korean, LocalizedText text)
    {
        english.Add(text.English);
        korean.Add(text.Korean);
    }

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0} %");

    private static string Two(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Signed(double value) => value.ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture);
}
