using Sensorium.Perception;

namespace Sensorium.Testing;

/// <summary>What was heard in a song that tests make up; whatever a test is about it sets with <c>with</c>.</summary>
internal static class MadeSong
{
    /// <summary>A reading of a song in the middle of all things but its place.</summary>
    /// <param name="valence">-1 to 1.</param>
    /// <param name="arousal">-1 to 1.</param>
    /// <param name="seconds">How long it lasts.</param>
    /// <param name="spread">Spread of both. Default .2.</param>
    public static SongReading Reading(double valence, double arousal, double seconds, double spread = 0.2)
    {
        Affect affect = new() { Valence = new(valence, spread), Arousal = new(arousal, spread) };
        return new SongReading
        {
            Version = 1,
            Length = TimeSpan.FromSeconds(seconds),
            Measures = new SongMeasures
            {
                Tempo = 100,
                TempoStrength = 1,
                Key = default,
                Loudness = -14,
                Dynamics = 4,
                Amplitude = 0.1,
                Brightness = 2000,
                Noise = 0.1,
                Density = 2,
                VocalShare = 0,
            },
            Percept = new Percept { Affect = affect, Emotions = Circumplex.EmotionsOf(affect), Evidence = [], Source = "song", Model = "made-up@1" },
            Curve = [],
            Sections = [],
            Tags = [],
            Vector = new float[SongReading.VectorLength],
        };
    }
}
