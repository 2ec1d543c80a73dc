using Sensorium.Audio;
using Sensorium.Perception;

namespace Sensorium.Library.Tests;

/// <summary>Hears nothing but level and zero crossings: quick, and the same for the same sound.</summary>
internal sealed class LevelPerceiver(int version = 1) : ISongPerceiver
{
    private int _begun;

    public int SampleRate => 8000;

    public int Version => version;

    /// <summary>Songs begun so far.</summary>
    public int Begun => _begun;

    /// <summary>Called with the number of each song that is begun.</summary>
    public Action<int>? OnListen { get; init; }

    public ISongListener Listen()
    {
        int number = Interlocked.Increment(ref _begun);
        OnListen?.Invoke(number);
        return new Listener(this);
    }

    private sealed class Listener(LevelPerceiver owner) : ISongListener
    {
        private double _square;
        private long _crossings;
        private long _count;
        private float _last;

        public void Push(ReadOnlySpan<float> samples, CancellationToken cancellationToken = default)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (float sample in samples)
            {
                _square += (double)sample * sample;
                _crossings += sample * _last < 0 ? 1 : 0;
                _last = sample;
                _count++;
            }
        }

        public SongReading Finish(CancellationToken cancellationToken = default)
        {
            double level = Math.Sqrt(_square / Math.Max(1, _count));
            double crossings = _crossings / (double)Math.Max(1, _count);
            var vector = new float[SongReading.VectorLength];
            vector[0] = 1;
            return new SongReading
            {
                Version = owner.Version,
                Length = TimeSpan.FromSeconds(_count / (double)owner.SampleRate),
                Measures = new SongMeasures
                {
                    Tempo = 120,
                    TempoStrength = 0.5,
                    Key = new KeyEstimate(9, true, 0.5f, 0.25f),
                    Loudness = -20,
                    Dynamics = 0,
                    Amplitude = level,
                    Brightness = crossings * owner.SampleRate / 2,
                    Noise = crossings,
                    Density = 0,
                    VocalShare = 0,
                },
                Percept = new Percept
                {
                    Affect = new Affect { Valence = new Estimate(level, 0.25), Arousal = new Estimate(crossings, 0.25) },
                    Emotions = EmotionScores.FromWeights([1, 1, 1, 1, 1, 1, 1, 2]),
                    Evidence = [new LocalizedText("a level", "크기")],
                    Source = "song",
                    Model = $"level@{owner.Version}",
                },
                Curve = [],
                Sections = [TimeSpan.Zero],
                Tags = [new SongTag("calm", 0.5)],
                Vector = vector,
            };
        }

        public void Dispose()
        {
        }
    }
}
