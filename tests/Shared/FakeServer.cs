using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Sensorium.Testing;

/// <summary>A small HTTP server on this machine that speaks what OpenAI-compatible servers speak, well or badly.</summary>
internal sealed class FakeServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;
    private readonly Queue<(int Status, byte[] Body, TimeSpan Wait, string Kind, string Headers)> _answers = new();

    public FakeServer()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <summary>The address that a user would configure.</summary>
    public Uri Url => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/v1");

    /// <summary>What was asked: the request line with its headers, and the body.</summary>
    public List<(string Head, string Body)> Requests { get; } = [];

    /// <summary>Adds an answer; the last one is given again and again.</summary>
    public FakeServer Answer(int status, string body, TimeSpan wait = default)
    {
        _answers.Enqueue((status, Encoding.UTF8.GetBytes(body), wait, "application/json", string.Empty));
        return this;
    }

    /// <summary>Adds an answer of any kind, with further headers that each end in CRLF; status 0 hangs up without a word.</summary>
    public FakeServer Answer(int status, byte[] body, string kind, string headers = "")
    {
        _answers.Enqueue((status, body, TimeSpan.Zero, kind, headers));
        return this;
    }

    /// <summary>A chat completion with some content, as servers write it.</summary>
    public static string Chat(string content) =>
        "{\"id\":\"c1\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,\"finish_reason\":\"stop\",\"message\":{\"role\":\"assistant\",\"content\":"
        + System.Text.Json.JsonSerializer.Serialize(content) + "}}],\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":1,\"total_tokens\":2}}";

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        List<Task> open = [];
        try
        {
            while (true)
            {
                open.Add(ServeOneAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(open);
        }
    }

    private async Task ServeOneAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                NetworkStream stream = client.GetStream();
                (string head, string body) = await ReadAsync(stream);
                (int status, byte[] bytes, TimeSpan wait, string kind, string headers) answer;
                lock (Requests)
                {
                    Requests.Add((head, body));
                    answer = _answers.Count > 1 ? _answers.Dequeue() : _answers.Peek();
                }

                await Task.Delay(answer.wait, _stop.Token);
                if (answer.status == 0)
                {
                    client.LingerState = new LingerOption(enable: true, seconds: 0);
                    return;
                }

                string lead = $"HTTP/1.1 {answer.status} X\r\nContent-Type: {answer.kind}\r\nContent-Length: {answer.bytes.Length}\r\n{answer.headers}Connection: close\r\n\r\n";
                await stream.WriteAsync(Encoding.ASCII.GetBytes(lead), _stop.Token);
                await stream.WriteAsync(answer.bytes, _stop.Token);
            }
            catch (Exception error) when (error is OperationCanceledException or IOException)
            {
                // The client gave up.
            }
        }
    }

    private async Task<(string Head, string Body)> ReadAsync(NetworkStream stream)
    {
        using MemoryStream all = new();
        byte[] block = new byte[1 << 16];
        int end = -1;
        string head = string.Empty;
        while (true)
        {
            int read = await stream.ReadAsync(block, _stop.Token);
            all.Write(block, 0, read);
            if (end < 0 && all.GetBuffer().AsSpan(0, (int)all.Length).IndexOf("\r\n\r\n"u8) is >= 0 and int found)
            {
                end = found + 4;
                head = Encoding.ASCII.GetString(all.GetBuffer(), 0, end);
            }

            bool isChunked = head.Contains("chunked", StringComparison.OrdinalIgnoreCase);
            bool isWhole = end >= 0 && (isChunked
                ? all.GetBuffer().AsSpan(0, (int)all.Length).EndsWith("\r\n0\r\n\r\n"u8)
                : all.Length >= end + LengthOf(head));
            if (isWhole || read == 0)
            {
                return (head, Encoding.Latin1.GetString(all.GetBuffer(), Math.Max(end, 0), (int)all.Length - Math.Max(end, 0)));
            }
        }
    }

    private static long LengthOf(string head) => head.Split("\r\n")
        .Where(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
        .Select(line => long.Parse(line.AsSpan(15)))
        .FirstOrDefault();
}
