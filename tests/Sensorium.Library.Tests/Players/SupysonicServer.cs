using System.Diagnostics;

namespace Sensorium.Library.Tests;

/// <summary>A real Supysonic on a free port of this machine, with its own database and three songs of two albums.</summary>
internal sealed class SupysonicServer : IAsyncDisposable
{
    public const string User = "alice";
    public const string Password = "geh&im \u00E9%41";

    private const string Program = """
        from werkzeug.serving import make_server
        from supysonic.web import create_application
        server = make_server("127.0.0.1", 0, create_application())
        print(server.port, flush=True)
        server.serve_forever()
        """;

    private readonly PlayerFolder _folder = new();
    private Process? _process;

    /// <summary>The Python that its own command runs with, which need not be the first on PATH.</summary>
    public required string Python { get; init; }

    public SubsonicSettings Settings { get; private set; } = null!;

    public string PathOf(string song) => _folder["music/" + song];

    public static async Task<SupysonicServer> StartAsync()
    {
        string cli = PlayerTool.Need("supysonic-cli");
        var server = new SupysonicServer { Python = File.ReadLines(cli).First().TrimStart('#', '!').Split(' ')[0] };
        try
        {
            await server.PrepareAsync(cli);
            server._process = PlayerTool.Start(server.Python, server._folder.Path, "-c", Program);
            server._process.BeginErrorReadLine();
            string? port = await server._process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            Assert.True(int.TryParse(port, out _), "Supysonic did not start.");
            server.Settings = new SubsonicSettings { Url = new Uri($"http://127.0.0.1:{port}"), User = User, Password = Password, MostTime = TimeSpan.FromMinutes(2) };
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Asks its database, past the server.</summary>
    public async Task<string> QueryAsync(string sql) => (await PlayerTool.RunAsync(
        Python, _folder.Path, "-c", "import sqlite3, sys\nfor row in sqlite3.connect('s.db').execute(sys.argv[1]): print(*row, sep='|')", sql)).TrimEnd();

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
            _process.Dispose();
        }

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
        await PlayerTool.RunAsync(cli, _folder.Path, "folder", "scan", "--foreground", "music");
    }
}
