using Sensorium.Perception;

namespace Sensorium.Lab.Songs;

/// <summary>The table of what a listener would say, written down before the tagger was heard: <c>docs/models/song-tags.expected.csv</c>.</summary>
internal static class TagExpectations
{
    private const string Resource = "song-tags.expected.csv", Header = "file,instruments,vocal,manner";

    private static readonly HashSet<string> Known = [.. SongTagNames.Instruments, .. SongTagNames.Qualities, .. SongTagNames.Moods];

    /// <summary>Reads a table.</summary>
    /// <param name="path">A file with the columns file, instruments, vocal and manner, words parted by spaces; null for the program's.</param>
    /// <returns>One entry a track.</returns>
    /// <exception cref="MalformedInputException">It cannot be read, or a line of it.</exception>
    public static IReadOnlyList<TagExpectation> Read(string? path)
    {
        string text;
        try
        {
            using Stream stream = path is null
                ? typeof(TagExpectations).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException(Resource)
                : File.OpenRead(path);
            using StreamReader reader = new(stream);
            text = reader.ReadToEnd();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new MalformedInputException(
                new LocalizedText($"{path} cannot be read: {error.Message} Give a table like docs/models/song-tags.expected.csv.", $"{path} 파일을 읽을 수 없습니다({error.Message}). docs/models/song-tags.expected.csv와 같은 표를 주십시오."),
                error);
        }

        return Parse(text, path ?? Resource);
    }

    /// <summary>Reads the text of a table.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">What errors call it.</param>
    /// <returns>One entry a track.</returns>
    /// <exception cref="MalformedInputException">A line cannot be read; its number is named.</exception>
    public static IReadOnlyList<TagExpectation> Parse(string text, string name)
    {
        string[] lines = text.TrimStart('\uFEFF').Split('\n', StringSplitOptions.TrimEntries);
        if (lines[0] != Header)
        {
            throw Fault(name, 1, new($"the header must be \"{Header}\"", $"머리글은 \"{Header}\"이어야 합니다"));
        }

        List<TagExpectation> tracks = [];
        for (int i = 1; i < lines.Length; i++)
        {
            if (lines[i].Length > 0)
            {
                tracks.Add(Line(lines[i], name, i + 1));
            }
        }

        return tracks.Count > 0 ? tracks : throw Fault(name, 1, new("there is no track", "곡이 없습니다"));
    }

    private static TagExpectation Line(string line, string name, int number)
    {
        string[] columns = line.Split(',');
        if (columns.Length != 4 || columns[0].Length == 0 || columns[0].AsSpan().ContainsAny('/', '\\'))
        {
            throw Fault(name, number, new("four columns are needed: a file's name without ending, instruments, vocal or instrumental, moods and qualities", "열은 파일 이름(확장자 없이), 악기, vocal이나 instrumental, 느낌과 성질 네 개여야 합니다"));
        }

        string[][] words = [.. columns[1..].Select(column => column.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
        if (words.SelectMany(word => word).FirstOrDefault(word => !Known.Contains(word)) is { } unknown)
        {
            throw Fault(name, number, new($"\"{unknown}\" is no tag; allowed: {string.Join(", ", Known)}", $"\"{unknown}\" 태그는 없습니다. 쓸 수 있는 태그: {string.Join(", ", Known)}"));
        }

        return new TagExpectation(columns[0], [.. words[0], .. words[1]], words[2]);
    }

    private static MalformedInputException Fault(string name, int line, LocalizedText what) =>
        new(new LocalizedText($"{name}, line {line}: {what.English}.", $"{name} {line}번째 줄: {what.Korean}."));
}
