namespace Sensorium.Audio;

/// <summary>
/// Cuts a stream of samples into overlapping frames. Samples come in pieces of any length; memory is that of three frames and nothing is
/// allocated after the constructor. Centred frames are those of librosa 0.10 with <c>center=True, pad_mode="constant"</c>: frame t has
/// its middle at sample t x hop, with silence before the first and after the last sample.
/// </summary>
/// <example>
/// <code>
/// ReadOnlySpan&lt;float&gt; rest = piece;
/// while (framer.Next(ref rest, out ReadOnlySpan&lt;float&gt; frame)) { … }   // for each piece
/// while (framer.Flush(out ReadOnlySpan&lt;float&gt; frame)) { … }             // at the end
/// </code>
/// </example>
public sealed class Framer
{
    private readonly float[] _buffer;
    private int _start;
    private int _end;
    private long _received;
    private bool _given;

    /// <summary>Plans frames.</summary>
    /// <param name="length">Samples of a frame, at least 1.</param>
    /// <param name="hop">Samples from one frame to the next, 1 to <paramref name="length"/>.</param>
    /// <param name="centred">Whether frame t is centred on sample t x hop; otherwise it begins there, and only whole frames are given. Default true.</param>
    public Framer(int length, int hop, bool centred = true)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(hop, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hop, length);
        Length = length;
        Hop = hop;
        IsCentred = centred;
        _buffer = new float[3 * length];
        Reset();
    }

    /// <summary>Samples of a frame.</summary>
    public int Length { get; }

    /// <summary>Samples from one frame to the next.</summary>
    public int Hop { get; }

    /// <summary>Whether frame t is centred on sample t x hop.</summary>
    public bool IsCentred { get; }

    /// <summary>Number of the frame given last, from 0; -1 before the first.</summary>
    public long Index { get; private set; }

    /// <summary>The part of the frame given last that is signal: the frame without the silence added before the first and after the last sample.</summary>
    public ReadOnlySpan<float> Signal
    {
        get
        {
            if (!_given)
            {
                return [];
            }

            long first = (Index * Hop) - Padding;
            int leading = (int)Math.Min(Length, Math.Max(0, -first));
            int last = (int)Math.Clamp(_received - first, leading, Length);
            return _buffer.AsSpan(_start + leading, last - leading);
        }
    }

    private int Padding => IsCentred ? Length / 2 : 0;

    /// <summary>How many frames a signal has.</summary>
    /// <param name="length">Its samples, at least 0.</param>
    /// <returns>1 + length / hop for centred frames of even length; 0 for an empty signal.</returns>
    public long Count(long length)
    {
        long spare = length + (2 * Padding) - Length;
        return length == 0 || spare < 0 ? 0 : (spare / Hop) + 1;
    }

    /// <summary>Takes samples until the next frame is complete.</summary>
    /// <param name="samples">The next samples; what was taken is cut off its beginning.</param>
    /// <param name="frame">The frame, <see cref="Length"/> samples that stay valid until the next call.</param>
    /// <returns>Whether a frame is complete; otherwise all samples were taken and more are needed.</returns>
    public bool Next(ref ReadOnlySpan<float> samples, out ReadOnlySpan<float> frame)
    {
        Advance();
        int missing = Length - (_end - _start);
        int take = Math.Min(missing, samples.Length);
        samples[..take].CopyTo(Room(take));
        samples = samples[take..];
        _received += take;
        return Give(take == missing, out frame);
    }

    /// <summary>Gives the frames that reach over the end of the signal, one a call.</summary>
    /// <param name="frame">The frame, filled up with silence.</param>
    /// <returns>Whether there was one more.</returns>
    public bool Flush(out ReadOnlySpan<float> frame)
    {
        Advance();
        if (Index + 1 >= Count(_received))
        {
            return Give(false, out frame);
        }

        int missing = Length - (_end - _start);
        Room(missing).Clear();
        return Give(true, out frame);
    }

    /// <summary>Starts a new signal.</summary>
    public void Reset()
    {
        Index = -1;
        _start = 0;
        _received = 0;
        _given = false;
        _end = Padding;
        _buffer.AsSpan(0, _end).Clear();
    }

    private bool Give(bool complete, out ReadOnlySpan<float> frame)
    {
        _given = complete;
        Index += complete ? 1 : 0;
        frame = complete ? _buffer.AsSpan(_start, Length) : [];
        return complete;
    }

    private void Advance()
    {
        _start += _given ? Hop : 0;
        _given = false;
    }

    private Span<float> Room(int count)
    {
        if (_end + count > _buffer.Length)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        _end += count;
        return _buffer.AsSpan(_end - count, count);
    }
}
