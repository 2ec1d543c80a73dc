using Sensorium.Audio;

namespace Sensorium.Perception;

/// <summary>
/// What the MagnaTagATune taggers hear: frames of 512 samples every 256 at 16 kHz, centred and reflected at both ends, power in 96 bands on HTK's mel scale
/// from 0 to 8 kHz, in decibels of at least -100.
/// </summary>
internal sealed class TaggerMel
{
    /// <summary>Samples a second.</summary>
    public const int SampleRate = 16_000;

    /// <summary>Mel bands.</summary>
    public const int Bands = 96;

    private const int Length = 512, Hop = 256, Edge = Length / 2;
    private static readonly MelFilterbank Filters = new(SampleRate, Length, Bands, 0, SampleRate / 2, MelScale.Htk);
    private readonly Stft _stft = new(Length, Hop, centred: false);
    private readonly float[] _padded;
    private readonly float[] _bands = new float[Bands];
    private readonly float[] _mel;

    /// <summary>Plans for segments of one length.</summary>
    /// <param name="samples">Samples of a segment, more than 256.</param>
    public TaggerMel(int samples)
    {
        _padded = new float[samples + (2 * Edge)];
        _mel = new float[Bands * Frames(samples)];
    }

    /// <summary>Frames of a segment.</summary>
    /// <param name="samples">Its samples.</param>
    /// <returns>One more than there are hops.</returns>
    public static int Frames(int samples) => 1 + (samples / Hop);

    /// <summary>Measures a segment.</summary>
    /// <param name="segment">As many samples as planned.</param>
    /// <returns>Decibels, <c>[bands x frames]</c>; overwritten by the next call.</returns>
    public float[] Of(ReadOnlySpan<float> segment)
    {
        int frames = _mel.Length / Bands;
        segment.CopyTo(_padded.AsSpan(Edge));
        for (int i = 1; i <= Edge; i++)
        {
            _padded[Edge - i] = segment[i];
            _padded[Edge + segment.Length - 1 + i] = segment[segment.Length - 1 - i];
        }

        _stft.Reset();
        ReadOnlySpan<float> rest = _padded;
        for (int t = 0; t < frames && _stft.Next(ref rest); t++)
        {
            Filters.Apply(_stft.Power, _bands);
            PowerDecibels.Of(_bands, _bands);
            for (int band = 0; band < Bands; band++)
            {
                _mel[(band * frames) + t] = _bands[band];
            }
        }

        return _mel;
    }
}
