using Sensorium.Media;
using Sensorium.Perception;

namespace Sensorium.Library;

/// <summary>Does jobs of analysis: decodes a file piece by piece while it listens, so that memory does not depend on its length. Safe for several threads.</summary>
/// <param name="perceiver">Hears how songs feel.</param>
/// <param name="sounds">Decodes; null takes a reader of its own. Default null.</param>
/// <param name="tags">Reads tags; null takes a reader of its own. Default null.</param>
/// <param name="timeProvider">The clock of the rests; null takes the system's. Default null.</param>
/// <param name="limits">How much a file may ask for; null for the defaults. Default null.</param>
public sealed class SongAnalyst(
    ISongPerceiver perceiver, SoundReader? sounds = null, TagReader? tags = null, TimeProvider? timeProvider = null, SoundStreamLimits? limits = null)
{
    private const int BlockSamples = 1 << 14;

    // Long enough that a timer keeps to it.
    private static readonly TimeSpan LeastRest = TimeSpan.FromMilliseconds(20);

    private readonly SoundStreamOptions _options = new() { SampleRate = perceiver.SampleRate, ChannelCount = 1, Limits = limits ?? new SoundStreamLimits() };
    private readonly SoundReader _sounds = sounds ?? new SoundReader();
    private readonly TagReader _tags = tags ?? new TagReader();
    private readonly TimeProvider _timeProvider = timeProvider ?? TimeProvider.System;

    /// <summary>Version of what it finds.</summary>
    public int Version => perceiver.Version;

    /// <summary>Does a job.</summary>
    /// <param name="job">The job.</param>
    /// <param name="busy">Share of the time to work, over 0 to 1. Default 1.</param>
    /// <param name="known">What another version heard of the same sound: what it found that is still right is not listened for again. Null for nothing. Default null.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Songs, or why there are none; a bad file is no error.</returns>
    /// <exception cref="MissingComponentException">ffmpeg is not installed: that says nothing of the file.</exception>
    public async Task<AnalysisOutcome> DoAsync(AnalysisJob job, double busy = 1, IReadOnlyList<SongPart>? known = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(job);
        if (job.Version != Version)
        {
            throw new ArgumentException($"The job asks for version {job.Version}, but this analysis has version {Version}.", nameof(job));
        }

        string path = job.File ?? job.Stamp.Path;
        try
        {
            SongTags own = await ReadTagsAsync(path, job.Told, cancellationToken);
            await using SoundStream sound = await _sounds.OpenAsync(path, _options, cancellationToken);
            IReadOnlyList<SongPart> songs = await ListenAsync(job, own, sound, busy, known ?? [], cancellationToken);
            return songs.Count > 0 ? new AnalysisOutcome(songs) : new AnalysisOutcome([], SkipReason.Broken);
        }
        catch (MalformedInputException error)
        {
            bool readable = IsReadable(path, out SkipReason reason);
            return new AnalysisOutcome([], readable ? SkipReason.Broken : reason, Named(error.Text, job));
        }
        catch (UnsupportedInputException error)
        {
            return new AnalysisOutcome([], SkipReason.NotSound, Named(error.Text, job));
        }
        catch (LimitReachedException error)
        {
            return new AnalysisOutcome([], SkipReason.TooLong, Named(error.Text, job));
        }
    }

    /// <summary>Reads the tags of a song.</summary>
    /// <param name="path">Its file.</param>
    /// <param name="told">What its server says of it, which counts before what the file says; null for a file of this machine.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The tags.</returns>
    /// <exception cref="MalformedInputException">The file cannot be read.</exception>
    internal async Task<SongTags> ReadTagsAsync(string path, SongTags? told, CancellationToken cancellationToken)
    {
        SongTags own = await _tags.ReadAsync(path, cancellationToken);
        return told?.Or(own) ?? own;
    }

    // A sentence about a copy is about the song.
    private static LocalizedText Named(LocalizedText text, AnalysisJob job)
    {
        if (job.File is null)
        {
            return text;
        }

        string file = Path.GetFileName(job.File), name = job.Told?.Title ?? job.Stamp.Path;
        return new(text.English.Replace(job.File, name, StringComparison.Ordinal).Replace(file, name, StringComparison.Ordinal), text.Korean.Replace(job.File, name, StringComparison.Ordinal).Replace(file, name, StringComparison.Ordinal));
    }

    private async Task<IReadOnlyList<SongPart>> ListenAsync(
        AnalysisJob job, SongTags own, SoundStream sound, double busy, IReadOnlyList<SongPart> known, CancellationToken cancellationToken)
    {
        IReadOnlyList<CueTrack> tracks = job.Tracks.Count > 0 ? job.Tracks : [new CueTrack(0, TimeSpan.Zero, null, own)];
        List<SongPart> songs = [];
        var block = new float[BlockSamples];
        var samples = new SampleQueue(sound, block);
        var rest = new Rest(busy, _timeProvider);
        foreach (CueTrack track in tracks)
        {
            await samples.SkipToAsync(SamplesAt(track.Start), cancellationToken);
            if (samples.IsEnded)
            {
                // The sheet promises more than there is.
                break;
            }

            long end = track.Length is { } length ? SamplesAt(track.Start + length) : long.MaxValue;
            SongPart? before = known.FirstOrDefault(part => part.Track == track.Number && part.Start == track.Start);
            using ISongListener listener = before is null ? perceiver.Listen() : perceiver.ListenAgain(before.Song);
            for (ReadOnlyMemory<float> piece; (piece = await samples.NextAsync(end, cancellationToken)).Length > 0;)
            {
                listener.Push(piece.Span, cancellationToken);
                await rest.TakeAsync(cancellationToken);
            }

            SongReading reading = listener.Finish(cancellationToken);
            songs.Add(new SongPart { Track = track.Number, Start = track.Start, Length = reading.Length, Tags = Merge(track.Tags, own), Song = reading });
        }

        return songs;
    }

    // What the sheet leaves open the file may tell, but not its title: that is the album's.
    private static SongTags Merge(SongTags track, SongTags file) =>
        track.Or(file with { Title = null, TrackNumber = null, Mood = null, Tempo = null, Key = null, MusicBrainzId = null });

    private static bool IsReadable(string path, out SkipReason reason)
    {
        try
        {
            using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            reason = default;
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            reason = SkipReason.Unreadable;
        }
        catch (IOException error)
        {
            reason = error is FileNotFoundException or DirectoryNotFoundException ? SkipReason.Vanished : SkipReason.Unreadable;
        }

        return false;
    }

    private long SamplesAt(TimeSpan time) => (long)(time.TotalSeconds * perceiver.SampleRate);

    private sealed class SampleQueue(SoundStream sound, float[] block)
    {
        private long _start;
        private int _at;
        private int _filled;

        public bool IsEnded { get; private set; }

        public async Task SkipToAsync(long position, CancellationToken cancellationToken)
        {
            while (_start + _at < position && !IsEnded)
            {
                await NextAsync(position, cancellationToken);
            }

            if (!IsEnded && _at == _filled)
            {
                await FillAsync(cancellationToken);
            }
        }

        public async Task<ReadOnlyMemory<float>> NextAsync(long end, CancellationToken cancellationToken)
        {
            if (_at == _filled && !IsEnded && _start + _at < end)
            {
                await FillAsync(cancellationToken);
            }

            int count = (int)Math.Clamp(end - (_start + _at), 0, _filled - _at);
            ReadOnlyMemory<float> piece = block.AsMemory(_at, count);
            _at += count;
            return piece;
        }

        private async Task FillAsync(CancellationToken cancellationToken)
        {
            _start += _filled;
            _at = 0;
            _filled = await sound.ReadAsync(block, cancellationToken);
            IsEnded = _filled == 0;
        }
    }

    private sealed class Rest(double busy, TimeProvider timeProvider)
    {
        private long _since = timeProvider.GetTimestamp();

        public async ValueTask TakeAsync(CancellationToken cancellationToken)
        {
            if (busy >= 1)
            {
                return;
            }

            TimeSpan rest = timeProvider.GetElapsedTime(_since) * ((1 / busy) - 1);
            if (rest >= LeastRest)
            {
                await Task.Delay(rest, timeProvider, cancellationToken);
                _since = timeProvider.GetTimestamp();
            }
        }
    }
}
