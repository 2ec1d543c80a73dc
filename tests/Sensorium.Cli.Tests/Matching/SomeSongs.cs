using Sensorium.Library;
using Sensorium.Media;
using Sensorium.Perception;

namespace Sensorium.Cli.Tests;

/// <summary>Songs that tests make up, and a library of them in a home of its own.</summary>
internal static class SomeSongs
{
    /// <summary>One song as it goes into the catalogue.</summary>
    public static SongPart Part(double valence, double arousal, SongTags tags, params SongTag[] heard)
    {
        float[] vector = new float[SongReading.VectorLength];
        vector[Math.Abs(tags.Title!.Length) % vector.Length] = 1;
        return new SongPart
        {
            Length = TimeSpan.FromSeconds(144),
            Tags = tags,
            Song = MadeSong.Reading(valence, arousal, 144) with { Tags = heard, Vector = vector },
        };
    }

    /// <summary>A library of twelve songs around the middle and one far away.</summary>
    /// <param name="home">The home folder.</param>
    public static void Fill(string home)
    {
        using SqliteCatalogue catalogue = new LibraryFlow(new SensoriumHome(name => name == SensoriumHome.Variable ? home : null)).Open();
        for (int i = 0; i < 12; i++)
        {
            Store(catalogue, i, Part(0.03 * i, -0.04 * i, new SongTags { Title = new string('a', i + 1), Artist = $"Artist {i}", Year = 1990 + i }, new("dark", 0.9), new("slow", 0.8)));
        }

        Store(catalogue, 99, Part(-0.9, 0.9, new SongTags { Title = "Far away", Artist = "음악가" }));
    }

    /// <summary>Adds a song in the middle whose file is given.</summary>
    /// <param name="home">The home folder.</param>
    /// <param name="path">The file.</param>
    /// <param name="title">The title.</param>
    public static void Add(string home, string path, string title)
    {
        using SqliteCatalogue catalogue = new LibraryFlow(new SensoriumHome(name => name == SensoriumHome.Variable ? home : null)).Open();
        catalogue.Store(new FileStamp { Path = path, Size = 5, Modified = DateTime.UnixEpoch, Fingerprint = $"{title.Length:x32}" }, [Part(0.1, -0.1, new SongTags { Title = title }, [new SongTag("dark", 0.9)])]);
    }

    private static void Store(SqliteCatalogue catalogue, int number, SongPart part) =>
        catalogue.Store(new FileStamp { Path = $"/music/{number}.mp3", Size = 1, Modified = DateTime.UnixEpoch, Fingerprint = $"{number:x32}" }, [part]);
}
