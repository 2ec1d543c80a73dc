namespace Sensorium.Audio;

/// <summary>The fundamental frequency of a stream of samples, frame by frame with <see cref="Yin"/>. Memory does not grow and nothing is allocated per frame.</summary>
public sealed class PitchTracker
{
    private readonly Yin _yin;
    private readonly Framer _framer;

    /// <summary>Plans for one sample rate.</summary>
    /// <param name="sampleRate">Samples a second.</param>
    /// <param name="hop">Samples from one estimate to the next, 1 to the frame's length; estimate t belongs to sample t x hop.</param>
    /// <param name="options">Range and threshold; null for the defaults.</param>
    public PitchTracker(int sampleRate, int hop, PitchOptions? options = null)
    {
        _yin = new Yin(sampleRate, options);
        _framer = new Framer(_yin.FrameLength, hop);
    }

    /// <summary>Samples from one estimate to the next.</summary>
    public int Hop => _framer.Hop;

    /// <summary>Takes samples until the next estimate can be made.</summary>
    /// <param name="samples">The next samples; what was taken is cut off its beginning.</param>
    /// <param name="estimate">The next pitch.</param>
    /// <returns>Whether there is one; otherwise all samples were taken.</returns>
    public bool Next(ref ReadOnlySpan<float> samples, out PitchEstimate estimate) =>
        Give(_framer.Next(ref samples, out ReadOnlySpan<float> frame), frame, out estimate);

    /// <summary>Gives the estimates that reach over the end of the signal, one a call.</summary>
    /// <param name="estimate">The next pitch.</param>
    /// <returns>Whether there was one more.</returns>
    public bool Flush(out PitchEstimate estimate) => Give(_framer.Flush(out ReadOnlySpan<float> frame), frame, out estimate);

    /// <summary>Starts a new signal.</summary>
    public void Reset() => _framer.Reset();

    /// <summary>The pitch of a whole signal.</summary>
    /// <param name="samples">The signal.</param>
    /// <returns>1 + length / hop estimates.</returns>
    public PitchEstimate[] Track(ReadOnlySpan<float> samples)
    {
        Reset();
        var estimates = new PitchEstimate[_framer.Count(samples.Length)];
        int count = 0;
        while (Next(ref samples, out PitchEstimate estimate))
        {
            estimates[count++] = estimate;
        }

        while (Flush(out PitchEstimate estimate))
        {
            estimates[count++] = estimate;
        }

        return estimates;
    }

    private bool Give(bool complete, ReadOnlySpan<float> frame, out PitchEstimate estimate)
    {
        estimate = complete ? _yin.Estimate(frame) : default;
        return complete;
    }
}
