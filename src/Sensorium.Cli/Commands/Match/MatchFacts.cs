using Sensorium.Library;

namespace Sensorium.Cli;

/// <summary>What all forms of <c>match</c>'s answer tell, in words.</summary>
internal static class MatchFacts
{
    /// <summary>What a song is called on one line.</summary>
    /// <param name="song">The song.</param>
    /// <returns>Its name without signs that would move the cursor.</returns>
    public static string NameOf(LibrarySong song) => SongFinder.NameOf(song);

    /// <summary>Where a song lies that is no file of this machine.</summary>
    /// <param name="song">The song.</param>
    /// <returns>E.g. <c>on music.example.org</c>; null for a file.</returns>
    public static LocalizedText? WhereIs(LibrarySong song) => song.Server is { } place ? new($"on {place.Host}", $"{place.Host}에 있음") : null;

    /// <summary>What is sought.</summary>
    /// <param name="result">The answer.</param>
    /// <returns>E.g. <c>photo.jpg (calm and pleasant)</c>.</returns>
    public static LocalizedText Sought(MatchResult result)
    {
        LocalizedText name = result.Asked is { } song ? new(NameOf(song), NameOf(song)) : result.Felt is { } felt ? FeelFacts.NameOf(felt) : new(result.Input, result.Input);
        LocalizedText words = FeelingWords.Of(result.Wish.Affect);
        return new($"{name.English} ({words.English})", $"{name.Korean}({words.Korean})");
    }
}
