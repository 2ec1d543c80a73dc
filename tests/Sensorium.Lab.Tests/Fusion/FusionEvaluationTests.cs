using Sensorium.Lab.Datasets;
using Sensorium.Lab.Fusion;
using Sensorium.Media;
using Sensorium.Perception;

namespace Sensorium.Lab.Tests;

public sealed class FusionEvaluationTests
{
    private static readonly FusionOptions Quick = new() { Resamples = 50, FacesEach = 2 };

    [Fact]
    public void Measure_TwoIndependentWitnesses_AreBetterTogetherAndAsSureAsTheyAreRight()
    {
        FusionResult result = FusionEvaluation.Measure(Pairs(0.6, 0.6, overconfidence: 1), Quick, [], TestContext.Current.CancellationToken);

        FusionRow row = Assert.Single(result.Rows);
        Assert.InRange(row.StatedFace.Accuracy.Value, 0.55, 0.65);
        Assert.InRange(row.StatedFace.Error, 0, 0.04);
        Assert.True(row.Gain.Value > 0.05, $"{row.Gain}");
    }

    [Fact]
    public void Measure_WitnessesWhoAreTooSure_AreFoundOut()
    {
        FusionRow row = Assert.Single(FusionEvaluation.Measure(Pairs(0.6, 0.6, overconfidence: 2), Quick, [], TestContext.Current.CancellationToken).Rows);

        Assert.True(row.StatedFace.Error > 0.1 && row.Fused.Error > 0.1, $"{row.StatedFace.Error} {row.Fused.Error}");
    }

    [Fact]
    public void Measure_TheProgramsModels_AreMovedFromTheirPriorsAsTheProgramMovesThem()
    {
        Percept face = Percept(EmotionScores.FromWeights([1, 1, 1, 1, 1, 1, 1, 2]), "face") with { Model = "face-expression@1" };
        FusionPair[] pairs = [new(Emotion.Disgust, "a", face, null)];

        FusionRow row = Assert.Single(FusionEvaluation.Measure(new Dictionary<FusionSetting, List<FusionPair>> { [FusionSetting.Clean] = [.. pairs] }, Quick, [], TestContext.Current.CancellationToken).Rows);

        // Among FER+ faces a ninth for disgust is many times the usual.
        Assert.Equal((0, 1, 1), (row.StatedFace.Accuracy.Value, row.Face.Accuracy.Value, row.Fused.Accuracy.Value));
        Assert.Equal(Emotion.Disgust, new PerceptFusion().Fuse([face]).Emotions.Core);
    }

    [Fact]
    public void Measure_AWitnessWhoGuesses_DoesNoHarm()
    {
        FusionRow row = Assert.Single(FusionEvaluation.Measure(Pairs(0.7, 0.125, overconfidence: 1), Quick, [], TestContext.Current.CancellationToken).Rows);

        Assert.InRange(row.Gain.Value, -0.02, 0.05);
        Assert.True(row.Fused.Accuracy.Value > row.StatedMean.Accuracy.Value - 0.02);
    }

    [Fact]
    public void Measure_ASilentVoice_LeavesTheFace()
    {
        Dictionary<FusionSetting, List<FusionPair>> pairs = Pairs(0.7, 0.7, 1);
        pairs[FusionSetting.SilentVoice] = [.. pairs[FusionSetting.Clean].Select(pair => pair with { Voice = null })];

        FusionRow row = FusionEvaluation.Measure(pairs, Quick, [], TestContext.Current.CancellationToken).Rows[1];

        Assert.Equal(row.Face.Accuracy.Value, row.Fused.Accuracy.Value);
        Assert.Equal((0, 0), (row.Voice.Accuracy.Value, row.Gain.Value));
        Assert.True(double.IsNaN(row.Voice.Error));
    }

    [Fact]
    public void Measure_NoPair_IsRefused() => Assert.Throws<MalformedInputException>(() => FusionEvaluation.Measure(
        new Dictionary<FusionSetting, List<FusionPair>> { [FusionSetting.Clean] = [] }, Quick, [], TestContext.Current.CancellationToken));

