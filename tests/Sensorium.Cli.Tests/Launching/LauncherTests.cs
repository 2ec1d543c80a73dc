namespace Sensorium.Cli.Tests;

/// <summary>The scripts at the root. They run on a copy of them with a stand-in for the build, so that no test waits for a compiler.</summary>
public sealed class LauncherTests
{
    private static readonly string[] Tools = ["sh", "uname", "readlink", "find", "head", "cat", "mkdir", "rm", "mv", "ln", "date", "grep", "sort", "tail", "mktemp", "id", "sleep", "flock", "touch", "dirname"];

    [Fact]
    public async Task Launcher_FromAnotherFolder_Runs()
    {
        using Tree tree = new();

        ProgramResult result = await tree.RunAsync(tree.Launcher, ["version", "--json"], "/");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal("ran version --json in /\n", result.Output);
    }

    [Fact]
    public async Task Launcher_ThroughLinks_FindsItsTree()
    {
        using Tree tree = new();
        using TemporaryFolder elsewhere = new();
        File.CreateSymbolicLink(elsewhere["absolute"], tree.Launcher);
        File.CreateSymbolicLink(elsewhere["relative"], "absolute");

        ProgramResult result = await tree.RunAsync(elsewhere["relative"], ["where"], elsewhere.FullPath);

        Assert.Equal(0, result.ExitCode);
        Assert.Equal($"ran where in {elsewhere.FullPath}\n", result.Output);
    }

    [Fact]
    public async Task Launcher_NothingChanged_BuildsOnce()
    {
        using Tree tree = new();

        await tree.RunAsync(tree.Launcher, ["version"]);
        ProgramResult again = await tree.RunAsync(tree.Launcher, ["version"]);

        Assert.Equal(1, tree.Builds);
        Assert.Empty(again.Error);
    }

    [Theory]
    [InlineData("src/Sensorium.Cli/New.cs")]
    [InlineData("mappings/mine.json")]
    [InlineData("models/mine/model.json")]
    [InlineData("Directory.Packages.props")]
    public async Task Launcher_AFileChanged_BuildsAgain(string path)
    {
        using Tree tree = new();
        await tree.RunAsync(tree.Launcher, ["version"]);

        tree.Write(path, "changed");
        await tree.RunAsync(tree.Launcher, ["version"]);

        Assert.Equal(2, tree.Builds);
    }

    [Fact]
    public async Task Launcher_AFileDeleted_BuildsAgain()
    {
        using Tree tree = new();
        tree.Write("src/Sensorium.Cli/Old.cs", "old");
        await tree.RunAsync(tree.Launcher, ["version"]);

        tree.Delete("src/Sensorium.Cli/Old.cs");
        await tree.RunAsync(tree.Launcher, ["version"]);

        Assert.Equal(2, tree.Builds);
    }

