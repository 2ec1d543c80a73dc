using Sensorium.Media;

namespace Sensorium.Library;

/// <summary>Plays each song with a program of this machine, which is gone when the song is over or the music is ended.</summary>
/// <param name="program">The program.</param>
/// <param name="path">Where it lies.</param>
/// <param name="timeProvider">The clock; null takes the system's. Default null.</param>
internal sealed class ProgramPlayer(PlayerProgram program, string path, TimeProvider? timeProvider = null) : ILocalPlayer
{
    private readonly ChildProcess _processes = new(timeProvider);

    public string Name => program.Name;

    public async Task<Delivery> PlayAsync(IReadOnlyList<PlaylistEntry> entries, IProgress<PlaylistEntry>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entries);
        List<PlaylistEntry> taken = [];
        List<Undelivered> left = [];
        foreach (PlaylistEntry entry in entries)
        {
            PlaylistEntry song = entry with { Location = PlaylistLocation.Check(entry.Location) };
            if (!PlaylistLocation.IsAddress(song.Location) && !File.Exists(song.Location))
            {
                left.Add(new Undelivered(entry, LocalErrors.NoFile()));
                continue;
            }

            progress?.Report(entry);
            ProcessResult result = await _processes.RunAsync(Request(song), cancellationToken);

            // ffplay ends well even where it could not read a thing, and only says so after the file's name.
            if (result.ExitCode != 0 || result.ErrorTail.Contains($"{song.Location}: ", StringComparison.Ordinal))
            {
                left.Add(new Undelivered(entry, LocalErrors.NotPlayed(program.Name, result.LastErrorLine)));
            }
            else
            {
                taken.Add(entry);
            }
        }

        return new Delivery(taken, left);
    }

    private ProcessRequest Request(PlaylistEntry song) => new()
    {
        Program = program.Name,
        Path = path,
        Arguments = program.Arguments(song),
        MostTime = Timeout.InfiniteTimeSpan,
        MostOutputBytes = long.MaxValue,
        MostErrorCharacters = long.MaxValue,
    };
}
