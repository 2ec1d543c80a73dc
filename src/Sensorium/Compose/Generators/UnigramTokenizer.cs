using System.Text.Json;

namespace Sensorium;

/// <summary>
/// Cuts text into the pieces of a unigram vocabulary (Kudo 2018) so that the sum of their scores is highest, as T5's tokenizer does: spaces become
/// <c>▁</c>, one is put in front, and the end mark is added. It reads the <c>tokenizer.json</c> of a model pack and does no Unicode normalisation: prompts
/// are plain English.
/// </summary>
internal sealed class UnigramTokenizer
{
    private const int MostBytes = 16 << 20, LongestPiece = 64;
    private const double UnknownPenalty = 10;
    private readonly Dictionary<string, (int Id, double Score)> _pieces = new(StringComparer.Ordinal);
    private readonly int _unknown, _end;
    private readonly double _unknownScore;

    private UnigramTokenizer(JsonElement model)
    {
        int id = 0;
        foreach (JsonElement entry in model.GetProperty("vocab").EnumerateArray())
        {
            _pieces.TryAdd(entry[0].GetString()!, (id++, entry[1].GetDouble()));
        }

        _unknown = model.GetProperty("unk_id").GetInt32();
        _end = _pieces["</s>"].Id;
        _unknownScore = _pieces.Values.Min(piece => piece.Score) - UnknownPenalty;
    }

    /// <summary>Reads a tokenizer.</summary>
    /// <param name="path">A <c>tokenizer.json</c>, at most 16 MiB.</param>
    /// <returns>The tokenizer.</returns>
    /// <exception cref="MalformedInputException">It is none, or not of the unigram kind.</exception>
    public static UnigramTokenizer Read(string path)
    {
        try
        {
            if (new FileInfo(path).Length <= MostBytes)
            {
                using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(path));
                JsonElement model = json.RootElement.GetProperty("model");
                if (model.GetProperty("type").GetString() == "Unigram")
                {
                    return new UnigramTokenizer(model);
                }
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException or KeyNotFoundException or FormatException or IndexOutOfRangeException)
        {
            throw Broken(path, error);
        }

        throw Broken(path, null);
    }

    /// <summary>Cuts a text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The ids of its pieces, then the end mark's.</returns>
    public long[] Encode(string text)
    {
        string marked = "▁" + string.Join('▁', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        double[] best = new double[marked.Length + 1];
        (int From, int Id)[] last = new (int, int)[marked.Length + 1];
        Array.Fill(best, double.NegativeInfinity, 1, marked.Length);
        for (int at = 0; at < marked.Length; at++)
        {
            Offer(at, 1, (_unknown, _unknownScore));
            for (int length = 1; length <= LongestPiece && at + length <= marked.Length; length++)
            {
                if (_pieces.TryGetValue(marked.Substring(at, length), out (int, double) piece))
                {
                    Offer(at, length, piece);
                }
            }
        }

        List<long> ids = [_end];
        for (int at = marked.Length; at > 0; at = last[at].From)
        {
            ids.Add(last[at].Id);
        }

        ids.Reverse();
        return [.. ids];

        void Offer(int at, int length, (int Id, double Score) piece)
        {
            if (best[at] + piece.Score > best[at + length])
            {
                best[at + length] = best[at] + piece.Score;
                last[at + length] = (at, piece.Id);
            }
        }
    }

    private static MalformedInputException Broken(string path, Exception? error) => new(
        new($"{path} is no tokenizer.json of the Unigram kind, at most {MostBytes} bytes; take the one of the model's T5 text encoder.", $"{path} 파일은 {MostBytes}바이트 이하의 Unigram tokenizer.json이 아닙니다. 모델의 T5 텍스트 인코더 것을 쓰십시오."),
        error);
}
