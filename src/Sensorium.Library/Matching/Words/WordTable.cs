using System.Globalization;
using System.Reflection;
using System.Text;

namespace Sensorium.Library;

/// <summary>
/// English and Korean words and the tags of songs that they ask for: <c>rainy</c> asks for slow, soft and dark. The table is a file in the
/// program (<c>words.tsv</c>), a judgement of ours and no measurement. Thread-safe.
/// </summary>
public sealed class WordTable
{
    /// <summary>Spread of the place that words tell, on each axis.</summary>
    public const double PlaceSd = 0.35;

    private const int MostWords = 200;

    private static readonly Lazy<WordTable> Shared = new(Load);
    private static readonly HashSet<string> NegatesNext = ["not", "no", "without", "never", "non", "less", "안", "못", "덜"];
    private static readonly HashSet<string> NegatesLast = ["없는", "없이", "말고", "아닌", "않은", "않는", "않고", "빼고", "free"];

    // What follows a Korean stem; longer stems take any ending.
    private static readonly HashSet<string> Endings =
        ["은", "는", "이", "가", "을", "를", "에", "의", "로", "으로", "와", "과", "도", "만", "에서", "에는", "처럼", "같은", "이나", "나", "하고", "한", "운", "인", "들", "엔", "날"];

    private readonly Dictionary<string, WordEntry> _words = [];
    private readonly List<(string Stem, WordEntry Entry)> _stems = [];

    private WordTable()
    {
    }

    /// <summary>The table of the program.</summary>
    public static WordTable Default => Shared.Value;

    /// <summary>The words that the table holds, stems with a star.</summary>
    internal IEnumerable<string> Words => _words.Keys.Concat(_stems.Select(stem => stem.Stem + "*"));

    /// <summary>Every entry.</summary>
    internal IEnumerable<WordEntry> Entries => _words.Values.Concat(_stems.Select(stem => stem.Entry));

    /// <summary>Reads a text: words of either language, mixed as they may be; "no drums" and "보컬 없는" turn a word around.</summary>
    /// <param name="text">The text; its first 200 words count.</param>
    /// <param name="isTerm">Whether the library knows a word as a tag or a genre; null for none. Such words ask for themselves.</param>
    /// <returns>What it asks for.</returns>
    public WordReading Read(string text, Func<string, bool>? isTerm = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<(WordEntry Entry, int Sign)> found = [];
        List<string> known = [], unknown = [];
        bool turned = false;
        foreach (string word in Split(text).Take(MostWords))
        {
            if (NegatesNext.Contains(word))
            {
                turned = true;
            }
            else if (NegatesLast.Contains(word))
            {
                Turn(found);
            }
            else if ((WithTerm(word, Find(word), isTerm) ?? Term(word, isTerm)) is { } entry)
            {
                if (entry.Tags.Count > 0 || entry.Valence is not null || entry.Arousal is not null)
                {
                    found.Add((entry, turned ? -1 : 1));
                    known.Add(word);
                    turned = false;
                }
            }
            else if (!unknown.Contains(word))
            {
                unknown.Add(word);
            }
        }

        return new WordReading
        {
            Tags = TagsOf(found),
            Valence = Place(found, entry => entry.Valence),
            Arousal = Place(found, entry => entry.Arousal),
            Known = known,
            Unknown = unknown,
        };
    }

    /// <summary>The words of a text: runs of letters and digits, in small letters, composed.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The words in order.</returns>
    internal static IEnumerable<string> Split(string text)
    {
        string composed = NormalForms.Compose(text).ToLowerInvariant();
        int start = -1;
        for (int i = 0; i <= composed.Length; i++)
        {
            bool inside = i < composed.Length
                && (char.IsLetterOrDigit(composed[i]) || (composed[i] is '&' or '-' or '\'' && start >= 0 && i + 1 < composed.Length && char.IsLetterOrDigit(composed[i + 1])));
            if (inside && start < 0)
            {
                start = i;
            }
            else if (!inside && start >= 0)
            {
                yield return composed[start..i];
                start = -1;
            }
        }
    }

