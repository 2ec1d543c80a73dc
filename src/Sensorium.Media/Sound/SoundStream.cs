using System.Runtime.CompilerServices;

namespace Sensorium.Media;

/// <summary>
/// A sound that is decoded while it is read; memory does not depend on its length. Of a film, the first sound track. To one channel, two and
/// other numbers of channels are averaged; 5.1 and 7.1 are mixed after ITU-R BS.775-4 with weights that add up to 1, so that full scale stays
/// full scale. To two channels, one is doubled, 5.1 and 7.1 are mixed likewise, and of others the front pair is taken.
/// </summary>
/// <example>
/// <code>
/// await using SoundStream sound = await new SoundReader().OpenAsync("clip.mp4", new SoundStreamOptions { SampleRate = 16000 });
/// await foreach (var block in sound.ReadBlocksAsync()) { Use(block.Span); }
/// </code>
/// </example>
public sealed class SoundStream : IAsyncDisposable
{
    private const int BlockFrames = 4096;
    private const int BlocksSamples = 1 << 14;
    private readonly string _name;
    private readonly WavReader _reader;
    private readonly SoundProcess? _process;
    private readonly Stream? _owned;
    private readonly SoundStreamLimits _limits;
    private readonly TimeProvider _timeProvider;
    private readonly ChannelMix _mix;
    private readonly SoundBuffer _block;
    private readonly long _mostFrames;
    private int _at;
    private int _filled;
    private long _decoded;
    private bool _ended;

    internal SoundStream(string name, WavReader reader, SoundProcess? process, Stream? owned, SoundStreamOptions options, TimeProvider timeProvider)
    {
        (_name, _reader, _process, _owned, _limits, _timeProvider) = (name, reader, process, owned, options.Limits, timeProvider);
        ChannelCount = options.ChannelCount ?? reader.ChannelCount;
        _mix = new ChannelMix(reader.ChannelCount, ChannelCount);
        _block = new SoundBuffer(reader.SampleRate, reader.ChannelCount, BlockFrames);
        _mostFrames = (long)Math.Min(long.MaxValue / 2, _limits.MostDuration.TotalSeconds * reader.SampleRate);
    }

    /// <summary>Frames a second.</summary>
    public int SampleRate => _reader.SampleRate;

    /// <summary>Channels of what is read.</summary>
    public int ChannelCount { get; }

    /// <summary>Frames read so far.</summary>
    public long Position { get; private set; }

    /// <summary>Time read so far.</summary>
    public TimeSpan Elapsed => TimeSpan.FromSeconds((double)Position / SampleRate);

    /// <summary>Reads the next samples.</summary>
    /// <param name="destination">Receives them, finite numbers with full scale at -1 and 1, frame by frame (the samples of all channels of a frame beside each other); room for at least one frame.</param>
    /// <param name="cancellationToken">Stops reading; the stream cannot be read further afterwards.</param>
    /// <returns>How many samples came: a multiple of <see cref="ChannelCount"/>, at least one frame, often fewer than asked for; 0 at the end.</returns>
    /// <exception cref="MalformedInputException">The file is broken before its first sample.</exception>
    /// <exception cref="LimitReachedException">The sound is longer than allowed, or nothing came for too long.</exception>
    public async ValueTask<int> ReadAsync(Memory<float> destination, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(destination.Length, ChannelCount, nameof(destination));
        cancellationToken.ThrowIfCancellationRequested();
        if (_at == _filled && !_ended)
        {
            await FillAsync(cancellationToken);
        }

        int frames = Math.Min(destination.Length / ChannelCount, _filled - _at);
        _mix.Apply(_block, _at, destination.Span[..(frames * ChannelCount)]);
        _at += frames;
        Position += frames;
        return frames * ChannelCount;
    }

    /// <summary>Reads to the end, block by block.</summary>
    /// <param name="cancellationToken">Stops reading; the stream cannot be read further afterwards.</param>
    /// <returns>Blocks of up to 16,384 samples as <see cref="ReadAsync"/> gives them; each is good until the next comes.</returns>
    /// <exception cref="MalformedInputException">The file is broken before its first sample.</exception>
    /// <exception cref="LimitReachedException">The sound is longer than allowed, or nothing came for too long.</exception>
    public async IAsyncEnumerable<ReadOnlyMemory<float>> ReadBlocksAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        float[] block = new float[BlocksSamples / ChannelCount * ChannelCount];
        for (int read; (read = await ReadAsync(block, cancellationToken)) > 0;)
        {
            yield return block.AsMemory(0, read);
        }
    }

    /// <summary>Ends the decoder and closes what was opened.</summary>
    /// <returns>When nothing is left running.</returns>
    public async ValueTask DisposeAsync()
    {
        _ended = true;
        _at = _filled;
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        if (_owned is not null)
        {
            await _owned.DisposeAsync();
        }
    }

    private async Task FillAsync(CancellationToken cancellationToken)
    {
        _at = _filled = 0;
        if (_process is null)
        {
            _filled = _reader.Read(_block);
        }
        else
        {
            using var late = new CancellationTokenSource(_limits.MostWait, _timeProvider);
            using CancellationTokenRegistration first = late.Token.Register(_process.Kill);
            using CancellationTokenRegistration second = cancellationToken.Register(_process.Kill);
            int got = await Task.Run(() => _reader.Read(_block), CancellationToken.None);
            _ended = got < BlockFrames || _process.IsKilled;
            cancellationToken.ThrowIfCancellationRequested();
            if (_process.IsKilled)
            {
                throw SoundErrors.Stalled(_name, _limits.MostWait);
            }

            _filled = got;
            await (_ended ? EndAsync(_process) : Task.CompletedTask);
        }

        _ended = _filled < BlockFrames;
        _decoded += _filled;
        if (_decoded > _mostFrames)
        {
            _ended = true;
            _at = _filled;
            throw SoundErrors.LastsTooLong(_name, _limits.MostDuration);
        }
    }

    // What was decoded counts, even where ffmpeg was not happy with the end.
    private async Task EndAsync(SoundProcess process)
    {
        ProcessResult result = await process.EndAsync();
        if (_decoded + _filled == 0)
        {
            throw SoundErrors.Silent(_name, result);
        }
    }
}
