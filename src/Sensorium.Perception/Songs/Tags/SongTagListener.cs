using Sensorium.Audio;

namespace Sensorium.Perception;

/// <summary>Listens to a song that was heard before for its tags alone; everything else is taken from what was heard.</summary>
internal sealed class SongTagListener : ISongListener
{
    private readonly SongReading _before;
    private readonly SongTagEar _tags;
    private readonly int _version;
    private readonly Stft _stft = new(SongSound.PitchLength, SongSound.PitchHop);
    private bool _finished;

    /// <summary>Begins a song.</summary>
    /// <param name="before">What was heard of it.</param>
    /// <param name="tags">Names instruments.</param>
    /// <param name="version">Version of the reading.</param>
    public SongTagListener(SongReading before, SongTagEar tags, int version)
    {
        (_before, _tags, _version) = (before, tags, version);
    }

    /// <inheritdoc/>
    public void Push(ReadOnlySpan<float> samples, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_finished, this);
        cancellationToken.ThrowIfCancellationRequested();
        for (ReadOnlySpan<float> rest = samples; _stft.Next(ref rest);)
        {
            _tags.AddFrame(_stft.Power, cancellationToken);
        }

        _tags.Push(samples, cancellationToken);
    }

    /// <inheritdoc/>
    public SongReading Finish(CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_finished, this);
        _finished = true;
        while (_stft.Flush())
        {
            _tags.AddFrame(_stft.Power, cancellationToken);
        }

        SongTagShares shares = _tags.Finish(cancellationToken);
        if (_before.Curve.Count == 0)
        {
            // Nothing was heard, so there is nothing to call it.
            return _before with { Version = _version };
        }

        IReadOnlyList<SongTag> tags = SongTagging.Of(_before.Measures, _before.Percept.Affect, shares);
        return _before with { Version = _version, Tags = tags, Percept = _before.Percept with { Evidence = SongWords.Of(_before.Measures, tags) } };
    }

    /// <inheritdoc/>
    public void Dispose() => _finished = true;
}
