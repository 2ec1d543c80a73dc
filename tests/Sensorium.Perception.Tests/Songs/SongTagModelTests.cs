using System.Text.Json;
using Sensorium.Audio;
using Sensorium.Inference;

namespace Sensorium.Perception.Tests;

/// <summary>Our tagger hears what it was trained on, and songs keep what it says.</summary>
public sealed class SongTagModelTests
{
    private static readonly float[] FirstFrame = [-1.5548f, 1.4152f, -2.4103f, -3.5047f, -5.5496f, -3.6018f, -3.1828f, -4.4140f, -5.0059f, -5.2698f];
    private static readonly float[] MiddleFrame = [-5.9999f, 1.7544f, -5.9999f, -6, -6, -6, -6, -6, -6, -6];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Every seventh band of two frames, as training/song_tags.py measures them (numpy, float32).</summary>
    [Fact]
    public void Scale_TwoTones_IsWhatTheRecipeMeasures()
    {
        float[] bands = new float[SongTagModel.Frames * SongTagModel.Bands];
        Stft stft = new(SongSound.PitchLength, SongSound.PitchHop);
        ReadOnlySpan<float> rest = Tones(1);
        for (int t = 0; t < SongTagModel.Frames && stft.Next(ref rest); t++)
        {
            SongTagModel.Measure(stft.Power, bands.AsSpan(t * SongTagModel.Bands, SongTagModel.Bands));
        }

        float[] scaled = SongTagModel.Scale(bands)!;
        for (int i = 0; i < FirstFrame.Length; i++)
        {
            Assert.Equal(FirstFrame[i], scaled[7 * i], 5e-3f);
            Assert.Equal(MiddleFrame[i], scaled[(32 * SongTagModel.Bands) + (7 * i)], 5e-3f);
        }

        Assert.Null(SongTagModel.Scale(new float[bands.Length]));
    }

    [Fact]
    public void Pool_Excerpts_IsTheMeanOfTheSurestThirdOrOfAll()
    {
        float[][] excerpts = [.. new[] { 0.1f, 0.9f, 0.2f, 0.7f, 0.3f }.Select(share => Enumerable.Repeat(share, SongTagModel.Names.Count).ToArray())];
        double[] shares = SongTagModel.Pool(excerpts);
        Assert.Equal(0.8, shares[0], 1e-6);
        Assert.Equal(0.44, shares[^1], 1e-6);
    }

    [Fact]
    public void Listen_PiecesOfAnySize_GiveTheSameTags()
    {
        using SongTagModel model = Open();
        Assert.Equal(SongTagModel.Names, Tags(model, Tones(5), int.MaxValue).Select(tag => tag.Name));
        Assert.Equal(Tags(model, Tones(5), int.MaxValue), Tags(model, Tones(5), 1237));
        Assert.Equal(Tags(model, Tones(5), int.MaxValue), Tags(model, Array.ConvertAll(Tones(5), sample => sample / 8), 4096), (one, other) => one.Name == other.Name && Math.Abs(one.Share - other.Share) < 1e-3);
    }

    [Fact]
    public void Listen_SilenceOrLessThanAnExcerpt_HasNoTagsOfOurs()
    {
        using SongTagModel model = Open();
        Assert.Empty(Tags(model, Tunes.Silence(10), int.MaxValue));
        Assert.Empty(Tags(model, Tones(1)[..20_000], int.MaxValue));
    }