    private static void Turn(List<(WordEntry Entry, int Sign)> found)
    {
        if (found.Count > 0)
        {
            found[^1] = (found[^1].Entry, -found[^1].Sign);
        }
    }

    private static WordEntry? Term(string word, Func<string, bool>? isTerm) =>
        isTerm is not null && isTerm(word) ? new WordEntry([new WishedTag(word, 1)], null, null) : null;

    // A word that is a tag of the library's own asks for that tag besides what the table makes of it: violin is more than strings where a tagger hears it.
    private static WordEntry? WithTerm(string word, WordEntry? entry, Func<string, bool>? isTerm) =>
        entry is not { Tags.Count: > 0 } || entry.Tags.Any(tag => tag.Name == word) || Term(word, isTerm) is not { } term
            ? entry
            : entry with { Tags = [.. entry.Tags, .. term.Tags] };

    private WordEntry? Find(string word)
    {
        if (_words.TryGetValue(word, out WordEntry? entry))
        {
            return entry;
        }

        if (word[0] is >= '가' and <= '힣')
        {
            for (int length = word.Length - 1; length > 0; length--)
            {
                if (_words.TryGetValue(word[..length], out entry) && (length >= 2 || Endings.Contains(word[length..])))
                {
                    return entry;
                }
            }

            return null;
        }

        WordEntry? byStem = _stems.FirstOrDefault(stem => word.StartsWith(stem.Stem, StringComparison.Ordinal)).Entry;
        return byStem ?? (word.Contains('-', StringComparison.Ordinal) ? word.Split('-').Select(Find).FirstOrDefault(part => part is { Tags.Count: > 0 }) : null);
    }

    // A tag that several words ask for weighs as much as the weightiest says, and a word against it takes that away.
    private static IReadOnlyList<WishedTag> TagsOf(List<(WordEntry Entry, int Sign)> found)
    {
        Dictionary<string, (double For, double Against)> weights = [];
        foreach ((WordEntry entry, int sign) in found)
        {
            foreach (WishedTag tag in entry.Tags)
            {
                (double wanted, double unwanted) = weights.GetValueOrDefault(tag.Name);
                double weight = sign * tag.Weight;
                weights[tag.Name] = weight > 0 ? (Math.Max(wanted, weight), unwanted) : (wanted, Math.Max(unwanted, -weight));
            }
        }

        return
        [
            .. weights.Select(pair => new WishedTag(pair.Key, pair.Value.For - pair.Value.Against)).Where(tag => Math.Abs(tag.Weight) > 1e-9)
                .OrderByDescending(tag => Math.Abs(tag.Weight)).ThenBy(tag => tag.Name, StringComparer.Ordinal),
        ];
    }

    private static Estimate? Place(List<(WordEntry Entry, int Sign)> found, Func<WordEntry, double?> axis)
    {
        double[] places = [.. found.Select(word => word.Sign * axis(word.Entry)).OfType<double>()];
        return places.Length == 0 ? null : new Estimate(places.Average(), PlaceSd);
    }

    private static WordTable Load()
    {
        WordTable table = new();
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Sensorium.Library.words.tsv")
            ?? throw new InvalidOperationException("The table of words is not in the program.");
        using StreamReader reader = new(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                table.Add(line.Split('\t'));
            }
        }

        return table;
    }

    private void Add(string[] columns)
    {
        WordEntry entry = new(
            columns[2] == "-" ? [] : [.. columns[2].Split(' ').Select(ToTag)],
            columns[3] == "-" ? null : double.Parse(columns[3], CultureInfo.InvariantCulture),
            columns[4] == "-" ? null : double.Parse(columns[4], CultureInfo.InvariantCulture));
        foreach (string word in columns[0].Split(',').Concat(columns[1].Split(',')))
        {
            if (word.EndsWith('*'))
            {
                _stems.Add((word[..^1], entry));
                _words.TryAdd(word[..^1], entry);
            }
            else if (!_words.TryAdd(word, entry))
            {
                throw new InvalidOperationException($"The table of words has '{word}' twice.");
            }
        }
    }

    private static WishedTag ToTag(string text)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        return new WishedTag(text[..colon], double.Parse(text.AsSpan(colon + 1), CultureInfo.InvariantCulture));
    }
}
