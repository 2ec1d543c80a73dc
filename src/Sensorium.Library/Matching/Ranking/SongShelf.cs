using System.Collections.Frozen;
using Sensorium.Perception;

namespace Sensorium.Library;

/// <summary>The songs of a library laid out for matching: one column for each thing that is compared. Thread-safe.</summary>
/// <remarks>Takes about 450 bytes a song besides the songs themselves: 328 for its vector, 48 for feeling and emotions, the rest for its tags.</remarks>
public sealed class SongShelf
{
    private static readonly FrozenDictionary<string, string> Opposites = SongTagNames.Qualities
        .Select((quality, i) => (quality, SongTagNames.Qualities[i ^ 1])).ToFrozenDictionary(pair => pair.quality, pair => pair.Item2, StringComparer.Ordinal);

    private readonly Dictionary<string, (int[] Rows, float[] Shares)> _terms;
    private readonly Dictionary<long, int> _rows;

    private SongShelf(LibrarySong[] songs, int left)
    {
        Songs = songs;
        Outdated = left;
        Count = songs.Length;
        Valence = [.. songs.Select(song => (float)song.Song.Percept.Affect.Valence.Mean)];
        Arousal = [.. songs.Select(song => (float)song.Song.Percept.Affect.Arousal.Mean)];
        ValenceVariance = [.. songs.Select(song => Square(song.Song.Percept.Affect.Valence.Sd))];
        ArousalVariance = [.. songs.Select(song => Square(song.Song.Percept.Affect.Arousal.Sd))];
        UsualValenceSd = MedianSd(ValenceVariance);
        UsualArousalSd = MedianSd(ArousalVariance);
        Roots = RootsOf(songs);
        Vectors = VectorIndex.Build(VectorsOf(songs), SongReading.VectorLength);
        Artists = Groups(songs, song => song.Tags.Artist);
        Albums = Groups(songs, song => song.Tags.Album is { } album ? $"{song.Tags.AlbumArtist ?? song.Tags.Artist}\n{album}" : null);
        _terms = TermsOf(songs);
        _rows = new Dictionary<long, int>(songs.Length);
        for (int row = 0; row < songs.Length; row++)
        {
            _rows[songs[row].Id] = row;
        }
    }

    /// <summary>The songs, by their number in the catalogue.</summary>
    public IReadOnlyList<LibrarySong> Songs { get; }

    /// <summary>How many there are.</summary>
    public int Count { get; }

    /// <summary>Songs left out because they were analysed by an older version, whose values cannot be compared: scanning again brings them back.</summary>
    public int Outdated { get; }

    /// <summary>How the songs sound, for finding their like; row by row as <see cref="Songs"/>.</summary>
    public VectorIndex Vectors { get; }

    /// <summary>The median spread of the songs' valence.</summary>
    public double UsualValenceSd { get; }

    /// <summary>The median spread of the songs' arousal.</summary>
    public double UsualArousalSd { get; }

    /// <summary>Valence of each song.</summary>
    internal float[] Valence { get; }

    /// <summary>Arousal of each song.</summary>
    internal float[] Arousal { get; }

    /// <summary>Squared spread of each song's valence.</summary>
    internal float[] ValenceVariance { get; }

    /// <summary>Squared spread of each song's arousal.</summary>
    internal float[] ArousalVariance { get; }

    /// <summary>Roots of the shares of the emotions: <c>[emotions][songs]</c>.</summary>
    internal float[][] Roots { get; }

    /// <summary>Songs of one artist have one number; -1 where no artist is told.</summary>
    internal int[] Artists { get; }

    /// <summary>Songs of one album have one number; -1 where no album is told.</summary>
    internal int[] Albums { get; }

    /// <summary>Lays out songs.</summary>
    /// <param name="songs">The songs; each number once, vectors of <see cref="SongReading.VectorLength"/> values.</param>
    /// <returns>The shelf, without the songs of an older version than the newest among them.</returns>
    public static SongShelf Of(IEnumerable<LibrarySong> songs)
    {
        ArgumentNullException.ThrowIfNull(songs);
        LibrarySong[] all = [.. songs];
        int newest = all.Length == 0 ? 0 : all.Max(song => song.Song.Version);
        LibrarySong[] current = [.. all.Where(song => song.Song.Version == newest).OrderBy(song => song.Id)];
        return new SongShelf(current, all.Length - current.Length);
    }

