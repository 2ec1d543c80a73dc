namespace Sensorium.Library;

/// <summary>Finds a player on this machine: mpv, vlc, ffplay, MPD, in this order.</summary>
public static class LocalPlayers
{
    /// <summary>The names that can be asked for.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. PlayerProgram.All.Select(program => program.Name), "mpd"];

    /// <summary>Finds a player. MPD is taken unasked only where <c>MPD_HOST</c> is set and no program is there.</summary>
    /// <param name="name">One of <see cref="Names"/>; null takes the first that is there. Default null.</param>
    /// <param name="variable">Looks up an environment variable; null asks the process's own. Default null.</param>
    /// <returns>The player.</returns>
    /// <exception cref="MissingComponentException">There is none, or not the one asked for.</exception>
    /// <exception cref="UnsupportedInputException">The name is not known.</exception>
    public static ILocalPlayer Find(string? name = null, Func<string, string?>? variable = null)
    {
        variable ??= Environment.GetEnvironmentVariable;
        if (name is not null && !Names.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            throw new UnsupportedInputException(new LocalizedText(
                $"There is no player '{name}'; choose one of {string.Join(", ", Names)}.",
                $"'{name}' 플레이어는 없습니다. {string.Join(", ", Names)} 중에서 고르십시오."));
        }

        foreach (PlayerProgram program in PlayerProgram.All.Where(program => name is null || program.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
        {
            string? path = PathOf(program.Name, variable);
            if (path is not null && !IsRefused(program))
            {
                return new ProgramPlayer(program, path);
            }

            if (name is not null)
            {
                throw LocalErrors.NotThere(program.Name, path is not null);
            }
        }

        return name is not null || variable("MPD_HOST") is { Length: > 0 } ? new MpdLocalPlayer(MpdAddress.FromEnvironment(variable)) : throw LocalErrors.NoPlayer();
    }

    /// <summary>Where the program lies that <see cref="Find"/> takes unasked.</summary>
    /// <param name="variable">Looks up an environment variable; null asks the process's own. Default null.</param>
    /// <returns>Its path; null where there is none.</returns>
    public static string? Locate(Func<string, string?>? variable = null) =>
        PlayerProgram.All.Where(program => !IsRefused(program)).Select(program => PathOf(program.Name, variable ?? Environment.GetEnvironmentVariable)).FirstOrDefault(path => path is not null);

    private static bool IsRefused(PlayerProgram program) => program.RefusesRoot && !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess;

    private static string? PathOf(string program, Func<string, string?> variable)
    {
        string file = OperatingSystem.IsWindows() ? program + ".exe" : program;

        // A relative folder would run whatever lies in the current one.
        return (variable("PATH") ?? string.Empty).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(Path.IsPathFullyQualified)
            .Select(folder => Path.Combine(folder, file))
            .FirstOrDefault(File.Exists);
    }
}