    [Fact]
    public void Open_ManifestWithoutABound_NamesIt()
    {
        Assert.SkipWhen(OnnxRuntimeLibrary.FindVersion() is null, "ONNX Runtime is not installed.");
        ModelFolder folder = ModelFolder.Load(Path.Combine(Repository.Root, "models", "song-tags"));
        ModelFolder without = folder with { Manifest = folder.Manifest with { Parameters = JsonSerializer.SerializeToElement(new { bounds = new { piano = 0.5 } }) } };
        MalformedInputException error = Assert.Throws<MalformedInputException>(() => SongTagModel.Open(without));
        Assert.Contains("guitar", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ListenAgain_OtherTaggers_IsWhatListeningGives()
    {
        using SongTagModel model = Open();
        using SongPerceiver before = new(SongFeelingModel.Blank, null, null, 1, 0), after = new(SongFeelingModel.Blank, model, null, 1, 1);
        float[] sound = Tunes.Chords(20, 100, [[48, 60, 64, 67], [53, 60, 65, 69]]);
        SongReading old = Hear(before.Listen(), sound), whole = Hear(after.Listen(), sound), again = Hear(after.ListenAgain(old), sound);
        Assert.Equal(whole.Version, again.Version);
        Assert.NotEqual(old.Version, again.Version);
        Assert.Equal(whole.Tags, again.Tags);
        Assert.Equal(whole.Percept.Evidence, again.Percept.Evidence);
        Assert.Equal(whole.Measures, again.Measures);
        Assert.Same(old.Curve, again.Curve);
    }

    [Fact]
    public void ListenAgain_OtherFeeling_ListensToEverything()
    {
        using SongPerceiver before = new(SongFeelingModel.Blank, null, null, 1, 0), after = new(SongFeelingModel.Blank, null, null, 2, 0);
        float[] sound = Tunes.Chords(5, 100, [[48, 60, 64, 67]]);
        SongReading old = Hear(before.Listen(), sound) with { Measures = Hear(before.Listen(), Tunes.Silence(5)).Measures };
        Assert.Equal(Hear(after.Listen(), sound).Measures, Hear(after.ListenAgain(old), sound).Measures);
    }

    [Fact]
    public void Of_TagsOfBothTaggers_AreGivenOnceAndNeverContradictWhatWasMeasured()
    {
        SongMeasures measures = Hear(new SongPerceiver(SongFeelingModel.Blank, null, null, 1, 0).Listen(), Tunes.Silence(2)).Measures with { VocalShare = 0, Loudness = -5, Tempo = 0, Density = 3 };
        IReadOnlyList<SongTag> tags = SongTagging.Of(
            measures,
            QuadrantAffect.Unknown,
            new SongTagShares([new("piano", 0.8), new("bass", 0.9)], [new("piano", 0.9), new("bass", 0.5), new("violin", 0.4), new("soft", 0.6), new("female voice", 0.5), new("loud", 0.2)]));
        Assert.Equal(0.9, Assert.Single(tags, tag => tag.Name == "piano").Share);
        Assert.Equal(0.9, Assert.Single(tags, tag => tag.Name == "bass").Share);
        Assert.Contains(new SongTag("violin", 0.4), tags);
        Assert.True(Assert.Single(tags, tag => tag.Name == "loud").Share > 0.9);
        Assert.DoesNotContain(tags, tag => tag.Name is "soft" or "female voice");
        Assert.Equal(tags.Select(tag => tag.Share).OrderDescending(), tags.Select(tag => tag.Share));
    }

    [Theory]
    [InlineData(0, "instrumental,woodwind,flute,electronic")]
    [InlineData(0.9, "vocal,voice,woodwind,flute,electronic")]
    public void Of_TagsThatSayOfEachOther_Agree(double vocalShare, string expected)
    {
        SongMeasures measures = Hear(new SongPerceiver(SongFeelingModel.Blank, null, null, 1, 0).Listen(), Tunes.Silence(2)).Measures with { VocalShare = vocalShare };
        SongTag[] own = vocalShare > 0 ? [new("flute", 0.8), new("electronic", 0.7), new("acoustic", 0.6)] : [new("flute", 0.8), new("voice", 0.5), new("electronic", 0.7), new("acoustic", 0.6)];
        IReadOnlyList<SongTag> tags = SongTagging.Of(measures, QuadrantAffect.Unknown, new SongTagShares(own, []));
        string[] known = ["vocal", "instrumental", "voice", "woodwind", "flute", "electronic", "acoustic"];
        Assert.Equal(expected.Split(',').Order(), tags.Select(tag => tag.Name).Where(known.Contains).Order());
    }

    private static float[] Tones(double repeats)
    {
        float[] sound = new float[(int)(repeats * 3.2 * Tunes.Rate)];
        for (int i = 0; i < sound.Length; i++)
        {
            sound[i] = (float)((0.3 * Math.Sin(2 * Math.PI * 440 * i / Tunes.Rate)) + (0.1 * Math.Sin(2 * Math.PI * 3000 * i / Tunes.Rate)));
        }

        return sound;
    }

    private static SongTagModel Open()
    {
        Assert.SkipWhen(OnnxRuntimeLibrary.FindVersion() is null, "ONNX Runtime is not installed.");

        // With no bounds every tag is given, so that all shares can be compared.
        ModelFolder folder = ModelFolder.Load(Path.Combine(Repository.Root, "models", "song-tags"));
        JsonElement bounds = JsonSerializer.SerializeToElement(new { bounds = SongTagModel.Names.ToDictionary(name => name, _ => 0.0) });
        return SongTagModel.Open(folder with { Manifest = folder.Manifest with { Parameters = bounds } });
    }

    private static List<SongTag> Tags(SongTagModel model, float[] sound, int piece)
    {
        SongTagEar ear = new(model, null);
        Stft stft = new(SongSound.PitchLength, SongSound.PitchHop);
        for (int i = 0; i < sound.Length; i += Math.Min(piece, sound.Length))
        {
            for (ReadOnlySpan<float> rest = sound.AsSpan(i, Math.Min(piece, sound.Length - i)); stft.Next(ref rest);)
            {
                ear.AddFrame(stft.Power, Cancel);
            }
        }

        while (stft.Flush())
        {
            ear.AddFrame(stft.Power, Cancel);
        }

        return [.. ear.Finish(Cancel).Own];
    }

    private static SongReading Hear(ISongListener listener, float[] sound)
    {
        using (listener)
        {
            listener.Push(sound, Cancel);
            return listener.Finish(Cancel);
        }
    }
}
