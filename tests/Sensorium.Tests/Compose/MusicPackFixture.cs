using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Sensorium.Inference;
using Sensorium.Inference.Tests;

namespace Sensorium.Tests;

/// <summary>
/// A pack whose models are a few nodes each: after a token comes the next of eight, in every codebook, as long as what was before is handed on; the
/// sound is the codes themselves, an eighth of full scale for each.
/// </summary>
internal sealed class MusicPackFixture : IDisposable
{
    private const int Single = 1, Long = 7, Tokens = 8;
    private readonly Folder _folder = new();

    public JsonObject Parameters { get; } = new()
    {
        ["textEncoder"] = "text.onnx",
        ["decoder"] = "first.onnx",
        ["decoderWithPast"] = "next.onnx",
        ["audioDecoder"] = "audio.onnx",
        ["tokenizer"] = "tokenizer.json",
        ["codebooks"] = 3,
        ["padToken"] = Tokens,
        ["framesPerSecond"] = 5,
        ["sampleRate"] = 8000,
        ["topK"] = 1,
        ["mostSeconds"] = 4,
    };

    public byte[] First { get; set; } = Decoder(isFirst: true);

    public ModelFolder Load()
    {
        Dictionary<string, byte[]> files = new()
        {
            ["text.onnx"] = new TinyModel()
                .Input("input_ids", Long, -1, -1).Input("attention_mask", Long, -1, -1).Output("last_hidden_state", Single, -1, -1, -1)
                .Constant<long>("axis", Long, [2], [1])
                .Node("Cast", ["input_ids"], ["numbers"], TinyModel.Whole("to", Single)).Node("Unsqueeze", ["numbers", "axis"], ["last_hidden_state"]).Build(),
            ["first.onnx"] = First,
            ["next.onnx"] = Decoder(isFirst: false),
            ["audio.onnx"] = new TinyModel()
                .Input("audio_codes", Long, -1, -1, -1, -1).Output("audio_values", Single, -1, -1, -1)
                .Constant<long>("shape", Long, [1, 1, -1], [3]).Constant<float>("eight", Single, [8], [])
                .Node("Cast", ["audio_codes"], ["numbers"], TinyModel.Whole("to", Single)).Node("Reshape", ["numbers", "shape"], ["row"]).Node("Div", ["row", "eight"], ["audio_values"]).Build(),
            ["tokenizer.json"] = Encoding.UTF8.GetBytes("""{"model":{"type":"Unigram","unk_id":2,"vocab":[["<pad>",0],["</s>",0],["<unk>",0],["▁",-2],["▁piano",-3],["▁pi",-2.5],["ano",-2.5]]}}"""),
        };
        JsonArray list = [];
        foreach ((string name, byte[] content) in files)
        {
            File.WriteAllBytes(_folder[name], content);
            list.Add(new JsonObject { ["path"] = name, ["bytes"] = content.Length, ["sha256"] = Convert.ToHexString(SHA256.HashData(content)) });
        }

        JsonObject manifest = new()
        {
            ["id"] = "tiny-musicgen",
            ["version"] = 1,
            ["task"] = OnnxMusicPack.Task,
            ["title"] = new JsonObject { ["en"] = "Tiny", ["ko"] = "꼬마" },
            ["licence"] = new JsonObject { ["name"] = "MIT", ["commercial"] = true },
            ["source"] = "made by a test",
            ["files"] = list,
            ["parameters"] = Parameters.DeepClone(),
        };
        File.WriteAllText(_folder[ModelFolder.ManifestName], manifest.ToJsonString());
        return ModelFolder.Load(_folder.Path);
    }

    public string Tokenizer => _folder["tokenizer.json"];

    public void Dispose() => _folder.Dispose();

    // The scores are a row of a table; in later steps times what was handed on, so that they vanish where nothing was.
    private static byte[] Decoder(bool isFirst)
    {
        float[] table = new float[(Tokens + 1) * Tokens];
        for (int token = 0; token <= Tokens; token++)
        {
            table[(token * Tokens) + ((token + 1) % (Tokens + 1) % Tokens)] = 9;
        }

        TinyModel model = new TinyModel()
            .Input("input_ids", Long, -1, 1).Input("encoder_attention_mask", Long, -1, -1)
            .Output("logits", Single, -1, 1, Tokens).Output("present.0.decoder.key", Single, 1)
            .Constant("table", Single, table, [Tokens + 1, Tokens]).Constant<float>("one", Single, [1], [1])
            .Node("Gather", ["table", "input_ids"], ["scores"]);
        return isFirst
            ? model.Input("encoder_hidden_states", Single, -1, -1, -1).Output("present.0.encoder.key", Single, 1)
                .Node("Identity", ["scores"], ["logits"]).Node("Identity", ["one"], ["present.0.decoder.key"]).Node("Identity", ["one"], ["present.0.encoder.key"]).Build()
            : model.Input("past_key_values.0.decoder.key", Single, 1).Input("past_key_values.0.encoder.key", Single, 1)
                .Node("Add", ["past_key_values.0.decoder.key", "one"], ["present.0.decoder.key"])
                .Node("Mul", ["past_key_values.0.decoder.key", "past_key_values.0.encoder.key"], ["handed"]).Node("Mul", ["scores", "handed"], ["logits"]).Build();
    }
}
