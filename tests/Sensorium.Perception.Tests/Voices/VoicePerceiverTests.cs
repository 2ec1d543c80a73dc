using Sensorium.Inference.Tests;

namespace Sensorium.Perception.Tests;

/// <summary>The whole way from samples to a reading, with the shipped models.</summary>
public sealed class VoicePerceiverTests
{
    private const string Angry = "voice/ravdess/03-01-05-02-01-01-01.ogg";
    private const string Calm = "voice/ravdess/03-01-02-01-01-01-01.ogg";
    private const string Neutral = "voice/ravdess/03-01-01-01-01-01-01.ogg";

    [Fact]
    public async Task Listen_AngryAndCalmClip_DifferInArousalAndWords()
    {
        using VoicePerceiver perceiver = Voices.Open();
        Percept angry = Voices.Hear(perceiver, await Voices.ClipAsync(Angry)).Voice!, calm = Voices.Hear(perceiver, await Voices.ClipAsync(Calm)).Voice!;

        Assert.True(angry.Affect.Arousal.Mean > calm.Affect.Arousal.Mean + 0.2, $"{angry.Affect.Arousal.Mean:F2} {calm.Affect.Arousal.Mean:F2}");
        Assert.Equal(Emotion.Anger, angry.Emotions.Core);
        Assert.True(calm.Affect.Warmth > angry.Affect.Warmth);
        Assert.Contains("utterance", angry.Evidence[1].English, StringComparison.Ordinal);
        Assert.Contains("발화", angry.Evidence[1].Korean, StringComparison.Ordinal);
        Assert.Equal("voice", angry.Source);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(160)]
    [InlineData(7919)]
    public async Task Push_AnyPieces_ReadTheSame(int piece)
    {
        using VoicePerceiver perceiver = Voices.Open();
        float[] sound = await Voices.ClipAsync(Angry);
        VoiceReading whole = Voices.Hear(perceiver, sound), pieces = Voices.Hear(perceiver, sound, piece);

        Assert.Equal(whole.Segments.Select(segment => (segment.Start, segment.End, segment.Class)), pieces.Segments.Select(segment => (segment.Start, segment.End, segment.Class)));
        Assert.Equal(whole.Voice!.Emotions, pieces.Voice!.Emotions);
        Assert.Equal(whole.Length, pieces.Length);
    }

    [Fact]
    public async Task Listen_OneClipOfTheSpeaker_ChangesWhatIsSaid()
    {
        using VoicePerceiver perceiver = Voices.Open();
        float[] sound = await Voices.ClipAsync(Angry);
        VoiceProfile speaker = perceiver.Learn([await Voices.ClipAsync(Neutral)], Voices.Cancel);
        Percept plain = Voices.Hear(perceiver, sound).Voice!, calibrated = Voices.Hear(perceiver, sound, speaker: speaker).Voice!;

        Assert.Equal(1, speaker.Utterances);
        Assert.NotEqual(plain.Emotions, calibrated.Emotions);
        Assert.StartsWith("against the speaker's usual voice", calibrated.Evidence[0].English, StringComparison.Ordinal);
        Assert.Equal(Emotion.Anger, calibrated.Emotions.Core);
    }

    [Fact]
    public async Task Learn_SeveralRecordings_KnowsAllTheirUtterancesInAnyOrder()
    {
        using VoicePerceiver perceiver = Voices.Open();
        float[] angry = await Voices.ClipAsync(Angry), calm = await Voices.ClipAsync(Calm), neutral = await Voices.ClipAsync(Neutral);
        VoiceProfile one = perceiver.Learn([calm, new float[Voices.SampleRate], neutral], Voices.Cancel), other = perceiver.Learn([neutral, calm], Voices.Cancel);
        EmotionScores first = Voices.Hear(perceiver, angry, speaker: one).Voice!.Emotions, second = Voices.Hear(perceiver, angry, speaker: other).Voice!.Emotions;

        Assert.Equal(2, one.Utterances);
        Assert.All(Enum.GetValues<Emotion>(), emotion => Assert.Equal(first[emotion], second[emotion], 1e-4));
    }

