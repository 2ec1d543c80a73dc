using System.Text.Json;
using Sensorium.Audio;
using Sensorium.Inference;
using Sensorium.Media;

namespace Sensorium.Perception.Tests;

/// <summary>The MagnaTagATune taggers of Won et al. (2020) give the outputs that mtat.json records, from the sound on, through our front end.</summary>
public sealed class MusicTaggerTests
{
    private const float Tolerance = 1e-3f;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("musicnn", 3, 1)]
    [InlineData("musicnn", 3, 16_000)]
    [InlineData("fcn", 29, 4_097)]
    public async Task Listen_ReferenceClip_EqualsTheReferenceTags(string network, double seconds, int piece)
    {
        using JsonDocument document = Reference();
        JsonElement golden = document.RootElement.GetProperty("golden").GetProperty(network);
        using MusicTagger tagger = MusicTagger.Open(Installed.Tagger(network, seconds, Names(document)));
        SoundBuffer sound = await ClipAsync(golden, MusicTagger.SampleRate);
        ReadOnlyMemory<float> clip = sound.Channel(0).ToArray().AsMemory(golden.GetProperty("start_s").GetInt32() * MusicTagger.SampleRate, golden.GetProperty("samples").GetInt32());
        MusicTagListener listener = tagger.Listen();
        for (int i = 0; i < clip.Length; i += piece)
        {
            listener.Push(clip.Span[i..Math.Min(clip.Length, i + piece)], Cancel);
        }

        AssertEqual(golden, listener.Finish(Cancel), Tolerance);
        Assert.Equal(1, listener.Segments);
    }

    [Fact]
    public async Task Listen_ReferenceClipByTheRateOfSongs_EqualsTheReferenceTags()
    {
        using JsonDocument document = Reference();
        JsonElement golden = document.RootElement.GetProperty("golden").GetProperty("musicnn");
        using MusicTagger tagger = MusicTagger.Open(Installed.Tagger("musicnn", 3, Names(document)));
        SoundBuffer sound = await ClipAsync(golden, SongSound.SampleRate);
        Resampler resampler = new(SongSound.SampleRate, MusicTagger.SampleRate, ResamplerFilter.Ffmpeg);
        float[] resampled = new float[resampler.OutputLength(sound.Length)];
        resampler.Process(sound.Channel(0), resampled);
        double[] shares = Hear(tagger, resampled.AsSpan(golden.GetProperty("start_s").GetInt32() * MusicTagger.SampleRate, golden.GetProperty("samples").GetInt32()));
        AssertEqual(golden, shares, Tolerance);
    }

    [Fact]
    public async Task Listen_LongSound_IsTheMeanOverItsSegments()
    {
        using JsonDocument document = Reference();
        using MusicTagger tagger = MusicTagger.Open(Installed.Tagger("musicnn", 3, Names(document)));
        SoundBuffer sound = await ClipAsync(document.RootElement.GetProperty("golden").GetProperty("musicnn"), MusicTagger.SampleRate);
        float[] samples = sound.Channel(0)[..((2 * tagger.SegmentLength) + 1000)].ToArray();
        double[] first = Hear(tagger, samples.AsSpan(0, tagger.SegmentLength)), second = Hear(tagger, samples.AsSpan(tagger.SegmentLength, tagger.SegmentLength));
        double[] both = Hear(tagger, samples);
        Assert.Contains(first.Zip(second), pair => Math.Abs(pair.First - pair.Second) > 0.02);
        for (int i = 0; i < both.Length; i++)
        {
            Assert.Equal((first[i] + second[i]) / 2, both[i], 1e-6);
        }
    }

    [Fact]
    public async Task Listen_SoundOfASecond_IsHeardUntilASegmentIsFull()
    {
        using JsonDocument document = Reference();
        using MusicTagger tagger = MusicTagger.Open(Installed.Tagger("musicnn", 3, Names(document)));
        SoundBuffer sound = await ClipAsync(document.RootElement.GetProperty("golden").GetProperty("musicnn"), MusicTagger.SampleRate);
        float[] second = sound.Channel(0)[..MusicTagger.SampleRate].ToArray();
        Assert.Equal(Hear(tagger, [.. second, .. second, .. second]), Hear(tagger, second));
        Assert.Empty(Hear(tagger, []));
    }

    [Fact]
    public async Task Song_ReferenceClipAtTheRateOfSongs_HasTheReferenceTags()
    {
        using JsonDocument document = Reference();
        JsonElement golden = document.RootElement.GetProperty("golden").GetProperty("musicnn");
        string[] names = Names(document);
        using MusicTagger tagger = MusicTagger.Open(Installed.Tagger("musicnn", 3, names));
        using SongPerceiver perceiver = new(SongFeelingModel.Blank, null, null, 1, 0, tagger, 1);
        SoundBuffer sound = await ClipAsync(golden, perceiver.SampleRate);
        int start = golden.GetProperty("start_s").GetInt32() * perceiver.SampleRate;
        using ISongListener listener = perceiver.Listen();
        listener.Push(sound.Channel(0).Slice(start, 3 * perceiver.SampleRate), Cancel);
        IReadOnlyList<SongTag> tags = listener.Finish(Cancel).Tags;
        float[] expected = golden.GetProperty("tags").Deserialize<float[]>()!;
        string[] sure = [.. names.Where((_, i) => expected[i] >= tagger.Least)];
        Assert.Contains("guitar", sure);
        foreach (string name in sure.Where(name => !SongTagNames.Qualities.Contains(name)))
        {
            // The sound begins and ends where the reference goes on.
            Assert.Equal(expected[Array.IndexOf(names, name)], Assert.Single(tags, tag => tag.Name == name).Share, 0.02);
        }
    }

    [Fact]
    public void Version_TaggerInstalled_IsAnother()
    {
        using SongPerceiver without = new(SongFeelingModel.Blank, null, null, 1, 2), with = new(SongFeelingModel.Blank, null, null, 1, 2, null, 1);
        Assert.NotEqual(without.Version, with.Version);
    }

    [Theory]
    [InlineData("musicnn", 29, 50)]
    [InlineData("musicnn", 3, 49)]
    public void Open_OtherSecondsOrLabels_SaysWhatFits(string network, double seconds, int labels)
    {
        using JsonDocument document = Reference();
        ModelFolder folder = Installed.Tagger(network, seconds, Names(document)[..labels]);
        UnsupportedInputException error = Assert.Throws<UnsupportedInputException>(() => MusicTagger.Open(folder));
        Assert.Contains("[1, 96, 188]", error.Message, StringComparison.Ordinal);
        Assert.Contains("\"seconds\"", error.Text.Korean, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_TheManifestOfTheDocument_HasTheTagsOfTheReference()
    {
        using JsonDocument document = Reference();
        string text = File.ReadAllText(Path.Combine(Repository.Root, "docs", "models", "music-tags.md"));
        int start = text.IndexOf("```json", StringComparison.Ordinal) + 7;
        DirectoryInfo folder = Directory.CreateTempSubdirectory("sensorium-tagger-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, ModelFolder.ManifestName), text[start..text.IndexOf("```", start, StringComparison.Ordinal)]);
            File.Copy(SharedData.Require("data/models/mtat/musicnn.onnx"), Path.Combine(folder.FullName, "musicnn.onnx"));
            ModelFolder model = ModelFolder.Load(folder.FullName);
            Assert.All(model.Verify(Cancel), check => Assert.Equal(ModelFileState.Sound, check.State));
            using MusicTagger tagger = MusicTagger.Open(model);
            Assert.Equal(Names(document), tagger.Names);
            Assert.Equal((48_000, 0.15), (tagger.SegmentLength, tagger.Least));
            Assert.All(model.Manifest.Labels, label => Assert.Contains(label.Title.Korean, letter => letter is >= '가' and <= '힣'));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static double[] Hear(MusicTagger tagger, ReadOnlySpan<float> samples)
    {
        MusicTagListener listener = tagger.Listen();
        listener.Push(samples, Cancel);
        return listener.Finish(Cancel);
    }

    private static JsonDocument Reference() => JsonDocument.Parse(File.ReadAllBytes(SharedData.Require("data/models/mtat/mtat.json")));

    private static string[] Names(JsonDocument document) => document.RootElement.GetProperty("tag_names").Deserialize<string[]>()!;

    private static async Task<SoundBuffer> ClipAsync(JsonElement golden, int rate) => await new SoundReader().ReadAsync(
        SharedData.Require($"data/{golden.GetProperty("clip").GetString()}"), new SoundReadOptions { SampleRate = rate, ChannelCount = 1 }, Cancel);

    private static void AssertEqual(JsonElement golden, double[] shares, float tolerance)
    {
        float[] expected = golden.GetProperty("tags").Deserialize<float[]>()!;
        Assert.Equal(50, expected.Length);
        Assert.Equal(expected.Length, shares.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], (float)shares[i], tolerance);
        }
    }
}
