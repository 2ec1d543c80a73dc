using System.Diagnostics;

namespace Sensorium.Library.Tests;

/// <summary>A real Supysonic on a free port of this machine, with its own database and three songs of two albums.</summary>
internal sealed class SupysonicServer : IAsyncDisposable
{
    public const string User = "alice";
    public const string Password = "geh&im \u00E9%41";

    private const string Program = """
        import sys
        from werkzeug.serving import make_server
        from supysonic.web import create_application
        server = make_server("127.0.0.1", int(sys.argv[1]), create_application())
        print(server.port, flush=True)
        server.serve_forever()
        """;

    private readonly PlayerFolder _folder = new();
    private readonly List<string> _log = [];
    private Process? _process;
    private string _cli = string.Empty;

    /// <summary>The Python that its own command runs with, which need not be the first on PATH.</summary>
    public required string Python { get; init; }

    public SubsonicSettings Settings { get; private set; } = null!;

    /// <summary>How often the sound of a song was asked for so far.</summary>
    public int Fetches
    {
        get
        {
            lock (_log)
            {
                return _log.Count(line => line.Contains("/rest/download", StringComparison.Ordinal) || line.Contains("/rest/stream", StringComparison.Ordinal));
            }
        }
    }

    public string PathOf(string song) => _folder["music/" + song];

    public static async Task<SupysonicServer> StartAsync()
    {
        string cli = PlayerTool.Need("supysonic-cli");
        var server = new SupysonicServer { Python = File.ReadLines(cli).First().TrimStart('#', '!').Split(' ')[0] };
        try
        {
            server._cli = cli;
            await server.PrepareAsync(cli);
            await server.ComeBackAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts it, again at the port that it had.</summary>
    public async Task ComeBackAsync()
    {
        _process = PlayerTool.Start(Python, _folder.Path, "-c", Program, $"{Settings?.Url.Port ?? 0}");
        _process.ErrorDataReceived += (_, line) =>
        {
            lock (_log)
            {
                _log.Add(line.Data ?? string.Empty);
            }
        };
        _process.BeginErrorReadLine();
        string? port = await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        Assert.True(int.TryParse(port, out _), "Supysonic did not start.");
        Settings = new SubsonicSettings { Url = new Uri($"http://127.0.0.1:{port}"), User = User, Password = Password, MostTime = TimeSpan.FromMinutes(2) };
    }

    /// <summary>Ends it; its database stays.</summary>
    public async Task GoDownAsync()
    {
        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
            _process.Dispose();
            _process = null;
        }
    }

    /// <summary>Has it look for what is new, changed or gone in its folder.</summary>
    public Task LookAsync() => PlayerTool.RunAsync(_cli, _folder.Path, "folder", "scan", "--foreground", "music");

    /// <summary>Asks its database, past the server.</summary>
    public async Task<string> QueryAsync(string sql, bool writes = false) => (await PlayerTool.RunAsync(
        Python, _folder.Path, "-c", $"import sqlite3, sys\nc = sqlite3.connect('s.db', timeout=60)\nfor row in c.execute(sys.argv[1]): print(*row, sep='|')\n{(writes ? "c.commit()" : string.Empty)}", sql)).TrimEnd();

    public async ValueTask DisposeAsync()
    {
        await GoDownAsync();
        _folder.Dispose();
    }

    private async Task PrepareAsync(string cli)
    {
        await PlayerTool.ToneAsync(PathOf("Ann/First/01 한글.mp3"), 2, "한글 노래", "Ann", "First");
        await PlayerTool.ToneAsync(PathOf("Ann/First/02.mp3"), 3, "Two", "Ann", "First");
        await PlayerTool.ToneAsync(PathOf("Bob/Second/01.mp3"), 4, "Three (feat. Ann)", "Bob", "Second");
        File.WriteAllText(_folder["supysonic.conf"], $"""
            [base]
            database_uri = sqlite:///{_folder["s.db"]}
            [webapp]
            cache_dir = {_folder["cache"]}
            mount_webui = off
            [daemon]
            socket = {_folder["d.sock"]}
            run_watcher = off
            """);
        await PlayerTool.RunAsync(cli, _folder.Path, "user", "add", User, "-p", Password);
        await PlayerTool.RunAsync(cli, _folder.Path, "folder", "add", "music", _folder["music"]);
        await LookAsync();
    }
}
