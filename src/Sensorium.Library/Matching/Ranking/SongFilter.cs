namespace Sensorium.Library;

/// <summary>Which songs may come at all. <c>default</c> lets every song through. A song that does not tell what is asked is not let through.</summary>
public sealed record SongFilter
{
    /// <summary>First year of release; null for any.</summary>
    public int? YearFrom { get; init; }

    /// <summary>Last year of release; null for any.</summary>
    public int? YearTo { get; init; }

    /// <summary>Words of which one must be in a genre, in any case; empty for any.</summary>
    public IReadOnlyList<string> Genres { get; init; } = [];

    /// <summary>Shortest length; null for any.</summary>
    public TimeSpan? LengthFrom { get; init; }

    /// <summary>Longest length; null for any.</summary>
    public TimeSpan? LengthTo { get; init; }

    /// <summary>Languages as ISO 639 or as files write them; empty for any.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>True for songs with a voice, false for songs without; null for any.</summary>
    public bool? Vocal { get; init; }

    /// <summary>Whether every song passes.</summary>
    public bool IsOpen =>
        YearFrom is null && YearTo is null && Genres.Count == 0 && LengthFrom is null && LengthTo is null && Languages.Count == 0 && Vocal is null;

    /// <summary>The share of a song with a voice from which on it counts as sung, where no tag says so.</summary>
    public const double VocalFrom = 0.15;

    /// <summary>The first part of the filter that keeps a song out.</summary>
    /// <param name="song">The song.</param>
    /// <returns>The part; null where the song passes.</returns>
    public FilterPart? Refuses(LibrarySong song)
    {
        ArgumentNullException.ThrowIfNull(song);
        SongTags tags = song.Tags;
        return (YearFrom is not null || YearTo is not null) && (tags.Year is not { } year || year < YearFrom || year > YearTo) ? FilterPart.Year
            : Genres.Count > 0 && !tags.Genres.Any(genre => Genres.Any(wanted => genre.Contains(wanted, StringComparison.OrdinalIgnoreCase))) ? FilterPart.Genre
            : song.Length < LengthFrom || song.Length > LengthTo ? FilterPart.Length
            : Languages.Count > 0 && !Languages.Any(wanted => IsLanguage(wanted, tags.Language)) ? FilterPart.Language
            : Vocal is { } vocal && vocal != IsVocal(song) ? FilterPart.Vocal
            : null;
    }

    /// <summary>Whether a song is sung: by its tags, and by its measured share of voice where they do not say.</summary>
    /// <param name="song">The song.</param>
    /// <returns>True for a voice.</returns>
    public static bool IsVocal(LibrarySong song)
    {
        ArgumentNullException.ThrowIfNull(song);
        double vocal = ShareOf(song, "vocal"), instrumental = ShareOf(song, "instrumental");
        return vocal != instrumental ? vocal > instrumental : song.Song.Measures.VocalShare >= VocalFrom;
    }

    private static double ShareOf(LibrarySong song, string name) => song.Song.Tags.FirstOrDefault(tag => tag.Name == name).Share;

    // ko, kor, Korean and 한국어 are one language; others are compared as written and by their first two letters as codes.
    private static bool IsLanguage(string wanted, string? written) => written is not null
        && (string.Equals(wanted, written, StringComparison.OrdinalIgnoreCase) || Code(wanted) == Code(written));

    private static string Code(string language) => language.Trim().ToLowerInvariant() switch
    {
        "ko" or "kor" or "korean" or "한국어" => "ko",
        "en" or "eng" or "english" or "영어" => "en",
        "ja" or "jp" or "jpn" or "japanese" or "일본어" => "ja",
        "zh" or "zho" or "chi" or "chinese" or "중국어" => "zh",
        "es" or "spa" or "spanish" or "스페인어" => "es",
        "fr" or "fra" or "fre" or "french" or "프랑스어" => "fr",
        "de" or "deu" or "ger" or "german" or "독일어" => "de",
        string other => other,
    };
}
