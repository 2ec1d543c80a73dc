using System.Collections.Concurrent;
using System.Diagnostics.Tracing;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Sensorium.Inference;

namespace Sensorium.Tests;

public sealed class NoConnectionTests
{
    [Fact]
    public async Task RunAsync_NoEndpointNamed_AttemptsNoConnection()
    {
        string folder = AppContext.BaseDirectory;
        using FeelModels models = new(new ModelCatalogue([Path.Combine(folder, "models")]), [], attributes: false, _ => null);
        using Connections connections = new();

        await new FeelFlow(models).RunAsync(Path.Combine(folder, "samples", "harbour.png"), new FeelOptions { Subject = FeelSubject.Scene }, TestContext.Current.CancellationToken);
        await new FeelFlow(models).RunAsync(FeelInput.OfWords("What a day"), new FeelOptions(), TestContext.Current.CancellationToken);

        Assert.Null(models.Transcriber);
        Assert.Empty(connections.Seen);
    }

    [Fact]
    public async Task Connections_OneThatIsMade_IsSeen()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        using Connections connections = new();
        using TcpClient client = new();

        await client.ConnectAsync((IPEndPoint)listener.LocalEndpoint, TestContext.Current.CancellationToken);

        Assert.NotEmpty(connections.Seen);
    }

    /// <summary>Hears of every connection that code under the current test attempts, from the runtime's own events.</summary>
    private sealed class Connections : EventListener
    {
        private readonly AsyncLocal<bool> _isMine = new();

        public Connections() => _isMine.Value = true;

        public ConcurrentQueue<string> Seen { get; } = new();

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name is "System.Net.Sockets" or "System.Net.Http" or "System.Net.NameResolution")
            {
                EnableEvents(eventSource, EventLevel.Informational);
            }
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
        {
            if (_isMine?.Value == true && eventData.EventName is "ConnectStart" or "RequestStart" or "ResolutionStart")
            {
                Seen.Enqueue(new StringBuilder(eventData.EventName).AppendJoin(' ', eventData.Payload ?? []).ToString());
            }
        }
    }
}
