namespace Sensorium.Audio;

/// <summary>
/// How strongly something begins: the mean rise of a log-mel spectrum since the frame before (Boeck and Widmer, "Maximum filter vibrato suppression
/// for onset detection", DAFx 2013, without the maximum filter), as in librosa's <c>onset_strength</c>. librosa delays the result by half a frame;
/// <see cref="Of"/> does, too, <see cref="Next"/> does not.
/// </summary>
public sealed class OnsetStrength
{
    private readonly SpectralFlux _flux;
    private readonly int _bandCount;

    /// <summary>Plans for one kind of spectrum.</summary>
    /// <param name="bandCount">Mel bands, at least 1.</param>
    public OnsetStrength(int bandCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bandCount, 1);
        _flux = new SpectralFlux(bandCount);
        _bandCount = bandCount;
    }

    /// <summary>Takes the next frame.</summary>
    /// <param name="logMel">Its log-mel spectrum in dB.</param>
    /// <returns>The mean rise in dB, at least 0; 0 for the first frame.</returns>
    public float Next(ReadOnlySpan<float> logMel) => _flux.Next(logMel) / _bandCount;

    /// <summary>Starts a new signal.</summary>
    public void Reset() => _flux.Reset();

    /// <summary>Onset strength of a whole signal, frame t shifted to t + delay.</summary>
    /// <param name="logMel">Log-mel spectra in dB, [frames x bands].</param>
    /// <param name="delay">Frames by which an onset is reported after the frame that shows it first; half a frame's length by the hop, as a spectrum sees half a frame ahead. Default 2, for 2048 and 512.</param>
    /// <returns>The mean rise in dB, one value a frame.</returns>
    public static float[] Of(FrameTable logMel, int delay = 2)
    {
        ArgumentNullException.ThrowIfNull(logMel);
        ArgumentOutOfRangeException.ThrowIfNegative(delay);
        var kernel = new OnsetStrength(logMel.Width);
        var strength = new float[logMel.FrameCount];
        for (int t = 0; t + delay < strength.Length; t++)
        {
            strength[t + delay] = kernel.Next(logMel[t]);
        }

        return strength;
    }
}
