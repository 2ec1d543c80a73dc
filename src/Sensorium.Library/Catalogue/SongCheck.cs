using Sensorium.Perception;

namespace Sensorium.Library;

/// <summary>What every catalogue asks of what it is given.</summary>
internal static class SongCheck
{
    private const int MostPinValues = 4096;

    public static void Check(FileStamp stamp, IReadOnlyList<SongPart> songs)
    {
        ArgumentNullException.ThrowIfNull(stamp);
        ArgumentNullException.ThrowIfNull(songs);
        if (songs.Count == 0 || songs.DistinctBy(song => song.Track).Count() != songs.Count)
        {
            throw new ArgumentException($"A file holds one song or more, each of another track, but {songs.Count} came.", nameof(songs));
        }

        foreach (SongPart song in songs)
        {
            if (song.Song.Version != songs[0].Song.Version || song.Song.Version < 1)
            {
                throw new ArgumentException($"Songs of a file have one version of 1 and more, but {song.Song.Version} came.", nameof(songs));
            }

            if (song.Song.Vector.Length != SongReading.VectorLength)
            {
                throw new ArgumentException($"The vector of a song has {SongReading.VectorLength} values, but {song.Song.Vector.Length} came.", nameof(songs));
            }
        }
    }

    public static void Check(Pin pin)
    {
        ArgumentNullException.ThrowIfNull(pin);
        if (pin.Vector.Length > MostPinValues)
        {
            throw new ArgumentException($"The vector of a pin has at most {MostPinValues} values, but {pin.Vector.Length} came.", nameof(pin));
        }
    }
}
