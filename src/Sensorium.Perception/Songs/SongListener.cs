using System.Numerics.Tensors;
using Sensorium.Audio;

namespace Sensorium.Perception;

/// <summary>Listens to one song: frames go into a window of 24 s that moves on by 12 s; each window is measured, felt and forgotten.</summary>
internal sealed class SongListener : ISongListener
{
    private const double ShortestSeconds = 1;
    private const int Piece = 1 << 14;
    private readonly SongFeelingModel _feeling;
    private readonly SongTagEar _tags;
    private readonly VocalEar? _ear;
    private readonly int _version;
    private readonly Stft _stft = new(SongSound.PitchLength, SongSound.PitchHop);
    private readonly SpectralShape _shape = new(SongSound.SampleRate, SongSound.PitchLength);
    private readonly PitchSalience _pitches = new();
    private readonly NoteTracker _tracker = new();
    private readonly NoteTracker _prominent = new();
    private readonly OnsetBands _onsets = new();
    private readonly SongWindow _window = new();
    private readonly SongTally _tally = new();
    private readonly SongSections _sections = new();
    private readonly List<SongMoment> _curve = [];
    private readonly double[] _logits = new double[SongFeelingModel.Quadrants];
    private readonly float[] _statistics = new float[SongStatistics.Names.Count];
    private readonly float[] _piece = new float[Piece];
    private double _weight;
    private int _filled;
    private int _windows, _frames, _fresh, _bandsSeen;
    private bool _finished;

    /// <summary>Begins a song.</summary>
    /// <param name="feeling">Feels windows.</param>
    /// <param name="tags">Names instruments.</param>
    /// <param name="activity">Hears voices; null where that model is missing.</param>
    /// <param name="version">Version of the readings.</param>
    public SongListener(SongFeelingModel feeling, SongTagEar tags, VoiceActivityModel? activity, int version)
    {
        _feeling = feeling;
        _tags = tags;
        _ear = activity is null ? null : new VocalEar(activity);
        _version = version;
    }

    /// <summary>Receives the statistics of each window and the frame that it begins with; for training.</summary>
    public Action<int, float[]>? Measured { get; init; }

    /// <inheritdoc/>
    public void Push(ReadOnlySpan<float> samples, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_finished, this);

