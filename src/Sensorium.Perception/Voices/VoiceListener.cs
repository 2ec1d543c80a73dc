using System.Runtime.InteropServices;

namespace Sensorium.Perception;

/// <summary>Listens to one sound with the models of a <see cref="VoicePerceiver"/>.</summary>
internal sealed class VoiceListener : IVoiceListener
{
    private const int JudgementSamples = VoiceActivityModel.Stride * VoiceSound.Hop;
    private const int Margin = VoiceSound.SampleRate / 10;
    private const double LeastSeconds = 0.5;

    private readonly IUtteranceModel _emotion;
    private readonly VoiceProfile? _speaker;
    private readonly VoiceActivityStream _activity;
    private readonly VoiceSegmenter _segmenter = new();
    private readonly List<VoiceSegment> _segments = [];
    private readonly List<HeardUtterance> _utterances = [];
    private readonly List<float> _samples = [];
    private long _firstSample;
    private long _length;
    private bool _isFinished;

    /// <summary>Starts to listen.</summary>
    /// <param name="activity">Tells speech, singing and music apart.</param>
    /// <param name="emotion">Feels an utterance.</param>
    /// <param name="speaker">What is known of the speaker's voice; null for nothing.</param>
    public VoiceListener(VoiceActivityModel activity, IUtteranceModel emotion, VoiceProfile? speaker)
    {
        _emotion = emotion;
        _speaker = speaker;
        _activity = new VoiceActivityStream(activity, shares => _segmenter.Push(shares));
    }

    /// <inheritdoc/>
    public IReadOnlyList<VoiceSegment> Heard => _segments;

    /// <summary>The statistics of all utterances so far.</summary>
    public IEnumerable<float[]> Statistics => _utterances.Select(utterance => utterance.Statistics);

    /// <inheritdoc/>
    public void Push(ReadOnlySpan<float> samples, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_isFinished, this);
        while (samples.Length > 0)
        {
            ReadOnlySpan<float> piece = samples[..Math.Min(samples.Length, VoiceSound.SampleRate)];
            _samples.AddRange(piece);
            _length += piece.Length;
            _activity.Push(piece, cancellationToken);
            Hear(cancellationToken);
            Forget();
            samples = samples[piece.Length..];
        }
    }

    /// <inheritdoc/>
    public VoiceReading Finish(CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_isFinished, this);
        _isFinished = true;
        _activity.Finish(cancellationToken);
        _segmenter.Finish();
        Hear(cancellationToken);
        double spoken = Seconds(SoundClass.Speech), sung = Seconds(SoundClass.Singing);
        return new VoiceReading
        {
            Segments = _segments,
            Voice = VoiceSummary.Of(_utterances, _emotion.Model, sung > spoken),
            Length = TimeOf(_length),
            IsSung = sung > spoken,
        };
    }

    /// <summary>Ends the listening; the models stay open.</summary>
    public void Dispose() => _isFinished = true;

    private static TimeSpan TimeOf(long samples) => TimeSpan.FromTicks(samples * (TimeSpan.TicksPerSecond / VoiceSound.SampleRate));

    private double Seconds(SoundClass sound) => _segments.Where(segment => segment.Class == sound).Sum(segment => (segment.End - segment.Start).TotalSeconds);

    private void Hear(CancellationToken cancellationToken)
    {
        foreach (VoiceStretch stretch in _segmenter.Take())
        {
            long from = Math.Max(_segments.Count == 0 ? 0 : (long)(_segments[^1].End.TotalSeconds * VoiceSound.SampleRate), ((long)stretch.From * JudgementSamples) - Margin);
            long to = Math.Min(_length, ((long)stretch.To * JudgementSamples) + VoiceSound.FrameLength + Margin);
            if (to <= from)
            {
                continue;
            }

            Percept? percept = stretch.Class == SoundClass.Music || to - from < LeastSeconds * VoiceSound.SampleRate ? null : Feel(from, to, stretch.Class, cancellationToken);
            _segments.Add(new VoiceSegment(TimeOf(from), TimeOf(to), stretch.Class, percept) { MusicShare = stretch.MusicShare });
        }
    }

    private Percept Feel(long from, long to, SoundClass sound, CancellationToken cancellationToken)
    {
        ReadOnlySpan<float> samples = CollectionsMarshal.AsSpan(_samples).Slice((int)(from - _firstSample), (int)(to - from));
        float[] statistics = VoiceStatistics.Of(VoiceFrames.Of(samples));
        UtteranceScores scores = _emotion.Feel(samples, statistics, _speaker, cancellationToken);
        HeardUtterance utterance = new((to - from) / (double)VoiceSound.SampleRate, statistics, VoiceSummary.Widen(scores, sound == SoundClass.Singing), VoiceManner.Of(statistics, _speaker));
        _utterances.Add(utterance);
        return VoiceSummary.Of([utterance], _emotion.Model, sound == SoundClass.Singing)!;
    }

    // What lies before the stretch that is still open is never needed again.
    private void Forget()
    {
        long keep = ((long)_segmenter.Open * JudgementSamples) - (2 * Margin);
        int count = (int)Math.Clamp(keep - _firstSample, 0, _samples.Count);
        if (count > VoiceSound.SampleRate)
        {
            _samples.RemoveRange(0, count);
            _firstSample += count;
        }
    }
}
