using System.Runtime.InteropServices;
using Sensorium.Imaging;
using Sensorium.Inference;
using Sensorium.Media;
using Sensorium.Perception;

namespace Sensorium.Tests;

/// <summary>Models that are known beforehand: a detector that finds what it is told, a scene that always feels the same.</summary>
internal sealed class FeelWorld : IFeelModels, IFaceDetector, IFaceExpressionModel, ISceneModel, IVoicePerceiver, ITextPerceiver, ITranscriber
{
    /// <summary>The faces that the detector finds, in shares of the picture.</summary>
    public IReadOnlyList<FaceBox> Found { get; init; } = [];

    /// <summary>The weights of the emotions that every face expresses.</summary>
    public double[] Expression { get; init; } = [8, 0.5, 0.25, 0.5, 0.25, 0.25, 0.25, 1];

    /// <summary>What the scene feels like.</summary>
    public Percept SceneFeeling { get; init; } = Of(0.2, -0.1);

    /// <summary>How often something was looked for.</summary>
    public int Searches { get; private set; }

    public FacePerceiver Faces => new(this, this);

    public ISceneModel Scene => this;

    string IFaceDetector.Model => "stand-in-detector@1";

    string IFaceExpressionModel.Model => "stand-in-expression@1";

    string ISceneModel.Model => "stand-in-scene@1";

    public static Percept Of(double valence, double arousal, double sd = 0.3) => new()
    {
        Affect = new Affect { Valence = new(valence, sd), Arousal = new(arousal, sd), Warmth = -0.25 },
        Emotions = Circumplex.EmotionsOf(new Affect { Valence = new(valence, sd), Arousal = new(arousal, sd) }),
        Evidence = [new("a plain wall", "민무늬 벽")],
        Source = "scene",
        Model = "stand-in-scene@1",
    };

    /// <summary>What a voice says of every half second that is loud enough; null for a listener that hears no voice.</summary>
    public Percept? VoiceFeeling { get; init; } = Of(0.1, 0.6) with { Source = "voice", Model = "stand-in-voice@1", Evidence = [new("fast and loud", "빠르고 큼")] };

    /// <summary>What the loud stretches of a sound are.</summary>
    public SoundClass Heard { get; init; } = SoundClass.Speech;

    /// <summary>How much they sound of instruments, 0..1.</summary>
    public double Instruments { get; init; }

    /// <summary>What they are from <see cref="ChangesAt"/> on.</summary>
    public SoundClass HeardLater { get; init; }

    /// <summary>Seconds after which <see cref="HeardLater"/> is heard. Default never.</summary>
    public double ChangesAt { get; init; } = double.PositiveInfinity;

    /// <summary>What an endpoint writes down; null for no endpoint, the empty string for one that fails.</summary>
    public string? WrittenDown { get; init; }

    /// <summary>The times that the endpoint tells; empty for one that tells none.</summary>
    public IReadOnlyList<TranscriptSegment> Spoken { get; init; } = [];

    /// <summary>The texts that were felt.</summary>
    public List<string> Read { get; } = [];

    /// <summary>How many seconds of sound the endpoint was sent.</summary>
    public double SecondsSent { get; private set; }

    /// <summary>What hears songs; null where its model is missing.</summary>
    public StandInSongs? HearsSongs { get; init; } = new();

    public IVoicePerceiver Voice => this;

    public ISongPerceiver Songs => HearsSongs ?? throw new MissingComponentException("song-feeling", new("There is no model of songs.", "곡 모델이 없습니다."));

    public ITextPerceiver Text => this;

    public ITranscriber? Transcriber => WrittenDown is null ? null : this;

    string IVoicePerceiver.Model => "stand-in-voice@1";

    int IVoicePerceiver.SampleRate => 8000;

    string ITextPerceiver.Model => "stand-in-text@1";

    string ITranscriber.Model => "stand-in-whisper";

    public void Open(FeelOptions options, MediaKind kind = MediaKind.Picture) => Faces.Require(options.Faces);

    public VoiceProfile Learn(IReadOnlyList<ReadOnlyMemory<float>> recordings, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public IVoiceListener Listen(VoiceReadOptions options) => new Listener(this);

    public ValueTask<Percept> PerceiveAsync(string text, CancellationToken cancellationToken = default)
    {
        lock (Read)
        {
            Read.Add(text);
        }

        double valence = text.Contains("glad", StringComparison.Ordinal) ? 0.7 : text.Contains("sad", StringComparison.Ordinal) ? -0.7 : 0;
        return ValueTask.FromResult(Of(valence, 0) with { Source = "text", Model = "stand-in-text@1", Evidence = [new($"{text.Length} letters", $"{text.Length}글자")] });
    }

    public Task<Transcript> TranscribeAsync(ReadOnlyMemory<byte> wav, CancellationToken cancellationToken = default)
    {
        SecondsSent = (wav.Length - 44) / 2 / 16_000.0;
        return WrittenDown is { Length: > 0 } words
            ? Task.FromResult(new Transcript(words, "en") { Segments = Spoken })
            : Task.FromException<Transcript>(new EndpointFailedException(new("The endpoint is asleep.", "엔드포인트가 응답하지 않습니다.")));
    }

    public IReadOnlyList<DetectedFace> Detect(Picture picture, CancellationToken cancellationToken = default)
    {
        Searches++;
        return [.. Found.Select((box, i) => new DetectedFace
        {
            Box = new(box.X * picture.Width, box.Y * picture.Height, box.Width * picture.Width, box.Height * picture.Height),
            Confidence = 0.9 - (0.1 * i),
        })];
    }

    public IReadOnlyList<EmotionScores> Perceive(IReadOnlyList<GreyTile> tiles, CancellationToken cancellationToken = default) =>
        [.. tiles.Select(_ => EmotionScores.FromWeights(Expression))];

    public Percept Perceive(Picture picture, RegionMap? regions, FaceReading? faces, CancellationToken cancellationToken = default) => SceneFeeling;

    /// <summary>Calls every half second whose mean square is over a threshold a stretch of its own.</summary>
    private sealed class Listener(FeelWorld world) : IVoiceListener
    {
        private const int Half = 4000;

        private readonly List<float> _samples = [];
        private readonly List<VoiceSegment> _heard = [];
        private int _at;

        public IReadOnlyList<VoiceSegment> Heard => _heard;

        public void Push(ReadOnlySpan<float> samples, CancellationToken cancellationToken = default)
        {
            _samples.AddRange(samples);
            for (; _at + Half <= _samples.Count; _at += Half)
            {
                double power = 0;
                foreach (float sample in CollectionsMarshal.AsSpan(_samples).Slice(_at, Half))
                {
                    Assert.True(float.IsFinite(sample));
                    power += sample * sample;
                }

                if (power / Half > 1e-4)
                {
                    SoundClass kind = _at / 8000.0 < world.ChangesAt ? world.Heard : world.HeardLater;
                    _heard.Add(new(TimeSpan.FromSeconds(_at / 8000.0), TimeSpan.FromSeconds((_at + Half) / 8000.0), kind, kind == SoundClass.Music ? null : world.VoiceFeeling) { MusicShare = world.Instruments });
                }
            }
        }

        public VoiceReading Finish(CancellationToken cancellationToken = default) => new()
        {
            Segments = _heard,
            Voice = _heard.FirstOrDefault(segment => segment.Percept is not null)?.Percept,
            Length = TimeSpan.FromSeconds(_samples.Count / 8000.0),
            IsSung = world.Heard == SoundClass.Singing,
        };

        public void Dispose()
        {
        }
    }
}