        // What is heard does not depend on the pieces that the samples come in.
        while (!samples.IsEmpty)
        {
            int count = Math.Min(samples.Length, Piece - _filled);
            samples[..count].CopyTo(_piece.AsSpan(_filled));
            samples = samples[count..];
            _filled += count;
            if (_filled == Piece)
            {
                Hear(cancellationToken);
            }
        }
    }

    /// <inheritdoc/>
    public SongReading Finish(CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_finished, this);
        Hear(cancellationToken);
        _finished = true;
        if (_tally.Samples > 0)
        {
            _onsets.Add([], _window);
            GiveBands();
            while (_stft.Flush())
            {
                AddFrame(cancellationToken);
            }
        }

        _ear?.Finish(cancellationToken);
        if (_fresh >= SongSound.FewFrames || (_windows == 0 && _window.Frames > 0))
        {
            Measure();
        }

        return Read(_tags.Finish(cancellationToken));
    }

    /// <inheritdoc/>
    public void Dispose() => _finished = true;

    private void Hear(CancellationToken cancellationToken)
    {
        ReadOnlySpan<float> piece = _piece.AsSpan(0, _filled);
        _filled = 0;
        cancellationToken.ThrowIfCancellationRequested();
        if (piece.IsEmpty)
        {
            return;
        }

        _tally.Add(piece);
        _onsets.Add(piece, _window);
        GiveBands();
        for (ReadOnlySpan<float> rest = piece; _stft.Next(ref rest);)
        {
            AddFrame(cancellationToken);
        }

        _ear?.Push(piece, cancellationToken);
        _tags.Push(piece, cancellationToken);
        while (_window.Frames >= SongSound.WindowFrames)
        {
            Measure();
            Forget(SongSound.WindowHop);
        }
    }

    private void AddFrame(CancellationToken cancellationToken)
    {
        float amplitude = FrameLevel.RootMeanSquare(_stft.Signal, _stft.Length);
        float level = 20 * MathF.Log10(amplitude + 1e-5f);
        float centroid = _shape.Centroid(_stft.Magnitude), flatness = _shape.Flatness(_stft.Power);
        ulong notes = amplitude > 1e-5f ? _pitches.Notes(_stft.Power) : 0;
        ulong prominent = amplitude > 1e-5f ? _pitches.Prominent : 0;
        _tracker.Next(_frames, notes, _pitches.Levels, _window.Notes);
        _prominent.Next(_frames++, prominent, _pitches.Levels, _window.ProminentNotes);
        _window.Masks.Add(notes);
        _window.ProminentMasks.Add(prominent);
        _window.Levels.Add(level);
        _window.Centroids.Add(MathF.Log2(centroid + 20));
        _window.Flatness.Add(flatness);
        _window.Chroma.AddRange(_pitches.Chroma);
        _tally.Add(level, amplitude, centroid, flatness);
        _sections.AddFrame(_pitches.Chroma);
        _tags.AddFrame(_stft.Power, cancellationToken);
        _fresh++;
    }

    private void GiveBands()
    {
        ReadOnlySpan<float> bands = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_window.Bands);
        for (; (_bandsSeen + 1) * OnsetBands.Bands <= bands.Length; _bandsSeen++)
        {
            _sections.AddBands(bands.Slice(_bandsSeen * OnsetBands.Bands, OnsetBands.Bands));
        }
    }

    private void Forget(int frames)
    {
        int before = _window.Onsets.Count;
        _window.Forget(frames);
        _bandsSeen -= before - _window.Onsets.Count;
    }

    private void Measure()
    {
        float[] statistics = SongStatistics.Of(_window, NotesOf(_tracker, _window.Notes), NotesOf(_prominent, _window.ProminentNotes));
        Measured?.Invoke(_window.First, statistics);
        double[] logits = _feeling.Logits(statistics);
        double weight = Math.Min(_fresh, _window.Frames);
        for (int q = 0; q < logits.Length; q++)
        {
            _logits[q] += weight * logits[q];
        }

        TensorPrimitives.MultiplyAdd(statistics, (float)weight, _statistics, _statistics);
        _weight += weight;
        _tally.Add(_window, (int)weight);
        if (statistics[SongStatistics.TempoAt + 1] > 0)
        {
            _tally.AddTempo(100 * Math.Pow(2, statistics[SongStatistics.TempoAt]), statistics[SongStatistics.TempoAt + 1]);
        }

        AddMoments(QuadrantAffect.Of(_feeling.Shares(logits)));
        _windows++;
        _fresh = 0;
    }

    private List<SongNote> NotesOf(NoteTracker tracker, List<SongNote> ended)
    {
        List<SongNote> notes = [.. ended];
        tracker.Copy(notes);
        notes.RemoveAll(note => note.Start < _window.First);
        return notes;
    }

    // A window speaks for its frames that no window before it had.
    private void AddMoments(Affect affect) =>
        _curve.Add(new SongMoment(TimeSpan.FromSeconds(Math.Max(0, _window.First + _window.Frames - Math.Min(_fresh, _window.Frames)) / SongSound.FrameRate), affect));

    private SongReading Read(SongTagShares shares)
    {
        double seconds = (double)_tally.Samples / SongSound.SampleRate;
        bool heard = seconds >= ShortestSeconds && !_tally.IsSilent && _weight > 0;
        SongMeasures measures = _tally.Measures(_ear?.Share ?? 0);
        for (int q = 0; q < _logits.Length; q++)
        {
            _logits[q] /= Math.Max(1, _weight);
        }

        TensorPrimitives.Divide(_statistics, Math.Max(1, (float)_weight), _statistics);
        Affect affect = heard ? QuadrantAffect.Of(_feeling.Shares(_logits)) : QuadrantAffect.Unknown;
        IReadOnlyList<SongTag> tags = heard ? SongTagging.Of(measures, affect, shares) : [];
        return new SongReading
        {
            Version = _version,
            Length = TimeSpan.FromSeconds(seconds),
            Measures = measures,
            Percept = new Percept
            {
                Affect = affect,
                Emotions = heard ? SongPlane.Emotions(affect.Valence.Mean, affect.Arousal.Mean) : default,
                Evidence = heard ? SongWords.Of(measures, tags) : [new("no song is heard: silence, or less than a second", "노래가 들리지 않음: 소리가 없거나 1초보다 짧음")],
                Source = SongPerceiver.Source,
                Model = _feeling.Model,
            },
            Curve = heard ? _curve : [],
            Sections = _sections.Starts(),
            Tags = tags,
            Vector = _feeling.Vector(_statistics),
        };
    }
}
