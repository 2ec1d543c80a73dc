using Sensorium.Library;
using Sensorium.Perception;

namespace Sensorium.Tests;

/// <summary>A handful of songs in a catalogue that is gone with the test.</summary>
internal static class SmallLibrary
{
    /// <summary>Puts a song into a catalogue.</summary>
    /// <returns>Its number.</returns>
    public static long Add(ICatalogue catalogue, string path, double valence, double arousal, IReadOnlyList<SongTag>? tags = null, SongTags? file = null, double seconds = 180)
    {
        Pcg32 random = new((ulong)path.Length, 9);
        float[] vector = [.. Enumerable.Range(0, SongReading.VectorLength).Select(_ => (float)random.NextGaussian())];
        float norm = MathF.Sqrt(vector.Sum(value => value * value));
        SongPart part = new()
        {
            Length = TimeSpan.FromSeconds(seconds),
            Tags = file ?? new SongTags { Title = Path.GetFileNameWithoutExtension(path) },
            Song = MadeSong.Reading(valence, arousal, seconds) with { Tags = tags ?? [], Vector = vector.Select(value => value / norm).ToArray() },
        };
        catalogue.Store(new FileStamp { Path = path, Size = 1, Modified = DateTime.UnixEpoch, Fingerprint = $"{path.GetHashCode(StringComparison.Ordinal):x32}" }, [part]);
        return catalogue.LoadSongs().Single(song => song.Path == path).Id;
    }
}
