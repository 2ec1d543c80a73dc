namespace Sensorium.Music;

/// <summary>Finds the SoundFont to play.</summary>
public static class SoundFontLocator
{
    /// <summary>Environment variable that names a SoundFont file.</summary>
    public const string PathVariable = "SENSORIUM_SOUNDFONT";

    private static readonly string[] Names = ["FluidR3_GM.sf2", "FluidR3_GM2-2.sf2", "FluidR3_GM.sf3", "default.sf2", "default-GM.sf2", "default-GM.sf3"];

    /// <summary>Finds a SoundFont: the one given, else <see cref="PathVariable"/>, else the first <c>.sf2</c> or <c>.sf3</c> of the home's <c>soundfonts</c> folder, else FluidR3 GM or the system's default where distributions put it.</summary>
    /// <param name="given">A path that the user named; null or empty looks further. A path that is named but missing is an error, never passed over.</param>
    /// <param name="home">The folder in which the program keeps its data (<c>SENSORIUM_HOME</c>); null skips it.</param>
    /// <returns>The path of an existing file.</returns>
    /// <exception cref="MissingComponentException">None is found; the text says how to get one.</exception>
    public static string Locate(string? given = null, string? home = null)
    {
        foreach ((string? path, string source) in new[] { (given, "--soundfont"), (Environment.GetEnvironmentVariable(PathVariable), PathVariable) })
        {
            if (string.IsNullOrEmpty(path))
            {
                continue;
            }

            return File.Exists(path)
                ? path
                : throw Missing(new LocalizedText(
                    $"{source} names the SoundFont \"{path}\", but there is no such file.",
                    $"{source}에 적힌 사운드폰트 \"{path}\" 파일이 없습니다."));
        }

        return Find(home) ?? throw Missing(new LocalizedText(
            "No SoundFont, which holds the instruments' recordings, is installed.",
            "악기 녹음이 담긴 사운드폰트가 설치되어 있지 않습니다."));
    }

    /// <summary>Looks in the home's folder and the system's places only.</summary>
    /// <param name="home">The folder in which the program keeps its data; null skips it.</param>
    /// <returns>The path of an existing file, or null.</returns>
    public static string? Find(string? home)
    {
        if (!string.IsNullOrEmpty(home))
        {
            string folder = Path.Combine(home, "soundfonts");
            if (Directory.Exists(folder))
            {
                string? own = Directory.EnumerateFiles(folder)
                    .Where(f => Path.GetExtension(f).ToUpperInvariant() is ".SF2" or ".SF3")
                    .Order(StringComparer.Ordinal)
                    .FirstOrDefault();
                if (own is not null)
                {
                    return own;
                }
            }
        }

        return SystemFolders().SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }

    internal static MissingComponentException Missing(LocalizedText what) => new("soundfont", new LocalizedText(
        $"{what.English} Install FluidR3 GM with one of:\n{InstallLines()}\nor name a file with --soundfont FILE or {PathVariable}.",
        $"{what.Korean} 다음 가운데 하나로 FluidR3 GM을 설치하십시오.\n{InstallLines()}\n또는 --soundfont 파일이나 {PathVariable}로 파일을 지정하십시오."));

    private static IEnumerable<string> SystemFolders()
    {
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        if (OperatingSystem.IsWindows())
        {
            string programs = Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles);
            string shared = Environment.GetFolderPath(Environment.SpecialFolder.CommonApplicationData);
            return [Path.Combine(shared, "soundfonts"), Path.Combine(programs, "FluidSynth", "soundfonts"), @"C:\soundfonts", Path.Combine(home, "soundfonts")];
        }

        return
        [
            "/usr/share/sounds/sf2",        // Debian, Ubuntu
            "/usr/share/soundfonts",        // Fedora, Arch
            "/usr/share/sounds/sf3",        // Debian's and Ubuntu's smaller fonts
            "/usr/local/share/soundfonts",
            "/usr/local/share/fluid-synth/sf2",
            "/opt/homebrew/share/soundfonts",
            "/opt/homebrew/share/fluid-synth/sf2",
            Path.Combine(home, "Library", "Audio", "Sounds", "Banks"),
            Path.Combine(home, ".local", "share", "soundfonts"),
        ];
    }

    private static string InstallLines() => string.Join(
        '\n',
        "  apt:    sudo apt-get install fluid-soundfont-gm",
        "  dnf:    sudo dnf install fluid-soundfont-gm",
        "  pacman: sudo pacman -S soundfont-fluid",
        "  brew:   brew has none: download FluidR3_GM.sf2 into ~/Library/Audio/Sounds/Banks",
        @"  winget: winget has none: download FluidR3_GM.sf2 into C:\soundfonts");
}
