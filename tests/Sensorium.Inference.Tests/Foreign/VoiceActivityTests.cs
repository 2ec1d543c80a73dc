using Sensorium.Media;

namespace Sensorium.Inference.Tests;

/// <summary>Silero VAD 5 as a stream: 512 samples a call after the last 64 of the call before, its state carried by <see cref="RecurrentSession"/>.</summary>
public sealed class VoiceActivityTests
{
    private const int Frame = 512;
    private const int Context = 64;

    [Fact]
    public async Task Run_Speech_IsFoundWhereTheSoundIs()
    {
        using InferenceSession session = InferenceSession.Open(SharedData.Require("data/models/silero/silero_vad.onnx"));
        float[] sound = await SpeechAsync();
        RecurrentSession stream = NewStream(session);
        float[] speech = Listen(stream, sound);
        float[] level = [.. sound.Chunk(Frame).Take(speech.Length).Select(frame => MathF.Sqrt(frame.Average(sample => sample * sample)))];
        float[] ordered = [.. level.Order()];
        double ofLoud = Share(level, speech, ordered[^(ordered.Length / 4)], float.MaxValue);
        double ofQuiet = Share(level, speech, 0, ordered[ordered.Length / 20]);
        Assert.True(ofLoud > 0.9 && ofQuiet < 0.5, $"{ofLoud:P0} of the loudest quarter is speech, and {ofQuiet:P0} of the quietest twentieth; {Share(level, speech, 0, 9):P0} of all.");
    }

    [Fact]
    public async Task Reset_AfterAStream_ReproducesItExactly()
    {
        using InferenceSession session = InferenceSession.Open(SharedData.Require("data/models/silero/silero_vad.onnx"));
        float[] sound = (await SpeechAsync())[..(Frame * 60)];
        RecurrentSession stream = NewStream(session);
        float[] first = Listen(stream, sound);
        float[] carriedOn = Listen(stream, sound);
        stream.Reset();
        Assert.Equal(first, Listen(stream, sound));
        Assert.NotEqual(first, carriedOn);
    }

    [Fact]
    public void Run_Silence_IsNoSpeech()
    {
        using InferenceSession session = InferenceSession.Open(SharedData.Require("data/models/silero/silero_vad.onnx"));
        Assert.All(Listen(NewStream(session), new float[Frame * 30]), share => Assert.InRange(share, 0, 0.2f));
    }

    // The share of speech among the frames of some levels.
    private static double Share(float[] level, float[] speech, float least, float most) =>
        speech.Where((_, i) => level[i] >= least && level[i] <= most).Average(share => share > 0.5 ? 1.0 : 0);

    private static RecurrentSession NewStream(InferenceSession session) =>
        new(session, [new StateLink("stateN", "state", Tensor.Zeros(TensorType.Float32, 2, 1, 128))]);

    private static float[] Listen(RecurrentSession stream, float[] sound)
    {
        float[] window = new float[Context + Frame];
        float[] shares = new float[sound.Length / Frame];
        Dictionary<string, Tensor> inputs = new() { ["input"] = Tensor.Of(window, 1, window.Length), ["sr"] = Tensor.Of([16_000L]) };
        for (int i = 0; i < shares.Length; i++)
        {
            window.AsSpan(Frame).CopyTo(window);
            sound.AsSpan(i * Frame, Frame).CopyTo(window.AsSpan(Context));
            shares[i] = stream.Run(inputs, Cancel)["output"].Values<float>()[0];
        }

        return shares;
    }

    private static async Task<float[]> SpeechAsync()
    {
        SoundBuffer sound = await new SoundReader().ReadAsync(
            SharedData.Require("data/models/silero/speech-test.mp3"), new SoundReadOptions { SampleRate = 16_000, ChannelCount = 1 }, Cancel);
        return sound.Channel(0).ToArray();
    }
}