    [Fact]
    public async Task RunAsync_TilesAndClips_ArePairedWithoutLeakAndFitTheSchema()
    {
        using TemporaryFolder folder = new();
        foreach (string emotion in (string[])["joy", "sadness"])
        {
            for (int i = 0; i < 4; i++)
            {
                folder.Write($"faces/{emotion}/{i}.png", TemporaryFolder.Grey(48, 48, (byte)(emotion == "joy" ? 220 : 30)));
            }
        }

        string table = folder.Write("voice/ravdess.csv", "file,speaker,emotion\na.wav,actor01,happy\nb.wav,actor02,sad\nc.wav,actor03,happy\nd.wav,actor04,sad\ne.wav,actor04,hungry\nlost.wav,actor04,sad\n");
        foreach ((string name, float level) in (ReadOnlySpan<(string, float)>)[("a", 0.5f), ("b", 0.1f), ("c", 0.5f), ("d", 0.1f), ("e", 0.1f)])
        {
            SoundBuffer sound = new(8000, 1, 8000);
            sound.Channel(0).Fill(level);
            Directory.CreateDirectory(folder["voice/ravdess"]);
            using FileStream file = File.Create(folder[$"voice/ravdess/{name}.wav"]);
            WavFile.Write(file, sound);
        }

        List<DatasetFault> faults = [];
        IReadOnlyList<FusionClip> clips = FusionClips.Read(table, faults.Add);
        StandIn stand = new();

        FusionResult result = await FusionEvaluation.RunAsync(
            FaceDataset.Open(folder["faces"], FaceLayout.Folders), new FacePerceiver(stand, stand), "stand-in@1", clips, [new VoiceFold(new HashSet<string> { "actor01", "actor02", "actor03", "actor04" }, stand)], Quick, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(2, faults.Count);
        Assert.Equal((4, 4, 8, true), (result.Clips, result.Speakers, result.Tiles, result.IsHeldOut));
        Assert.Equal(8, result.Rows[0].Items);
        Assert.Equal(1, result.Rows[0].Face.Accuracy.Value);
        Assert.Equal(1, result.Rows[0].Voice.Accuracy.Value);
        Assert.Equal(0, result.Rows.Single(row => row.Setting == FusionSetting.SilentVoice).Voice.Accuracy.Value);
        Assert.Empty(JsonSchema.Read("evaluate-fusion").Faults(result.ToJson()));
        Assert.Contains("<svg", result.ToReport("evaluate fusion DATA").ToHtml(Language.Korean), StringComparison.Ordinal);
        Assert.Contains("blurred", result.ToReport().ToMarkdown(Language.English), StringComparison.Ordinal);
    }

    [Fact]
    public void WithNoise_AnySound_IsFiveDecibelsBelowTheNoise()
    {
        float[] clean = [.. Enumerable.Range(0, 20_000).Select(i => 0.1f * MathF.Sin(i * 0.1f))];

        float[] noisy = FusionVoices.WithNoise(clean, new Pcg32(1));

        double noise = clean.Zip(noisy, (c, n) => Math.Pow(n - c, 2)).Sum(), voice = clean.Sum(sample => (double)sample * sample);
        Assert.Equal(-5, 10 * Math.Log10(voice / noise), 0.2);
    }

    // Witnesses who name the truth with a probability, and are too sure of themselves by a power.
    private static Dictionary<FusionSetting, List<FusionPair>> Pairs(double face, double voice, double overconfidence)
    {
        Pcg32 random = new(11);
        List<FusionPair> pairs = [];
        for (int i = 0; i < 4000; i++)
        {
            Emotion truth = (Emotion)random.Next(EmotionScores.Count);
            pairs.Add(new(truth, $"s{i % 20}", Percept(Say(truth, face), "face"), Percept(Say(truth, voice), "voice")));
        }

        return new() { [FusionSetting.Clean] = pairs };

        EmotionScores Say(Emotion truth, double usually)
        {
            // Sometimes it is sure and sometimes not: only so can one help the other out.
            double right = usually <= 0.125 ? usually : usually + ((random.NextDouble() < 0.5 ? -0.6 : 0.6) * Math.Min(usually, 1 - usually));
            Emotion named = random.NextDouble() < right ? truth : (Emotion)(((int)truth + 1 + random.Next(EmotionScores.Count - 1)) % EmotionScores.Count);
            double[] shares = new double[EmotionScores.Count];
            Array.Fill(shares, (1 - right) / (EmotionScores.Count - 1));
            shares[(int)named] = right;
            return EmotionScores.FromWeights([.. shares.Select(share => Math.Pow(share, overconfidence))]);
        }
    }

    private static Percept Percept(EmotionScores emotions, string source) => new()
    {
        Affect = Circumplex.AffectOf(emotions),
        Emotions = emotions,
        Evidence = [],
        Source = source,
        Model = "stand-in@1",
    };

    /// <summary>Light tiles and loud voices are glad.</summary>
    private sealed class StandIn : IFaceDetector, IFaceExpressionModel, IVoicePerceiver
    {
        private static readonly EmotionScores Glad = EmotionScores.FromWeights([6, 1, 1, 1, 1, 1, 1, 1]);
        private static readonly EmotionScores Sad = EmotionScores.FromWeights([1, 6, 1, 1, 1, 1, 1, 1]);

        public string Model => "stand-in@1";

        public int SampleRate => 8000;

        public IReadOnlyList<DetectedFace> Detect(Picture picture, CancellationToken cancellationToken = default) => [];

        public IReadOnlyList<EmotionScores> Perceive(IReadOnlyList<GreyTile> tiles, CancellationToken cancellationToken = default) => [.. tiles.Select(tile => tile.Pixels[0] > 100 ? Glad : Sad)];

        public VoiceProfile Learn(IReadOnlyList<ReadOnlyMemory<float>> recordings, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public IVoiceListener Listen(VoiceReadOptions options) => new Listener();

        private sealed class Listener : IVoiceListener
        {
            public IReadOnlyList<VoiceSegment> Heard => [];

            private float _most;
            private int _count;

            public void Push(ReadOnlySpan<float> samples, CancellationToken cancellationToken = default)
            {
                _count += samples.Length;
                foreach (float sample in samples)
                {
                    _most = Math.Max(_most, sample);
                }
            }

            public VoiceReading Finish(CancellationToken cancellationToken = default) => new()
            {
                Segments = [],
                Voice = _most < 0.01f ? null : Percept(_most > 0.3f ? Glad : Sad, "voice"),
                Length = TimeSpan.FromSeconds(_count / 8000.0),
                IsSung = false,
            };

            public void Dispose()
            {
            }
        }
    }
}
