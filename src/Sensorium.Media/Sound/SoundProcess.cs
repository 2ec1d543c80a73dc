namespace Sensorium.Media;

/// <summary>An ffmpeg that decodes while its output is read: it waits whenever nobody reads, so that memory stays flat.</summary>
internal sealed class SoundProcess : IAsyncDisposable
{
    private readonly TaskCompletionSource<Stream> _output = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _stop = new();
    private readonly Stream? _source;
    private readonly byte[] _start;
    private readonly long _mostBytes;
    private readonly string _name;
    private Task<ProcessResult> _run = Task.FromResult(default(ProcessResult));

    private SoundProcess(string name, Stream? source, byte[] start, long mostBytes) => (_name, _source, _start, _mostBytes) = (name, source, start, mostBytes);

    /// <summary>Starts to decode the first sound track of a file or stream.</summary>
    /// <param name="processes">Runs ffmpeg.</param>
    /// <param name="ffmpeg">Its path.</param>
    /// <param name="input">What is decoded.</param>
    /// <param name="options">Rate wanted, and limits.</param>
    public static SoundProcess Start(ChildProcess processes, string ffmpeg, SoundSource input, SoundStreamOptions options)
    {
        var process = new SoundProcess(input.Name, input.Path is null ? input.Stream : null, input.Start, options.Limits.MostBytes);
        var request = new ProcessRequest
        {
            Program = "ffmpeg",
            Path = ffmpeg,
            Arguments =
            [
                "-nostdin", "-hide_banner", "-loglevel", "error",
                "-protocol_whitelist", "file,pipe", "-f", input.Demuxer,

                // The header of a WAV tells all; looking further would keep a microphone waiting for many seconds.
                .. input.Path is null && input.Demuxer == "wav" ? (ReadOnlySpan<string>)["-probesize", "32", "-analyzeduration", "0"] : [],
                "-i", input.Path is { } path ? "file:" + System.IO.Path.GetFullPath(path) : "pipe:0",
                "-map", "0:a:0", "-vn", "-sn", "-dn",
                .. options.SampleRate is { } rate ? (ReadOnlySpan<string>)["-ar", rate.ToString()] : [],
                "-c:a", "pcm_f32le", "-fflags", "+bitexact", "-f", "wav", "pipe:1",
            ],
            MostTime = Timeout.InfiniteTimeSpan,
            MostOutputBytes = long.MaxValue,
            MostErrorCharacters = long.MaxValue,
            Input = process._source is null ? null : process.FeedAsync,
            Output = process.LendAsync,
        };
        process._run = processes.RunAsync(request, process._stop.Token);
        return process;
    }

    /// <summary>What ffmpeg writes, a WAV file.</summary>
    /// <exception cref="MissingComponentException">ffmpeg cannot be started.</exception>
    public async Task<Stream> OutputAsync()
    {
        // Where ffmpeg cannot be started, only the run tells.
        await Task.WhenAny(_output.Task, _run);
        return _output.Task.IsCompleted ? await _output.Task : throw new InvalidOperationException((await _run).LastErrorLine);
    }

    /// <summary>Whether <see cref="Kill"/> was called.</summary>
    public bool IsKilled => _stop.IsCancellationRequested;

    /// <summary>Ends ffmpeg at once; reads from its output end, too.</summary>
    public void Kill() => _stop.Cancel();

    /// <summary>Waits for the end, once everything was read.</summary>
    public Task<ProcessResult> EndAsync()
    {
        _finished.TrySetResult();
        return _run;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _finished.TrySetResult();
        await _stop.CancelAsync();
        await _run.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        _stop.Dispose();
    }

    private async Task LendAsync(Stream pipe, CancellationToken cancellationToken)
    {
        _output.TrySetResult(pipe);
        await _finished.Task.WaitAsync(cancellationToken);
    }

    // A source may never give another byte and heed no token; it is left alone once ffmpeg has ended.
    private async Task FeedAsync(Stream pipe, CancellationToken cancellationToken)
    {
        Task copy = CopyAsync(pipe, cancellationToken);
        await await Task.WhenAny(copy, _finished.Task).WaitAsync(cancellationToken);
    }

    private async Task CopyAsync(Stream pipe, CancellationToken cancellationToken)
    {
        await pipe.WriteAsync(_start, cancellationToken);
        await pipe.FlushAsync(cancellationToken);
        var buffer = new byte[1 << 15];
        long total = _start.Length;
        for (int read; (read = await _source!.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            total += read;
            if (total > _mostBytes)
            {
                throw InputFile.TooLarge(_name, total, _mostBytes);
            }

            await pipe.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            await pipe.FlushAsync(cancellationToken);
        }
    }
}
