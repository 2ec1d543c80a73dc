using System.Text.Json;
using Sensorium.Media;

namespace Sensorium.Inference.Tests;

/// <summary>The MagnaTagATune taggers of Won et al. (2020) give the outputs that mtat.json records, from the sound on.</summary>
public sealed class MusicTaggerTests
{
    // Frames of which mtat.json keeps the front end's decibels.
    private static readonly int[] KeptFrames = [0, 1, 100];

    [Theory]
    [InlineData("musicnn")]
    [InlineData("fcn")]
    public async Task Run_ReferenceClip_EqualsTheReferenceTags(string model)
    {
        string file = SharedData.Require($"data/models/mtat/{model}.onnx");
        using JsonDocument document = JsonDocument.Parse(await File.ReadAllBytesAsync(SharedData.Require("data/models/mtat/mtat.json"), Cancel));
        JsonElement golden = document.RootElement.GetProperty("golden").GetProperty(model);
        SoundBuffer sound = await new SoundReader().ReadAsync(
            SharedData.Require($"data/{golden.GetProperty("clip").GetString()}"), new SoundReadOptions { SampleRate = LogMel.SampleRate, ChannelCount = 1 }, Cancel);
        int start = golden.GetProperty("start_s").GetInt32() * LogMel.SampleRate;
        float[] mel = LogMel.Compute(sound.Channel(0).Slice(start, golden.GetProperty("samples").GetInt32()), out int frames);
        float[][] kept = golden.GetProperty("log_mel_db_first_frames").Deserialize<float[][]>()!;
        for (int i = 0; i < kept.Length; i++)
        {
            for (int band = 0; band < LogMel.Bands; band++)
            {
                Assert.Equal(kept[i][band], mel[(band * frames) + KeptFrames[i]], 0.02f);
            }
        }

        using InferenceSession session = InferenceSession.Open(file);
        Tensor tags = session.Run([Tensor.Of(mel, 1, LogMel.Bands, frames)], Cancel)[0];
        float[] expected = golden.GetProperty("tags").Deserialize<float[]>()!;
        Assert.Equal([1L, expected.Length], tags.Shape.ToArray());
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], tags.Values<float>()[i], 1e-4f);
        }
    }
}
