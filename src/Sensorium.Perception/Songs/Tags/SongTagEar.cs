using Sensorium.Audio;

namespace Sensorium.Perception;

/// <summary>
/// Gathers what taggers say of one song: ours looks at three of every six seconds, an installed one hears everything. Either may be missing.
/// </summary>
internal sealed class SongTagEar
{
    private const int Period = 2 * SongTagModel.Frames;
    private readonly SongTagModel? _own;
    private readonly MusicTagger? _installed;
    private readonly MusicTagListener? _listener;
    private readonly StreamResampler? _resampler;
    private readonly float[] _piece = new float[4096];
    private readonly float[] _bands = new float[SongTagModel.Frames * SongTagModel.Bands];
    private readonly List<float[]> _shares = [];
    private long _frame;

    /// <summary>Starts to listen.</summary>
    /// <param name="own">Our tagger; null where it is missing.</param>
    /// <param name="installed">The user's; null where there is none.</param>
    public SongTagEar(SongTagModel? own, MusicTagger? installed)
    {
        (_own, _installed) = (own, installed);
        _listener = installed?.Listen();

        // What the taggers learnt from, and their reference outputs, came through FFmpeg's resampler; they mind the difference at the top of the spectrum.
        _resampler = installed is null ? null : new StreamResampler(SongSound.SampleRate, MusicTagger.SampleRate, ResamplerFilter.Ffmpeg);
    }

    /// <summary>Takes a pitch frame.</summary>
    /// <param name="power">Its power spectrum.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public void AddFrame(ReadOnlySpan<float> power, CancellationToken cancellationToken)
    {
        int within = (int)(_frame++ % Period);
        if (_own is null || within >= SongTagModel.Frames)
        {
            return;
        }

        SongTagModel.Measure(power, _bands.AsSpan(within * SongTagModel.Bands, SongTagModel.Bands));
        if (within == SongTagModel.Frames - 1 && _own.Judge(_bands, cancellationToken) is { } shares)
        {
            _shares.Add(shares);
        }
    }

    /// <summary>Takes samples.</summary>
    /// <param name="samples">Mono at the rate of songs.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public void Push(ReadOnlySpan<float> samples, CancellationToken cancellationToken)
    {
        for (int made; _resampler is not null && (made = _resampler.Next(ref samples, _piece)) > 0;)
        {
            _listener!.Push(_piece.AsSpan(0, made), cancellationToken);
        }
    }

    /// <summary>Ends the song.</summary>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>What the taggers say; empty where there is none, or nothing was heard.</returns>
    public SongTagShares Finish(CancellationToken cancellationToken)
    {
        for (int made; _resampler is not null && (made = _resampler.Flush(_piece)) > 0;)
        {
            _listener!.Push(_piece.AsSpan(0, made), cancellationToken);
        }

        double[] outside = _listener?.Finish(cancellationToken) ?? [];
        return new SongTagShares(
            _own is null || _shares.Count == 0 ? [] : [.. _own.Given(_shares)],
            [.. outside.Select((share, i) => new SongTag(_installed!.Names[i], share)).Where(tag => tag.Share >= _installed!.Least)]);
    }
}