    [Fact]
    public async Task Launcher_ManyFirstRunsAtOnce_BuildOnceAndAllRun()
    {
        using Tree tree = new();

        ProgramResult[] results = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => tree.RunAsync(tree.Launcher, ["version"])));

        Assert.All(results, result => Assert.Equal(0, result.ExitCode));
        Assert.Equal(1, tree.Builds);
    }

    [Fact]
    public async Task Launcher_BuildFails_ShowsTheErrorAndExitsWithOne()
    {
        using Tree tree = new();

        ProgramResult result = await tree.RunAsync(tree.Launcher, ["version"], null, ("FAKE_BUILD_FAILS", "1"));

        Assert.Equal(1, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.Contains("error CS0000: it does not compile", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Launcher_ComponentMissing_PrintsTheFiveLinesAndExitsWithTwo()
    {
        using Tree tree = new();

        ProgramResult result = await tree.RunAsync(tree.Launcher, ["hear", "a.png", "--json"]);

        Assert.Equal(2, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.All(
            ["  apt     sudo apt-get install ffmpeg", "  dnf     sudo dnf install ffmpeg-free", "  pacman  sudo pacman -S ffmpeg", "  brew    brew install ffmpeg", "  winget  winget install Gyan.FFmpeg"],
            line => Assert.Contains(line, result.Error, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Launcher_ComponentMissingAndMayInstall_InstallsItOnceAndRunsTheVerb()
    {
        using Tree tree = new();
        tree.LetInstall();
        (string, string?)[] otherwiseComplete =
            [("SENSORIUM_NO_INSTALL", null), ("SENSORIUM_TURBOJPEG", "there"), ("SENSORIUM_FLUIDSYNTH", "there"), ("SENSORIUM_SOUNDFONT", "there")];

        ProgramResult first = await tree.RunAsync(tree.Launcher, ["hear", "a.png"], tree.Root, otherwiseComplete);
        ProgramResult second = await tree.RunAsync(tree.Launcher, ["hear", "a.png"], tree.Root, otherwiseComplete);

        Assert.Contains("installing ffmpeg with apt", first.Error, StringComparison.Ordinal);
        Assert.Equal((0, $"ran hear a.png in {tree.Root}\n"), (first.ExitCode, first.Output));
        Assert.Equal(new ProgramResult(0, first.Output, string.Empty), second);
    }

    [Fact]
    public async Task Launcher_NodeMissingAndMayInstall_BuildsInItsOwnTree()
    {
        using Tree tree = new();
        tree.LetInstall();
        tree.Delete("tools/npm");

        ProgramResult result = await tree.RunAsync(tree.Launcher, ["version"], tree.Root, ("SENSORIUM_NO_INSTALL", null));

        Assert.Equal((0, $"ran version in {tree.Root}\n"), (result.ExitCode, result.Output));
        Assert.True(File.Exists(Path.Combine(tree.Root, ".build", "current", "sensorium-cli.dll")), "The build went elsewhere.");
    }

    [Fact]
    public async Task Launcher_Feel_NeedsNothingThatPlays()
    {
        using Tree tree = new();

        ProgramResult result = await tree.RunAsync(tree.Launcher, ["feel", "a.png"], tree.Root, ("SENSORIUM_FFMPEG", "/any"), ("SENSORIUM_TURBOJPEG", "/any"));
        ProgramResult missing = await tree.RunAsync(tree.Launcher, ["feel", "a.png"], tree.Root);

        Assert.Equal((0, $"ran feel a.png in {tree.Root}\n"), (result.ExitCode, result.Output));
        Assert.Equal(2, missing.ExitCode);
        Assert.Contains("missing: ffmpeg", missing.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Launcher_ComponentMissingButNotNeeded_RunsTheVerb()
    {
        using Tree tree = new();

        ProgramResult doctor = await tree.RunAsync(tree.Launcher, ["doctor"]);
        ProgramResult help = await tree.RunAsync(tree.Launcher, ["hear", "--help"]);

        Assert.Equal(0, doctor.ExitCode);
        Assert.Equal(0, help.ExitCode);
    }

    [Fact]
    public async Task Launcher_KoreanLocale_SpeaksKorean()
    {
        using Tree tree = new();

        ProgramResult result = await tree.RunAsync(tree.Launcher, ["hear", "a.png"], null, ("LC_ALL", "ko_KR.UTF-8"));

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("없는 구성 요소: ffmpeg", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Launcher_NoDotnet_SaysWhereToGetItAndExitsWithTwo()
    {
        using Tree tree = new();
        tree.Delete("tools/dotnet");

        ProgramResult result = await tree.RunAsync(tree.Launcher, ["version"], null, ("HOME", tree.Root));

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("https://dot.net/download", result.Error, StringComparison.Ordinal);
        Assert.Contains("winget install Microsoft.DotNet.SDK.10", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sensorium")]
    [InlineData("test")]
    [InlineData("package")]
    [InlineData(".ci/run")]
    public async Task Script_Always_Parses(string script)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The scripts are for POSIX shells.");
        using ProgramRun run = ProgramRun.StartProgram(script == "sensorium" ? "sh" : "bash", ["-n", Path.Combine(Repository.Root, script)]);

        Assert.Equal(new ProgramResult(0, string.Empty, string.Empty), await run.EndAsync());
    }

    /// <summary>A copy of the scripts with a few sources, and a PATH on which dotnet only pretends.</summary>
    private sealed class Tree : IDisposable
    {
        private const string FakeDotnet = """
            #!/bin/sh
            here=$(dirname "$0")
            case "$1" in
                --list-sdks) echo '10.0.100 [here]' ;;
                restore) exit 0 ;;
                publish)
                    if [ -n "$FAKE_BUILD_FAILS" ]; then echo 'Program.cs(1,1): error CS0000: it does not compile'; exit 1; fi
                    echo built >>"$here/builds"
                    sleep 0.3
                    while [ "$1" != -o ]; do shift; done
                    mkdir -p "$2"
                    echo program >"$2/sensorium-cli.dll"
                    ;;
                *) shift; echo "ran $* in $PWD" ;;
            esac
            """;

        private readonly TemporaryFolder _folder = new();

        public Tree()
        {
            Assert.SkipWhen(OperatingSystem.IsWindows(), "The launcher is for POSIX shells; Windows has its own.");
            File.Copy(Path.Combine(Repository.Root, "sensorium"), PathOf("sensorium"));
            foreach (string script in Directory.GetFiles(Path.Combine(Repository.Root, "eng"), "*.sh"))
            {
                Write($"eng/{Path.GetFileName(script)}", File.ReadAllText(script));
            }

            foreach (string path in (string[])["src/Sensorium.Cli/Program.cs", "mappings/perceptual.json", "sounds/keys.json", "models/LICENSES.md", "Directory.Build.props", "Directory.Packages.props", "global.json"])
            {
                Write(path, "first");
            }

            Directory.CreateDirectory(PathOf("tools"));
            foreach (string tool in Tools)
            {
                string? found = new[] { "/usr/bin", "/bin" }.Select(folder => Path.Combine(folder, tool)).FirstOrDefault(File.Exists);
                if (found is not null)
                {
                    File.CreateSymbolicLink(PathOf($"tools/{tool}"), found);
                }
            }

            WriteProgram("dotnet", FakeDotnet);
            WriteProgram("node", "#!/bin/sh\n");
            WriteProgram("npm", "#!/bin/sh\n");
        }

        public string Root => _folder.FullPath;

        public string Launcher => PathOf("sensorium");

        public int Builds => File.Exists(PathOf("tools/builds")) ? File.ReadAllLines(PathOf("tools/builds")).Length : 0;

        public void Write(string path, string text)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
            File.WriteAllText(PathOf(path), text);
        }

        public void Delete(string path) => File.Delete(PathOf(path));

        /// <summary>A user who may become the superuser, and a package manager that only pretends: it brings ffmpeg and npm.</summary>
        public void LetInstall()
        {
            // A link to the machine's own program must go before something is written in its place.
            Delete("tools/id");
            WriteProgram("id", "#!/bin/sh\necho 1000\n");
            WriteProgram("true", "#!/bin/sh\n");
            WriteProgram("sudo", "#!/bin/sh\nshift\nexec \"$@\"\n");
            WriteProgram("env", "#!/bin/sh\nshift\nexec \"$@\"\n");
            WriteProgram("apt-get", """
                #!/bin/sh
                here=$(dirname "$0")
                for name in ffmpeg ffprobe npm; do ln -sf "$here/node" "$here/$name"; done

                """);
        }

        public async Task<ProgramResult> RunAsync(string launcher, IReadOnlyList<string> args, string? folder = null, params (string Name, string? Value)[] environment)
        {
            (string, string?)[] alone = [("PATH", PathOf("tools")), ("SENSORIUM_FFMPEG", null), ("FAKE_BUILD_FAILS", null)];
            using ProgramRun run = ProgramRun.StartProgram(launcher, args, folder, [.. alone, .. environment]);
            return await run.EndAsync();
        }

        public void Dispose() => _folder.Dispose();

        private string PathOf(string path) => Path.Combine(_folder.FullPath, path);

        private void WriteProgram(string name, string text)
        {
            Write($"tools/{name}", text);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(PathOf($"tools/{name}"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }
    }
}
