namespace Sensorium;

/// <summary>Sentences for what cannot be matched.</summary>
internal static class MatchErrors
{
    /// <summary>The library has no songs.</summary>
    public static UnsupportedInputException EmptyLibrary() => new(new LocalizedText(
        "The library has no songs yet; add a folder with music first: sensorium library add DIR",
        "라이브러리에 아직 곡이 없습니다. 먼저 음악 폴더를 더하십시오: sensorium library add 폴더"));

    /// <summary>No song is called so.</summary>
    public static MalformedInputException NoSong(string asked) => new(new LocalizedText(
        $"No song of the library is called '{asked}'; give its file, its number or words of its title.",
        $"라이브러리에 '{asked}' 곡이 없습니다. 파일, 번호, 제목의 일부 가운데 하나로 지정하십시오."));

    /// <summary>Several songs are called so.</summary>
    public static MalformedInputException SeveralSongs(string asked, IReadOnlyList<string> found, int count)
    {
        string list = string.Join(", ", found) + (count > found.Count ? ", ..." : string.Empty);
        return new(new LocalizedText(
            $"'{asked}' fits {count} songs: {list}. Give its file or its number.",
            $"'{asked}'에 맞는 곡이 {count}개입니다: {list}. 파일이나 번호로 지정하십시오."));
    }

    /// <summary>A pin needs a picture.</summary>
    public static UnsupportedInputException NoPicture() => new(new LocalizedText(
        "--pin ties a song to a picture, but no input is a picture; give one: sensorium match photo.jpg --pin SONG",
        "--pin은 곡을 그림에 묶습니다. 입력에 그림이 없으니 하나를 주십시오: sensorium match photo.jpg --pin 곡"));
}
