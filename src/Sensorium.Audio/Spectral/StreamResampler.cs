namespace Sensorium.Audio;

/// <summary>
/// Changes the sample rate of a stream with the filter of <see cref="Resampler"/>: pieces of any length go in, and what comes out, put together,
/// is what <see cref="Resampler.Process"/> makes of the whole, sample for sample. Memory is that of the filter; nothing is allocated after the
/// constructor.
/// </summary>
/// <example>
/// <code>
/// ReadOnlySpan&lt;float&gt; rest = piece;
/// for (int made; (made = resampler.Next(ref rest, output)) > 0;) { Use(output[..made]); }   // for each piece
/// for (int made; (made = resampler.Flush(output)) > 0;) { Use(output[..made]); }            // at the end
/// </code>
/// </example>
public sealed class StreamResampler
{
    private readonly Resampler _resampler;
    private readonly float[] _buffer;
    private long _first;
    private int _end;
    private long _received;
    private long _made;

    /// <summary>Plans a change of rate.</summary>
    /// <param name="from">Samples a second of the input, 1..768000.</param>
    /// <param name="to">Samples a second of the output, 1..768000, at least a 256th and at most 256 times of the input's.</param>
    /// <param name="filter">The filter; null for the usual one. Default null.</param>
    public StreamResampler(int from, int to, ResamplerFilter? filter = null)
    {
        _resampler = new Resampler(from, to, filter);
        _buffer = new float[4 * _resampler.TapCount];
        Reset();
    }

    /// <summary>Takes samples until the output is full or all were taken.</summary>
    /// <param name="samples">The next samples; what was taken is cut off its beginning.</param>
    /// <param name="output">Receives samples at the new rate.</param>
    /// <returns>How many came; 0 when all samples were taken and more are needed.</returns>
    public int Next(ref ReadOnlySpan<float> samples, Span<float> output)
    {
        int count = 0;
        while (true)
        {
            count += Make(output[count..], long.MaxValue);
            if (count == output.Length || samples.IsEmpty)
            {
                return count;
            }

            Span<float> room = Room();
            int take = Math.Min(room.Length, samples.Length);
            samples[..take].CopyTo(room);
            samples = samples[take..];
            _end += take;
            _received += take;
        }
    }

    /// <summary>Gives what the filter still holds, followed by silence.</summary>
    /// <param name="output">Receives samples at the new rate.</param>
    /// <returns>How many came; 0 when everything was given.</returns>
    public int Flush(Span<float> output)
    {
        long total = _resampler.OutputLength(_received);
        int count = 0;
        while (count < output.Length && _made < total)
        {
            count += Make(output[count..], total);
            if (count < output.Length && _made < total)
            {
                Span<float> room = Room();
                room.Clear();
                _end += room.Length;
            }
        }

        return count;
    }

    /// <summary>Starts a new signal.</summary>
    public void Reset()
    {
        // Before its first sample, the signal is silence.
        _first = -_resampler.TapCount;
        _end = _resampler.TapCount;
        _received = _made = 0;
        _buffer.AsSpan(0, _end).Clear();
    }

    private int Make(Span<float> output, long total)
    {
        int count = 0;
        while (count < output.Length && _made < total && _resampler.FirstTap(_made) + _resampler.TapCount <= _first + _end)
        {
            int at = (int)(_resampler.FirstTap(_made) - _first);
            output[count++] = _resampler.Weigh(_made++, _buffer.AsSpan(at, _resampler.TapCount));
        }

        return count;
    }

    // Forgets what no later output needs.
    private Span<float> Room()
    {
        if (_end == _buffer.Length)
        {
            int unneeded = (int)Math.Min(_end, _resampler.FirstTap(_made) - _first);
            _buffer.AsSpan(unneeded, _end - unneeded).CopyTo(_buffer);
            _first += unneeded;
            _end -= unneeded;
        }

        return _buffer.AsSpan(_end);
    }
}