    /// <summary>The row of a song.</summary>
    /// <param name="id">Its number in the catalogue.</param>
    /// <returns>Its row; null for a song that is not here.</returns>
    public int? RowOf(long id) => _rows.TryGetValue(id, out int row) ? row : null;

    /// <summary>Whether any song has a tag or a genre.</summary>
    /// <param name="term">The term, in small letters.</param>
    /// <returns>True where there is one.</returns>
    public bool IsTerm(string term) => _terms.ContainsKey(term);

    /// <summary>The songs with a tag or genre, and their shares.</summary>
    internal (ReadOnlyMemory<int> Rows, ReadOnlyMemory<float> Shares) Having(string term) =>
        _terms.TryGetValue(term, out (int[] Rows, float[] Shares) found) ? (found.Rows, found.Shares) : default;

    /// <summary>The share of a tag in a song: what it tells, or what its opposite says; see <see cref="FitFormula"/>.</summary>
    internal double ShareOf(int row, string tag)
    {
        double? own = Told(row, tag);
        return own ?? (OppositeOf(tag) is { } opposite ? Told(row, opposite) is { } other ? 1 - other : 0.5 : 0);
    }

    /// <summary>The quality that excludes a quality; null for any other tag.</summary>
    internal static string? OppositeOf(string tag) => Opposites.GetValueOrDefault(tag);

    private double? Told(int row, string tag)
    {
        if (!_terms.TryGetValue(tag, out (int[] Rows, float[] Shares) found))
        {
            return null;
        }

        int at = Array.BinarySearch(found.Rows, row);
        return at >= 0 ? found.Shares[at] : null;
    }

    private static float Square(double sd) => (float)(sd * sd);

    private static double MedianSd(float[] variances)
    {
        float[] sorted = [.. variances];
        Array.Sort(sorted);
        return sorted.Length == 0 ? 0 : Math.Sqrt(sorted[sorted.Length / 2]);
    }

    private static float[][] RootsOf(LibrarySong[] songs)
    {
        float[][] roots = [.. Enumerable.Range(0, EmotionScores.Count).Select(_ => new float[songs.Length])];
        for (int row = 0; row < songs.Length; row++)
        {
            EmotionScores emotions = songs[row].Song.Percept.Emotions;
            for (int e = 0; e < EmotionScores.Count; e++)
            {
                roots[e][row] = (float)Math.Sqrt(emotions[(Emotion)e]);
            }
        }

        return roots;
    }

    private static float[] VectorsOf(LibrarySong[] songs)
    {
        float[] vectors = new float[songs.Length * SongReading.VectorLength];
        for (int row = 0; row < songs.Length; row++)
        {
            songs[row].Song.Vector.Span.CopyTo(vectors.AsSpan(row * SongReading.VectorLength, SongReading.VectorLength));
        }

        return vectors;
    }

    private static int[] Groups(LibrarySong[] songs, Func<LibrarySong, string?> nameOf)
    {
        Dictionary<string, int> groups = new(StringComparer.OrdinalIgnoreCase);
        return [.. songs.Select(song => nameOf(song) is not { Length: > 0 } name ? -1 : groups.TryGetValue(name, out int group) ? group : groups[name] = groups.Count)];
    }

    private static Dictionary<string, (int[] Rows, float[] Shares)> TermsOf(LibrarySong[] songs)
    {
        Dictionary<string, (List<int> Rows, List<float> Shares)> columns = [];
        for (int row = 0; row < songs.Length; row++)
        {
            Dictionary<string, float> own = [];
            foreach (SongTag tag in songs[row].Song.Tags)
            {
                own[tag.Name] = (float)tag.Share;
            }

            foreach (string word in songs[row].Tags.Genres.Append(songs[row].Tags.Mood ?? string.Empty).SelectMany(WordTable.Split))
            {
                own.TryAdd(word, 1);
            }

            foreach ((string name, float share) in own)
            {
                if (!columns.TryGetValue(name, out (List<int> Rows, List<float> Shares) column))
                {
                    columns[name] = column = ([], []);
                }

                column.Rows.Add(row);
                column.Shares.Add(share);
            }
        }

        return columns.ToDictionary(pair => pair.Key, pair => (pair.Value.Rows.ToArray(), pair.Value.Shares.ToArray()));
    }
}
