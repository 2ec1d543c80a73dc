namespace Sensorium.Perception;

/// <summary>
/// Listens with a <see cref="MusicTagger"/>: the mean over the whole segments of a sound. What is left at the end, shorter than a segment, is not judged; a
/// sound that is shorter as a whole is heard again and again until a segment is full. Memory is that of one segment.
/// </summary>
public sealed class MusicTagListener
{
    private readonly MusicTagger _tagger;
    private readonly TaggerMel _mel;
    private readonly float[] _segment;
    private readonly double[] _sums;
    private int _filled;

    internal MusicTagListener(MusicTagger tagger)
    {
        _tagger = tagger;
        _mel = new TaggerMel(tagger.SegmentLength);
        _segment = new float[tagger.SegmentLength];
        _sums = new double[tagger.Names.Count];
    }

    /// <summary>Segments that were judged.</summary>
    public int Segments { get; private set; }

    /// <summary>Takes the next samples.</summary>
    /// <param name="samples">Mono at <see cref="MusicTagger.SampleRate"/>, any number, finite; full scale is 1.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public void Push(ReadOnlySpan<float> samples, CancellationToken cancellationToken = default)
    {
        while (!samples.IsEmpty)
        {
            int count = Math.Min(samples.Length, _segment.Length - _filled);
            samples[..count].CopyTo(_segment.AsSpan(_filled));
            samples = samples[count..];
            _filled += count;
            if (_filled == _segment.Length)
            {
                Judge(cancellationToken);
            }
        }
    }

    /// <summary>Ends the sound.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Mean shares in the order of <see cref="MusicTagger.Names"/>, 0..1; empty where nothing came.</returns>
    public double[] Finish(CancellationToken cancellationToken = default)
    {
        if (Segments == 0 && _filled > 0)
        {
            for (int i = _filled; i < _segment.Length; i++)
            {
                _segment[i] = _segment[i - _filled];
            }

            Judge(cancellationToken);
        }

        return Segments == 0 ? [] : Array.ConvertAll(_sums, sum => sum / Segments);
    }

    private void Judge(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _filled = 0;
        Segments++;
        ReadOnlySpan<float> shares = _tagger.Judge(_mel.Of(_segment), cancellationToken);
        for (int i = 0; i < _sums.Length; i++)
        {
            _sums[i] += shares[i];
        }
    }
}
