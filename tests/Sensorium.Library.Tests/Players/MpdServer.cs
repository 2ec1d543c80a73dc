using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Sensorium.Library.Tests;

/// <summary>A real MPD on a free port and a socket of this machine, with three songs and an output that plays into nothing.</summary>
internal sealed class MpdServer : IAsyncDisposable
{
    private readonly PlayerFolder _folder = new();
    private Process? _process;

    public const string Password = "se\"cr\\et";

    /// <summary>The songs below its music folder, in the order of their tones.</summary>
    public static readonly string[] Songs = ["Album/01 a \"b\" \\c.mp3", "Album/\u1100\u1161\u11a8 🎵.mp3", "other/03.mp3"];

    public string Music => _folder["music"];

    public string Outside => _folder["outside.mp3"];

    /// <summary>Over TCP a password is needed to play.</summary>
    public MpdAddress Tcp { get; private set; } = null!;

    public MpdAddress Socket => new() { Host = _folder["socket"] };

    public static async Task<MpdServer> StartAsync()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "MPD is tried on Unix only.");
        string program = PlayerTool.Need("mpd");
        var server = new MpdServer();
        try
        {
            await server.PrepareAsync();
            server._process = PlayerTool.Start(program, server._folder.Path, "--no-daemon", "--stderr", server._folder["mpd.conf"]);
            server._process.BeginErrorReadLine();
            server._process.BeginOutputReadLine();
            await server.WaitAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public string PathOf(int song) => Path.Combine(Music, Songs[song]);

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            _process.Kill();
            await _process.WaitForExitAsync(CancellationToken.None);
            _process.Dispose();
        }

        _folder.Dispose();
    }

    private async Task PrepareAsync()
    {
        for (int i = 0; i < Songs.Length; i++)
        {
            await PlayerTool.ToneAsync(PathOf(i), i == 2 ? 3 : 60, $"Song {i}", "Sine");
        }

        await PlayerTool.ToneAsync(Outside, 60, "Outside");
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Tcp = new MpdAddress { Host = "127.0.0.1", Port = ((IPEndPoint)free.LocalEndpoint).Port, Password = Password };
        }

        File.WriteAllText(_folder["mpd.conf"], $$"""
            music_directory "{{Music}}"
            db_file "{{_folder["db"]}}"
            bind_to_address "127.0.0.1"
            bind_to_address "{{_folder["socket"]}}"
            port "{{Tcp.Port}}"
            zeroconf_enabled "no"
            password "se\"cr\\et@read,add,control,admin"
            default_permissions "read"
            local_permissions "read,add,control,admin"
            audio_output {
                type "null"
                name "nothing"
            }
            """);
    }

    // The port is there once the greeting comes; the songs once no update runs.
    private async Task WaitAsync()
    {
        CancellationToken stop = TestContext.Current.CancellationToken;
        for (int attempt = 0; ; attempt++)
        {
            Assert.False(_process!.HasExited, "mpd ended at once.");
            try
            {
                await using MpdClient client = await MpdClient.ConnectAsync(Tcp, TimeSpan.FromSeconds(60), cancellationToken: stop);
                await client.SendAsync(new MpdCommand("update"), stop);
                while ((await client.SendAsync(new MpdCommand("status"), stop)).Any(field => field.Name == "updating_db"))
                {
                    await Task.Delay(100, stop);
                }

                return;
            }
            catch (PlayerFailedException error) when (error is not MpdRefusedException && attempt < 600)
            {
                await Task.Delay(100, stop);
            }
        }
    }
}
