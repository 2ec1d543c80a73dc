using Sensorium.Inference;

namespace Sensorium;

/// <summary>
/// Makes music with a MusicGen pack on this machine: the prompt is encoded, codes are drawn step by step with classifier-free guidance, each codebook
/// one step later than the one before (the delay pattern of Copet et al. 2023), and the codes become sound.
/// </summary>
/// <param name="folder">The pack's folder; it is opened for each piece.</param>
public sealed class OnnxMusicGenerator(ModelFolder folder) : IMusicGenerator
{
    /// <inheritdoc/>
    public string Id => "onnx";

    /// <inheritdoc/>
    public LocalizedText Name { get; } = new($"the model {folder.Manifest.Name}", $"{folder.Manifest.Name} 모델");

    /// <inheritdoc/>
    public Task<GeneratedMusic> GenerateAsync(MusicRequest request, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Task.Run(
            () =>
            {
                using OnnxMusicPack pack = OnnxMusicPack.Open(folder);
                SoundBuffer sound = Run(pack, request, progress, cancellationToken);
                return new GeneratedMusic { Generator = Id, Sound = sound, Format = "audio/pcm", Said = pack.Name };
            },
            cancellationToken);
    }

    private static SoundBuffer Run(OnnxMusicPack pack, MusicRequest request, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        (Tensor hidden, Tensor mask, int batch) = Encode(pack, request.Prompt.Sentence, cancellationToken);
        int frames = (int)Math.Round(Math.Min(request.Length.TotalSeconds, pack.MostSeconds) * pack.FramesPerSecond);
        long[] codes = Draw(pack, hidden, mask, batch, frames, new TokenSampler(new Pcg32(request.Composition.Seed, 1), pack.MostTokens), progress, cancellationToken);
        Tensor values = pack.AudioDecoder.Run(new Dictionary<string, Tensor> { ["audio_codes"] = Tensor.Of(codes, 1, 1, pack.Codebooks, frames) }, cancellationToken)["audio_values"];
        int channels = values.Shape.Length == 3 ? (int)values.Shape[1] : 0;
        if (channels is < 1 or > 2)
        {
            throw Unfit(pack, "audio_values", values);
        }

        SoundBuffer sound = new(pack.SampleRate, channels, (int)values.Shape[2]);
        for (int c = 0; c < channels; c++)
        {
            values.Values<float>().Slice(c * sound.Length, sound.Length).CopyTo(sound.Channel(c));
        }

        return sound;
    }

    // With guidance everything is done twice: with the text, and with none.
    private static (Tensor Hidden, Tensor Mask, int Batch) Encode(OnnxMusicPack pack, string text, CancellationToken cancellationToken)
    {
        long[] ids = pack.Tokenizer.Encode(text);
        long[] ones = [.. Enumerable.Repeat(1L, ids.Length)];
        Dictionary<string, Tensor> inputs = new() { ["input_ids"] = Tensor.Of(ids, 1, ids.Length), ["attention_mask"] = Tensor.Of(ones, 1, ids.Length) };
        Tensor hidden = pack.TextEncoder.Run(inputs, cancellationToken)["last_hidden_state"];
        if (hidden.Shape.Length != 3 || hidden.Shape[0] != 1 || hidden.Shape[1] != ids.Length)
        {
            throw Unfit(pack, "last_hidden_state", hidden);
        }

        if (pack.Guidance <= 1)
        {
            return (hidden, inputs["attention_mask"], 1);
        }

        Tensor both = Tensor.Zeros(TensorType.Float32, 2, hidden.Shape[1], hidden.Shape[2]);
        hidden.Values<float>().CopyTo(both.Values<float>());
        Tensor mask = Tensor.Zeros(TensorType.Int64, 2, ids.Length);
        ones.CopyTo(mask.Values<long>());
        return (both, mask, 2);
    }

    private static long[] Draw(
        OnnxMusicPack pack, Tensor hidden, Tensor mask, int batch, int frames, TokenSampler sampler, IProgress<WorkProgress>? progress, CancellationToken cancellationToken)
    {
        long[] codes = new long[pack.Codebooks * frames];
        long[] tokens = [.. Enumerable.Repeat((long)pack.PadToken, pack.Codebooks * batch)];
        int steps = frames + pack.Codebooks - 1;
        Dictionary<string, Tensor> past = [];
        for (int step = 0; step < steps; step++)
        {
            Dictionary<string, Tensor> inputs = new(past) { ["input_ids"] = Tensor.Of((long[])tokens.Clone(), tokens.Length, 1), ["encoder_attention_mask"] = mask };
            InferenceSession session = step == 0 ? pack.FirstDecoder : pack.Decoder;
            if (session.Inputs.Any(input => input.Name == "encoder_hidden_states"))
            {
                inputs["encoder_hidden_states"] = hidden;
            }

            IReadOnlyDictionary<string, Tensor> outputs = session.Run(inputs, cancellationToken);
            foreach (string name in pack.PastNames)
            {
                // What belongs to the text is given by the first step only.
                if (outputs.TryGetValue(OnnxMusicPack.PresentOf(name), out Tensor? present))
                {
                    past[name] = present;
                }
            }

            Tensor logits = outputs["logits"];
            if (logits.Shape.Length != 3 || logits.Shape[0] != tokens.Length || logits.Shape[1] != 1 || logits.Shape[2] < 1)
            {
                throw Unfit(pack, "logits", logits);
            }

            for (int book = 0; book < pack.Codebooks; book++)
            {
                int frame = step - book;
                long token = pack.PadToken;
                if (frame >= 0 && frame < frames)
                {
                    token = sampler.Draw(Scores(logits, book, pack, batch));
                    codes[(book * frames) + frame] = token;
                }

                for (int half = 0; half < batch; half++)
                {
                    tokens[(half * pack.Codebooks) + book] = token;
                }
            }

            progress?.Report(new WorkProgress(new("Drawing sound", "소리를 그리는 중"), 0.7 * (step + 1) / steps));
        }

        return codes;
    }

    private static float[] Scores(Tensor logits, int book, OnnxMusicPack pack, int batch)
    {
        int width = (int)logits.Shape[2];
        float[] scores = logits.Values<float>().Slice(book * width, width).ToArray();
        if (batch == 2)
        {
            ReadOnlySpan<float> without = logits.Values<float>().Slice((pack.Codebooks + book) * width, width);
            for (int i = 0; i < width; i++)
            {
                scores[i] = without[i] + (pack.Guidance * (scores[i] - without[i]));
            }
        }

        return scores;
    }

    private static MalformedInputException Unfit(OnnxMusicPack pack, string name, Tensor tensor) => new(new LocalizedText(
        $"The model {pack.Name} gave {name} as {tensor}, which is not what MusicGen gives (docs/generators.md).",
        $"{pack.Name} 모델이 낸 {name}({tensor})은(는) MusicGen과 맞지 않습니다(docs/generators.md)."));
}
