using Sensorium.Library;
using Sensorium.Media;

namespace Sensorium.Browser.Tests;

/// <summary>A map of a library of made-up songs; a few of them lie on the disk, each of another length.</summary>
internal sealed class MapPage : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sensorium-map-").FullName;

    /// <summary>Writes the page.</summary>
    /// <param name="songs">How many songs; the first four can be played, the seventh lies on a music server.</param>
    /// <param name="language">Language of its words.</param>
    public MapPage(int songs, Language language = Language.English)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "music & more"));
        Songs = [.. Enumerable.Range(0, songs).Select(Song)];
        foreach (LibrarySong song in Songs.Take(4))
        {
            using FileStream file = System.IO.File.Create(song.Path);
            WavFile.Write(file, new SoundBuffer(8000, 1, 8000 * LengthOf((int)song.Id - 1)));
        }

        System.IO.File.WriteAllText(File, LibraryMap.Write(Songs, _folder, language));
    }

    /// <summary>The page.</summary>
    public string File => Path.Combine(_folder, "map.html");

    /// <summary>The songs.</summary>
    public IReadOnlyList<LibrarySong> Songs { get; }

    /// <summary>Seconds that the file of a song lasts.</summary>
    public static int LengthOf(int song) => 10 + song;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private LibrarySong Song(int i)
    {
        // Corners first, then a cloud.
        Pcg32 random = new((ulong)i);
        (double valence, double arousal) = i switch { 0 => (-0.6, 0.6), 1 => (0.6, 0.6), 2 => (0.6, -0.6), 3 => (-0.6, -0.6), _ => (Near(random), Near(random)) };
        return new LibrarySong
        {
            Id = i + 1,
            Path = i == 6 ? "https://music.example.org#song=6" : Path.Combine(_folder, "music & more", $"노래 #{i}%.wav"),

            // The last of the four is a part of its file.
            Start = TimeSpan.FromSeconds(i == 3 ? 4 : 0),
            Length = TimeSpan.FromSeconds(i == 3 ? 1 : LengthOf(i)),
            Tags = new SongTags { Title = i == 2 ? "<b>Quiet</b> & \"slow\"" : $"Song {i}", Artist = $"Artist {i % 7}" },
            Song = MadeSong.Reading(valence, arousal, LengthOf(i)),
        };
    }

    private static double Near(Pcg32 random) => Math.Clamp((random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5) * 0.7, -0.95, 0.95);
}