    [Fact]
    public void Learn_NoVoice_IsRefused()
    {
        using VoicePerceiver perceiver = Voices.Open();

        MalformedInputException error = Assert.Throws<MalformedInputException>(() => perceiver.Learn([new float[Voices.SampleRate]], Voices.Cancel));

        Assert.Contains("half a second", error.Text.English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(511)]
    [InlineData(80_000)]
    public void Finish_SilenceOfAnyLength_HearsNobody(int samples)
    {
        using VoicePerceiver perceiver = Voices.Open();
        VoiceReading reading = Voices.Hear(perceiver, new float[samples]);

        Assert.Null(reading.Voice);
        Assert.Empty(reading.Segments);
        Assert.Equal(samples / 16_000.0, reading.Length.TotalSeconds, 4);
    }

    [Theory]
    [InlineData("noise")]
    [InlineData("clipped")]
    [InlineData("offset")]
    [InlineData("huge")]
    [InlineData("square")]
    public void Finish_StrangeSound_GivesFiniteFigures(string kind)
    {
        using VoicePerceiver perceiver = Voices.Open();
        float[] sound = kind switch
        {
            "noise" => Voices.Noise(4, 0.3f),
            "clipped" => [.. Voices.Vowel(4, 150).Select(sample => Math.Clamp(sample * 50, -1, 1))],
            "offset" => [.. Voices.Vowel(4, 150).Select(sample => sample + 1)],
            "huge" => [.. Voices.Vowel(4, 150).Select(sample => sample * 1e6f)],
            _ => [.. Enumerable.Range(0, 64_000).Select(i => i / 80 % 2 == 0 ? 1f : -1f)],
        };
        VoiceReading reading = Voices.Hear(perceiver, sound);

        Assert.All(reading.Segments, segment => Assert.True(segment.Start < segment.End && segment.End <= reading.Length));
        Assert.All(reading.Segments.Where(segment => segment.Percept is not null), segment => Assert.True(double.IsFinite(segment.Percept!.Affect.Valence.Mean + segment.Percept.Affect.Arousal.Sd)));
    }

    [Fact]
    public async Task Finish_LongSpeech_CutsUtterancesAtFifteenSeconds()
    {
        using VoicePerceiver perceiver = Voices.Open();
        float[] clip = await Voices.ClipAsync(Angry);
        float[] middle = clip[(clip.Length / 3)..(clip.Length * 2 / 3)];
        float[] sound = [.. Enumerable.Repeat(middle, 40).SelectMany(samples => samples)];
        VoiceReading reading = Voices.Hear(perceiver, sound);

        Assert.True(reading.Segments.Count > 1);
        Assert.All(reading.Segments, segment => Assert.InRange((segment.End - segment.Start).TotalSeconds, 0, 15.5));
        Assert.All(reading.Segments.Zip(reading.Segments.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
    }

    [Fact]
    public void Push_AfterFinish_IsRefused()
    {
        using VoicePerceiver perceiver = Voices.Open();
        using IVoiceListener listener = perceiver.Listen(new VoiceReadOptions());
        listener.Finish(Voices.Cancel);

        Assert.Throws<ObjectDisposedException>(() => listener.Push(new float[10], Voices.Cancel));
        Assert.Throws<ObjectDisposedException>(() => listener.Finish(Voices.Cancel));
    }

    [Fact]
    public async Task Open_PackLikeWav2Vec2_FeelsWithItsLabels()
    {
        // Its logits are 0, 3 x the mean of |x|, and 0: after the standardisation the second of three labels wins.
        byte[] network = new TinyModel()
            .Input("input_values", 1, 1, -1).Output("logits", 1, 1, 3)
            .Constant<float>("factors", 1, [0, 3, 0], [1, 3])
            .Node("Abs", ["input_values"], ["size"]).Node("ReduceMean", ["size"], ["mean"]).Node("Mul", ["mean", "factors"], ["logits"]).Build();
        using TinyPack pack = new("voice-emotion", network, """
            "labels": [{"id": "neutral", "en": "x", "ko": "x"}, {"id": "happy", "en": "x", "ko": "x"}, {"id": "sad", "en": "x", "ko": "x"}],
            """);
        using VoicePerceiver perceiver = Tiny(pack);
        Percept percept = Voices.Hear(perceiver, await Voices.ClipAsync(Angry)).Voice!;

        Assert.Equal("tiny@2", perceiver.Model);
        Assert.Equal(Emotion.Joy, percept.Emotions.Core);
        Assert.InRange(percept.Emotions[Emotion.Joy], 0.6, 0.9);
    }

    [Fact]
    public async Task Open_PackWithValenceAndArousal_PlacesTheVoice()
    {
        byte[] network = new TinyModel()
            .Input("input_values", 1, 1, -1).Output("plane", 1, 1, 3)
            .Constant<float>("values", 1, [0.9f, 0.5f, 0.25f], [1, 3])
            .Node("ReduceMean", ["input_values"], ["mean"]).Node("Mul", ["mean", "values"], ["small"]).Node("Add", ["small", "values"], ["plane"]).Build();
        using TinyPack pack = new("voice-emotion", network, """
            "labels": [{"id": "arousal", "en": "x", "ko": "x"}, {"id": "dominance", "en": "x", "ko": "x"}, {"id": "valence", "en": "x", "ko": "x"}],
            """);
        using VoicePerceiver perceiver = Tiny(pack);
        Affect affect = Voices.Hear(perceiver, await Voices.ClipAsync(Angry)).Voice!.Affect;

        Assert.Equal(0.8, affect.Arousal.Mean, 2);
        Assert.Equal(0, affect.Dominance!.Value, 2);
        Assert.Equal(-0.5, affect.Valence.Mean, 2);
    }

    [Fact]
    public void Open_PackWithStrangeLabels_SaysWhichAreAllowed()
    {
        byte[] network = new TinyModel().Input("input_values", 1, 1, -1).Output("y", 1, 1, -1).Node("Identity", ["input_values"], ["y"]).Build();
        using TinyPack pack = new("voice-emotion", network, """
            "labels": [{"id": "purple", "en": "x", "ko": "x"}, {"id": "happy", "en": "x", "ko": "x"}],
            """);

        UnsupportedInputException error = Assert.Throws<UnsupportedInputException>(() => Tiny(pack));

        Assert.Contains("purple", error.Text.English, StringComparison.Ordinal);
    }

    private static VoicePerceiver Tiny(TinyPack pack)
    {
        try
        {
            return VoicePerceiver.Open(Voices.Folder("voice-activity"), pack.Load());
        }
        catch (MissingComponentException exception)
        {
            Assert.Skip(exception.Text.English);
            throw;
        }
    }
}
