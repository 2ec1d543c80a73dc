using System.Globalization;
using System.Runtime.InteropServices;
using Sensorium.Perception;

namespace Sensorium.SongFeatures;

/// <summary>
/// Measures songs: 16-bit samples of all of them come in one after the other, their names and lengths stand in a table. OUT.f32 receives the statistics
/// of each window, OUT.windows the song and first frame of each, OUT.songs one line of measures a song. With a seed, each song is heard through a <see cref="SongRoom"/> and a
/// <see cref="SongCodec"/>, by chance.
/// </summary>
internal static class SongMeasuring
{
    public static int Run(Stream sounds, string table, string to, string? seed)
    {
        using FileStream statistics = File.Create(to + ".f32");
        using StreamWriter windows = File.CreateText(to + ".windows"), songs = File.CreateText(to + ".songs");
        using SongPerceiver perceiver = new(SongFeelingModel.Blank, null, null, 1, 0);
        Random? rooms = seed is null ? null : new Random(int.Parse(seed, CultureInfo.InvariantCulture));
        Random? codecs = seed is null ? null : new Random(1000 + int.Parse(seed, CultureInfo.InvariantCulture));
        int song = 0;
        foreach (string line in File.ReadLines(table))
        {
            string[] columns = line.Split('\t');
            var samples = new short[int.Parse(columns[1], CultureInfo.InvariantCulture)];
            sounds.ReadExactly(MemoryMarshal.AsBytes(samples.AsSpan()));
            int number = song++;
            using ISongListener listener = perceiver.Listen((frame, values) =>
            {
                statistics.Write(MemoryMarshal.AsBytes(values.AsSpan()));
                windows.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{number}\t{frame}"));
            });
            float[] heard = Array.ConvertAll(samples, sample => sample / 32768f);
            listener.Push(rooms is null || codecs is null ? heard : SongCodec.Hear(SongRoom.Hear(heard, rooms), codecs));
            SongMeasures m = listener.Finish().Measures;
            songs.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{columns[0]}\t{m.Tempo}\t{m.TempoStrength}\t{m.Key.Tonic}\t{m.Key.IsMinor}\t{m.Key.Lead}\t{m.Loudness}\t{m.Dynamics}\t{m.Amplitude}\t{m.Brightness}\t{m.Noise}\t{m.Density}"));
        }

        return 0;
    }
}
