using System.Text.Json;
using Sensorium.Inference;

namespace Sensorium;

/// <summary>
/// A MusicGen model as four ONNX files and a tokenizer, in a model folder of the task <see cref="Task"/> whose <c>parameters</c> name them
/// (docs/generators.md). What the files take and give is checked when it is opened.
/// </summary>
public sealed class OnnxMusicPack : IDisposable
{
    /// <summary>The task in the manifest.</summary>
    public const string Task = "music-generation";

    private const string Past = "past_key_values.", Present = "present.";
    private const int MostCodebooks = 16, LongestSeconds = 120;
    private readonly List<InferenceSession> _sessions = [];

    private OnnxMusicPack(ModelFolder folder)
    {
        Name = folder.Manifest.Name;
        JsonElement parameters = folder.Manifest.Parameters;
        Codebooks = Whole(parameters, "codebooks", 4, 1, MostCodebooks);
        PadToken = Whole(parameters, "padToken", 2048, 0, int.MaxValue);
        FramesPerSecond = Whole(parameters, "framesPerSecond", 50, 1, 1000);
        SampleRate = Whole(parameters, "sampleRate", 32_000, 8000, 96_000);
        MostTokens = Whole(parameters, "topK", 250, 1, int.MaxValue);
        MostSeconds = Whole(parameters, "mostSeconds", 30, 1, LongestSeconds);
        Guidance = parameters.TryGetProperty("guidance", out JsonElement guidance) ? guidance.GetSingle() : 3;
        Tokenizer = UnigramTokenizer.Read(folder.FilePath(Text(parameters, "tokenizer")));
        TextEncoder = Open(folder, parameters, "textEncoder");
        FirstDecoder = Open(folder, parameters, "decoder");
        Decoder = Open(folder, parameters, "decoderWithPast");
        AudioDecoder = Open(folder, parameters, "audioDecoder");
        Check(TextEncoder, [("input_ids", TensorType.Int64), ("attention_mask", TensorType.Int64)], [("last_hidden_state", TensorType.Float32)]);
        Check(FirstDecoder, [("input_ids", TensorType.Int64), ("encoder_attention_mask", TensorType.Int64), ("encoder_hidden_states", TensorType.Float32)], [("logits", TensorType.Float32)]);
        Check(Decoder, [("input_ids", TensorType.Int64), ("encoder_attention_mask", TensorType.Int64)], [("logits", TensorType.Float32)]);
        Check(AudioDecoder, [("audio_codes", TensorType.Int64)], [("audio_values", TensorType.Float32)]);
        PastNames = [.. Decoder.Inputs.Select(input => input.Name).Where(name => name.StartsWith(Past, StringComparison.Ordinal))];
        Check(FirstDecoder, [], [.. PastNames.Select(name => (PresentOf(name), TensorType.Float32))]);
    }

    /// <summary>The model's id and version.</summary>
    public string Name { get; }

    /// <summary>Longest piece that it makes, in seconds, 1 to 120.</summary>
    public int MostSeconds { get; }

    /// <summary>Frames of its sound a second.</summary>
    public int SampleRate { get; }

    internal int Codebooks { get; }

    internal int PadToken { get; }

    internal int FramesPerSecond { get; }

    internal int MostTokens { get; }

    internal float Guidance { get; }

    internal UnigramTokenizer Tokenizer { get; }

    internal InferenceSession TextEncoder { get; }

    internal InferenceSession FirstDecoder { get; }

    internal InferenceSession Decoder { get; }

    internal InferenceSession AudioDecoder { get; }

    /// <summary>The decoder's inputs that carry what was before.</summary>
    internal IReadOnlyList<string> PastNames { get; }

    /// <summary>Opens a pack.</summary>
    /// <param name="folder">Its folder.</param>
    /// <returns>The pack, to be disposed of.</returns>
    /// <exception cref="MalformedInputException">A file or a parameter is missing or broken, or a model takes or gives something else than MusicGen's.</exception>
    /// <exception cref="MissingComponentException">ONNX Runtime is not installed.</exception>
    public static OnnxMusicPack Open(ModelFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return new OnnxMusicPack(folder);
    }

    /// <inheritdoc/>
    public void Dispose() => _sessions.ForEach(session => session.Dispose());

    /// <summary>The output that becomes an input of the next step.</summary>
    internal static string PresentOf(string past) => Present + past[Past.Length..];

    private InferenceSession Open(ModelFolder folder, JsonElement parameters, string key)
    {
        try
        {
            InferenceSession session = InferenceSession.Open(folder.FilePath(Text(parameters, key)));
            _sessions.Add(session);
            return session;
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    private void Check(InferenceSession session, IEnumerable<(string Name, TensorType Type)> inputs, IEnumerable<(string Name, TensorType Type)> outputs)
    {
        string[] missing =
        [
            .. inputs.Where(wanted => !session.Inputs.Any(spec => spec.Name == wanted.Name && spec.Type == wanted.Type)).Select(wanted => $"input {wanted.Name}"),
            .. outputs.Where(wanted => !session.Outputs.Any(spec => spec.Name == wanted.Name && spec.Type == wanted.Type)).Select(wanted => $"output {wanted.Name}"),
        ];
        if (missing.Length > 0)
        {
            Dispose();
            string list = string.Join(", ", missing);
            throw new MalformedInputException(new LocalizedText(
                $"{session.Name} of {Name} is not what a MusicGen pack needs: {list} is missing or of another type (docs/generators.md).",
                $"{Name} 모델의 {session.Name} 파일은 MusicGen 팩과 맞지 않습니다. 없거나 종류가 다른 것: {list} (docs/generators.md)."));
        }
    }

    private string Text(JsonElement parameters, string key) =>
        parameters.TryGetProperty(key, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : throw Unfit(key, "a file's name", "파일 이름");

    private int Whole(JsonElement parameters, string key, int usual, int least, int most) =>
        !parameters.TryGetProperty(key, out JsonElement value) ? usual
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number) && number >= least && number <= most ? number
        : throw Unfit(key, $"a whole number from {least} to {most}", $"{least}에서 {most}까지의 정수");

    private MalformedInputException Unfit(string key, string english, string korean) => new(new LocalizedText(
        $"The model {Name} must state parameters.{key}: {english} (docs/generators.md).",
        $"{Name} 모델의 parameters.{key}에는 {korean}이(가) 필요합니다(docs/generators.md)."));
}
