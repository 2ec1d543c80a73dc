using Sensorium.Audio;
using Sensorium.Music;

namespace Sensorium.Perception;

/// <summary>What can be measured of a song without a model.</summary>
public sealed record SongMeasures
{
    /// <summary>Beats a minute; 0 where nothing repeats.</summary>
    public required double Tempo { get; init; }

    /// <summary>How much of the onsets repeats at that tempo, 0..1.</summary>
    public required double TempoStrength { get; init; }

    /// <summary>The key; its <see cref="KeyEstimate.Lead"/> tells how sure it is.</summary>
    public required KeyEstimate Key { get; init; }

    /// <summary>The key in words: <c>B flat minor</c> / <c>내림나단조</c>.</summary>
    public LocalizedText KeyName => new Key(Key.Tonic, Key.IsMinor ? Mode.Aeolian : Mode.Ionian).Name;

    /// <summary>Integrated loudness in LUFS (BS.1770-4); -70 in silence.</summary>
    public required double Loudness { get; init; }

    /// <summary>Spread of the short-time level in dB (its standard deviation over blocks that are heard).</summary>
    public required double Dynamics { get; init; }

    /// <summary>Mean level, root of the mean square, full scale 1.</summary>
    public required double Amplitude { get; init; }

    /// <summary>Mean spectral centroid in hertz.</summary>
    public required double Brightness { get; init; }

    /// <summary>Mean of spectral flatness and zero crossing rate, 0 (pure tones) .. 1 (noise).</summary>
    public required double Noise { get; init; }

    /// <summary>Onsets a second.</summary>
    public required double Density { get; init; }

    /// <summary>Share of the time with a voice, spoken or sung, 0..1.</summary>
    public required double VocalShare { get; init; }
}
