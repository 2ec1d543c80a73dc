using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Sensorium.Library.Tests;

/// <summary>Says something to everybody who connects, then is silent; where it has nothing to say, it hangs up.</summary>
internal sealed class LineServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<TcpClient> _clients = [];
    private readonly Task _serving;

    public LineServer(string says)
    {
        _listener.Start();
        Address = new MpdAddress { Host = "127.0.0.1", Port = ((IPEndPoint)_listener.LocalEndpoint).Port };
        _serving = ServeAsync(Encoding.UTF8.GetBytes(says));
    }

    public MpdAddress Address { get; }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving;
        _clients.ForEach(client => client.Dispose());
    }

    private async Task ServeAsync(byte[] says)
    {
        try
        {
            while (true)
            {
                TcpClient client = await _listener.AcceptTcpClientAsync(CancellationToken.None);
                _clients.Add(client);
                await client.GetStream().WriteAsync(says, CancellationToken.None);
                if (says.Length == 0)
                {
                    client.Dispose();
                }
            }
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException or IOException or InvalidOperationException)
        {
            // The test is over: the listener was stopped while it waited, or just before it would have.
        }
    }
}
