using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Sensorium.Browser.Tests;

/// <summary>
/// A headless Firefox with an empty profile, driven by WebDriver BiDi (W3C Working Draft) over its remote debugging port: only the few
/// commands that the tests need.
/// </summary>
internal sealed partial class Firefox : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly string _profile = Directory.CreateTempSubdirectory("sensorium-firefox-").FullName;
    private readonly ClientWebSocket _socket = new();
    private readonly List<string> _errors = [];
    private Process? _process;
    private string _context = string.Empty;
    private int _lastId;

    /// <summary>Errors that the page's console and its scripts reported.</summary>
    public IReadOnlyList<string> Errors => _errors;

    public static async Task<Firefox> LaunchAsync(string path)
    {
        Firefox firefox = new();
        try
        {
            await firefox.StartAsync(path);
            return firefox;
        }
        catch
        {
            await firefox.DisposeAsync();
            throw;
        }
    }

    /// <summary>Opens a page and waits until it is loaded.</summary>
    public Task NavigateAsync(string url) => SendAsync("browsingContext.navigate", new JsonObject { ["context"] = _context, ["url"] = url, ["wait"] = "complete" });

    /// <summary>Evaluates an expression, awaits its promise, and gives back its value as JSON.</summary>
    public async Task<JsonNode?> EvaluateAsync(string expression)
    {
        JsonNode answer = await SendAsync("script.evaluate", new JsonObject
        {
            ["expression"] = $"(async () => JSON.stringify(await ({expression})) ?? 'null')()",
            ["target"] = new JsonObject { ["context"] = _context },
            ["awaitPromise"] = true,
        });
        return answer["type"]?.GetValue<string>() == "success"
            ? JsonNode.Parse(answer["result"]!["value"]!.GetValue<string>())
            : throw new InvalidOperationException(answer.ToJsonString());
    }

    /// <summary>Clicks with a real mouse: it counts as a user's gesture.</summary>
    public Task ClickAsync(int x, int y) => PointerAsync(x, y, press: true);

    /// <summary>Moves the mouse.</summary>
    public Task MoveAsync(int x, int y) => PointerAsync(x, y, press: false);

    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        if (_process is { HasExited: false } process)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        _process?.Dispose();
        Directory.Delete(_profile, recursive: true);
    }

    private async Task StartAsync(string path)
    {
        // Firefox's own stand-in for a sound card: without one, an AudioContext never begins to run.
        await File.WriteAllTextAsync(Path.Combine(_profile, "user.js"), "user_pref(\"media.cubeb.force_mock_context\", true);\n");
        ProcessStartInfo start = new(path) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (string argument in new[] { "--headless", "--no-remote", "--new-instance", "--profile", _profile, "--remote-debugging-port", "0", "--width", "1280", "--height", "900" })
        {
            start.ArgumentList.Add(argument);
        }

        // A home of its own: nothing of the user's is read or written.
        start.Environment["HOME"] = _profile;
        start.Environment["MOZ_CRASHREPORTER_DISABLE"] = "1";
        _process = Process.Start(start) ?? throw new InvalidOperationException("Firefox did not start.");
        TaskCompletionSource<string> address = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is { } text && Listening().Match(text) is { Success: true } match)
            {
                address.TrySetResult(match.Groups[1].Value);
            }
        };
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
        string root = await address.Task.WaitAsync(Patience);
        using CancellationTokenSource patience = new(Patience);
        await _socket.ConnectAsync(new Uri($"{root}/session"), patience.Token);
        await SendAsync("session.new", new JsonObject { ["capabilities"] = new JsonObject() });
        await SendAsync("session.subscribe", new JsonObject { ["events"] = new JsonArray("log.entryAdded") });

        // The first window of a headless Firefox never has the focus; one that a command opens does.
        JsonNode window = await SendAsync("browsingContext.create", new JsonObject { ["type"] = "window" });
        _context = window["context"]!.GetValue<string>();
    }

    private async Task PointerAsync(int x, int y, bool press)
    {
        JsonArray actions = [new JsonObject { ["type"] = "pointerMove", ["x"] = x, ["y"] = y }];
        if (press)
        {
            actions.Add((JsonNode)new JsonObject { ["type"] = "pointerDown", ["button"] = 0 });
            actions.Add((JsonNode)new JsonObject { ["type"] = "pointerUp", ["button"] = 0 });
        }

        await SendAsync("input.performActions", new JsonObject
        {
            ["context"] = _context,
            ["actions"] = new JsonArray(new JsonObject { ["type"] = "pointer", ["id"] = "mouse", ["actions"] = actions }),
        });
    }

    /// <summary>Sends a command and waits for its answer; events that come between are kept.</summary>
    private async Task<JsonNode> SendAsync(string method, JsonObject parameters)
    {
        int id = ++_lastId;
        JsonObject command = new() { ["id"] = id, ["method"] = method, ["params"] = parameters };
        using CancellationTokenSource patience = new(Patience);
        await _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(command), WebSocketMessageType.Text, endOfMessage: true, patience.Token);
        while (true)
        {
            JsonNode message = await ReceiveAsync(patience.Token);
            if (message["method"]?.GetValue<string>() == "log.entryAdded")
            {
                Keep(message["params"]!);
            }
            else if (message["id"]?.GetValue<int>() == id)
            {
                return message["type"]?.GetValue<string>() == "success"
                    ? message["result"]!
                    : throw new InvalidOperationException($"{method}: {message.ToJsonString()}");
            }
        }
    }

    private void Keep(JsonNode entry)
    {
        if (entry["level"]?.GetValue<string>() is "error")
        {
            _errors.Add(entry["text"]?.GetValue<string>() ?? string.Empty);
        }
    }

    private async Task<JsonNode> ReceiveAsync(CancellationToken cancellationToken)
    {
        using MemoryStream message = new();
        byte[] buffer = new byte[16384];
        WebSocketReceiveResult part;
        do
        {
            part = await _socket.ReceiveAsync(buffer, cancellationToken);
            message.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return JsonNode.Parse(Encoding.UTF8.GetString(message.ToArray())) ?? throw new InvalidOperationException("Firefox sent nothing.");
    }

    [GeneratedRegex(@"WebDriver BiDi listening on (ws://\S+)")]
    private static partial Regex Listening();
}
