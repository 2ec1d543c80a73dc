using Sensorium.Audio;
using Sensorium.Perception;

namespace Sensorium.Tests;

/// <summary>Hears songs that are known beforehand: loud ones are glad, and they change at half of their length.</summary>
internal sealed class StandInSongs(int sampleRate = 8000) : ISongPerceiver
{
    /// <summary>Songs begun.</summary>
    public int Begun { get; private set; }

    /// <summary>Samples heard by all listeners together.</summary>
    public long Samples { get; private set; }

    public int SampleRate => sampleRate;

    public int Version => 7;

    public ISongListener Listen()
    {
        Begun++;
        return new Listener(this);
    }

    private sealed class Listener(StandInSongs owner) : ISongListener
    {
        private long _count;
        private double _power;

        public void Push(ReadOnlySpan<float> samples, CancellationToken cancellationToken = default)
        {
            foreach (float sample in samples)
            {
                Assert.True(float.IsFinite(sample));
                _power += sample * sample;
            }

            _count += samples.Length;
            owner.Samples += samples.Length;
        }

        public SongReading Finish(CancellationToken cancellationToken = default)
        {
            TimeSpan length = TimeSpan.FromSeconds((double)_count / owner.SampleRate);
            bool isHeard = _power > 1e-4 * _count && length >= TimeSpan.FromSeconds(1);
            Affect first = Of(0.6), second = Of(-0.6);
            float[] vector = new float[SongReading.VectorLength];
            vector[3] = 1;
            return new SongReading
            {
                Version = owner.Version,
                Length = length,
                Measures = new SongMeasures
                {
                    Tempo = 132,
                    TempoStrength = 0.5,
                    Key = new KeyEstimate(2, true, 0.8f, 0.12f),
                    Loudness = -14.2,
                    Dynamics = 5.1,
                    Amplitude = 0.1,
                    Brightness = 1820,
                    Noise = 0.1,
                    Density = 3.2,
                    VocalShare = 0.34,
                },
                Percept = new Percept
                {
                    Affect = Of(0.4),
                    Emotions = isHeard ? SongPlane.Emotions(0.4, 0.5) : default,
                    Evidence = [new("short", "짧음")],
                    Source = SongPerceiver.Source,
                    Model = "stand-in-song@1",
                },
                Curve = isHeard ? [new SongMoment(TimeSpan.Zero, first), new SongMoment(length / 2, second)] : [],
                Sections = [TimeSpan.Zero, length / 2],
                Tags = [new("fast", 0.9), new("vocal", 0.8), new("piano", 0.7), new("happy", 0.5)],
                Vector = vector,
            };
        }

        public void Dispose()
        {
        }

        private static Affect Of(double valence) => new() { Valence = new(valence, 0.3), Arousal = new(0.5, 0.3) };
    }
}
