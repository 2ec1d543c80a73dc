using System.Text;
using Sensorium.Lab.Datasets;

namespace Sensorium.Lab.Songs;

/// <summary>Finds the clips of EMOPIA and of real recordings.</summary>
internal static class SongSets
{
    /// <summary>Folds of EMOPIA; those of training/song.py.</summary>
    public const int Folds = 5;

    /// <summary>The MIDI clips of <c>emopia/</c>; the quadrant is in the name's prefix.</summary>
    /// <param name="folder">The data.</param>
    public static IReadOnlyList<SongClip> Emopia(string folder)
    {
        string emopia = Path.Combine(folder, "emopia");
        return !Directory.Exists(emopia) ? [] :
        [
            .. Directory.EnumerateFiles(emopia, "Q?_*.mid").Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)
                .Where(name => name[1] is >= '1' and <= '4')
                .Select(name => new SongClip($"emopia/{name}", name[1] - '1')),
        ];
    }

    /// <summary>The recordings of <c>quadrants.csv</c>.</summary>
    /// <param name="folder">The data.</param>
    /// <param name="faults">Receives rows that cannot be read.</param>
    public static IReadOnlyList<SongClip> Recordings(string folder, Action<DatasetFault> faults)
    {
        string table = Path.Combine(folder, "quadrants.csv");
        List<SongClip> clips = [];
        foreach (string line in File.Exists(table) ? File.ReadLines(table).Skip(1) : [])
        {
            string[] columns = line.Split(',');
            if (columns is [_, ['Q', >= '1' and <= '4'], ..])
            {
                clips.Add(new SongClip($"quadrants/{columns[0]}", columns[1][1] - '1'));
            }
            else
            {
                faults(new DatasetFault($"quadrants.csv: {line}", new("its second column is none of Q1, Q2, Q3 and Q4", "두 번째 열이 Q1, Q2, Q3, Q4 가운데 하나가 아님")));
            }
        }

        return clips;
    }

    /// <summary>The fold that tests an EMOPIA clip: CRC-32 of its song, so that clips of one song stay together.</summary>
    /// <param name="clip">The clip.</param>
    /// <returns>0 to <see cref="Folds"/> - 1.</returns>
    public static int FoldOf(SongClip clip)
    {
        string name = Path.GetFileNameWithoutExtension(clip.Name);
        string song = name[(name.IndexOf('_') + 1)..name.LastIndexOf('_')];
        uint sum = uint.MaxValue;
        foreach (byte value in Encoding.UTF8.GetBytes(song))
        {
            sum ^= value;
            for (int bit = 0; bit < 8; bit++)
            {
                sum = (sum >> 1) ^ ((sum & 1) != 0 ? 0xEDB88320 : 0);
            }
        }

        return (int)(~sum % Folds);
    }
}
