using System.ComponentModel;
using System.Diagnostics;

namespace Sensorium.Media;

/// <summary>
/// The one place where other programs are run: input and output go through pipes, time and output are limited, and whatever happens,
/// the program and everything it started is gone when the call returns.
/// </summary>
/// <param name="timeProvider">The clock of the time limit; null takes the system's. Default null.</param>
public sealed class ChildProcess(TimeProvider? timeProvider = null)
{
    private const int MostTailCharacters = 4096;
    private readonly TimeProvider _timeProvider = timeProvider ?? TimeProvider.System;

    /// <summary>Runs a program to its end.</summary>
    /// <param name="request">What to run and how.</param>
    /// <param name="cancellationToken">Kills the program.</param>
    /// <returns>How it ended.</returns>
    /// <exception cref="MissingComponentException">The program cannot be started.</exception>
    /// <exception cref="LimitReachedException">It took longer, or gave more, than allowed.</exception>
    public async Task<ProcessResult> RunAsync(ProcessRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        using var timeout = new CancellationTokenSource(request.MostTime, _timeProvider);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        using Process process = Start(request);

        // A read from a pipe may not heed its token; the death of the program ends it.
        using CancellationTokenRegistration killing = stop.Token.Register(() => Kill(process));
        try
        {
            Task<string> errors = ReadTailAsync(process.StandardError, request, stop);
            Task input = FeedAsync(process, request, stop);
            Task output = DrainAsync(process, request, stop);
            await Task.WhenAll(errors, input, output);
            await process.WaitForExitAsync(stop.Token);
            stop.Token.ThrowIfCancellationRequested();
            return new ProcessResult(process.ExitCode, await errors);
        }
        catch (Exception error) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested && error is not LimitReachedException)
        {
            // Its pipes broke because it was killed.
            throw ProcessErrors.TooSlow(request.Program, request.MostTime);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        finally
        {
            if (Kill(process))
            {
                await process.WaitForExitAsync(CancellationToken.None);
            }
        }
    }

    private static Process Start(ProcessRequest request)
    {
        var start = new ProcessStartInfo(request.Path)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        foreach (string argument in request.Arguments)
        {
            start.ArgumentList.Add(argument);
        }

        // Numbers and messages are the same whatever the user's locale.
        start.Environment["LC_ALL"] = "C";
        try
        {
            return Process.Start(start) ?? throw new InvalidOperationException("No process was started.");
        }
        catch (Exception error) when (error is Win32Exception or InvalidOperationException or IOException)
        {
            throw ProcessErrors.CannotStart(request.Program, request.Path, error);
        }
    }

    private static async Task FeedAsync(Process process, ProcessRequest request, CancellationTokenSource stop)
    {
        try
        {
            await using Stream pipe = process.StandardInput.BaseStream;
            if (request.Input is { } input)
            {
                await input(pipe, stop.Token);
            }
        }
        catch (IOException)
        {
            // The program has heard enough or has died; its exit code tells which.
        }
        catch
        {
            await stop.CancelAsync();
            throw;
        }
    }

    private static async Task DrainAsync(Process process, ProcessRequest request, CancellationTokenSource stop)
    {
        try
        {
            await using var limited = new LimitedStream(process.StandardOutput.BaseStream, request.Program, request.MostOutputBytes);
            if (request.Output is { } output)
            {
                await output(limited, stop.Token);
            }

            await limited.CopyToAsync(Stream.Null, stop.Token);
        }
        catch
        {
            await stop.CancelAsync();
            throw;
        }
    }

    // Keeps the end: programs say last what stopped them.
    private static async Task<string> ReadTailAsync(StreamReader reader, ProcessRequest request, CancellationTokenSource stop)
    {
        var buffer = new char[MostTailCharacters];
        string tail = string.Empty;
        long total = 0;
        try
        {
            for (int read; (read = await reader.ReadAsync(buffer, stop.Token)) > 0;)
            {
                total += read;
                if (total > request.MostErrorCharacters)
                {
                    throw ProcessErrors.TooMuchOutput(request.Program, request.MostErrorCharacters);
                }

                tail = string.Concat(tail, buffer.AsSpan(0, read));
                tail = tail[Math.Max(0, tail.Length - MostTailCharacters)..];
            }

            return tail.Trim();
        }
        catch
        {
            await stop.CancelAsync();
            throw;
        }
    }

    private static bool Kill(Process process)
    {
        try
        {
            if (process.HasExited)
            {
                return false;
            }

            process.Kill(entireProcessTree: true);
            return true;
        }
        catch (Exception error) when (error is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It ended by itself in the meantime.
            return false;
        }
    }
}
