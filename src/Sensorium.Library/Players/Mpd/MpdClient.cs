using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Sensorium.Library;

/// <summary>
/// Speaks MPD's protocol of lines over TCP or a Unix socket. One command or list at a time; not safe for use by several threads at once.
/// After an error of the connection only <see cref="DisposeAsync"/> is left; a refused command leaves it usable.
/// </summary>
public sealed class MpdClient : IAsyncDisposable
{
    private const int MostFields = 4_000_000;
    private readonly MpdAddress _address;
    private readonly Socket _socket;
    private readonly NetworkStream _stream;
    private readonly MpdLines _lines;
    private readonly TimeSpan _mostTime;
    private readonly TimeProvider _timeProvider;

    private MpdClient(MpdAddress address, Socket socket, TimeSpan mostTime, TimeProvider timeProvider)
    {
        _address = address;
        _socket = socket;
        _stream = new NetworkStream(socket, ownsSocket: true);
        _lines = new MpdLines(_stream);
        _mostTime = mostTime;
        _timeProvider = timeProvider;
    }

    /// <summary>The version of the protocol that MPD named, e.g. 0.23.5.</summary>
    public Version Version { get; private set; } = new(0, 0);

    /// <summary>Whether the connection is a Unix socket, over which MPD takes files outside its music folder.</summary>
    public bool IsLocal => _address.IsSocket;

    /// <summary>Connects, reads the greeting and gives the password, if there is one.</summary>
    /// <param name="address">Where MPD listens.</param>
    /// <param name="mostTime">Longest time for connecting and for each answer; null for 10 s. Default null.</param>
    /// <param name="timeProvider">The clock of the time limit; null takes the system's. Default null.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The connection, to be disposed of.</returns>
    /// <exception cref="PlayerFailedException">It cannot be reached, is no MPD, or refuses the password.</exception>
    public static async Task<MpdClient> ConnectAsync(MpdAddress address, TimeSpan? mostTime = null, TimeProvider? timeProvider = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(address);
        Socket socket = address.IsSocket
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        MpdClient? client = null;
        try
        {
            await LimitAsync(address, mostTime ?? TimeSpan.FromSeconds(10), timeProvider ?? TimeProvider.System, OpenAsync, cancellationToken);
            client = new MpdClient(address, socket, mostTime ?? TimeSpan.FromSeconds(10), timeProvider ?? TimeProvider.System);
            await client.GreetAsync(cancellationToken);
            return client;
        }
        catch
        {
            socket.Dispose();
            throw;
        }

        async Task<bool> OpenAsync(CancellationToken stop)
        {
            if (address.IsSocket)
            {
                // An abstract socket's name begins with a zero sign.
                await socket.ConnectAsync(new UnixDomainSocketEndPoint(address.Host.StartsWith('@') ? $"\0{address.Host[1..]}" : address.Host), stop);
            }
            else
            {
                await socket.ConnectAsync(address.Host, address.Port, stop);
            }

            return true;
        }
    }

    /// <summary>Sends a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The lines of the answer.</returns>
    /// <exception cref="MpdRefusedException">MPD refused it.</exception>
    /// <exception cref="PlayerFailedException">The connection is broken.</exception>
    /// <exception cref="MalformedInputException">An argument cannot be sent.</exception>
    public async Task<IReadOnlyList<MpdField>> SendAsync(MpdCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        (IReadOnlyList<IReadOnlyList<MpdField>> answers, MpdRefusedException? refusal) = await TrySendAllAsync([command], cancellationToken);
        return refusal is null ? answers[0] : throw refusal;
    }

    /// <summary>Sends commands as one list, which MPD carries out in order up to the first that fails.</summary>
    /// <param name="commands">The commands.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The answers to those that were carried out, and the refusal of the one that was not; null where there is none.</returns>
    /// <exception cref="PlayerFailedException">The connection is broken.</exception>
    /// <exception cref="MalformedInputException">An argument cannot be sent; nothing was.</exception>
    public async Task<(IReadOnlyList<IReadOnlyList<MpdField>> Answers, MpdRefusedException? Refusal)> TrySendAllAsync(
        IReadOnlyList<MpdCommand> commands, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(commands);
        if (commands.Count == 0)
        {
            return ([], null);
        }

        var text = new StringBuilder("command_list_ok_begin\n");
        foreach (MpdCommand command in commands)
        {
            text.Append(command.ToLine()).Append('\n');
        }

        byte[] bytes = Encoding.UTF8.GetBytes(text.Append("command_list_end\n").ToString());
        return await LimitAsync(_address, _mostTime, _timeProvider, ExchangeAsync, cancellationToken);

        async Task<(IReadOnlyList<IReadOnlyList<MpdField>>, MpdRefusedException?)> ExchangeAsync(CancellationToken stop)
        {
            // A long list is answered while it is still being sent; who does not listen meanwhile may wait for ever.
            Task sending = _stream.WriteAsync(bytes, stop).AsTask();
            var result = await ReadAnswersAsync(stop);
            await sending;
            return result;
        }
    }

    /// <summary>Asks how the player stands.</summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Its status.</returns>
    /// <exception cref="PlayerFailedException">MPD refused, or the connection is broken.</exception>
    public async Task<MpdStatus> StatusAsync(CancellationToken cancellationToken = default) =>
        MpdStatus.Read(await SendAsync(new MpdCommand("status"), cancellationToken));

    /// <summary>Asks for the song that plays or is paused.</summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The song; null where there is none.</returns>
    /// <exception cref="PlayerFailedException">MPD refused, or the connection is broken.</exception>
    public async Task<MpdSong?> CurrentSongAsync(CancellationToken cancellationToken = default) =>
        MpdSong.ReadAll(await SendAsync(new MpdCommand("currentsong"), cancellationToken)) is [var song, ..] ? song : null;

    /// <summary>Asks for the queue.</summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Its songs, in order.</returns>
    /// <exception cref="PlayerFailedException">MPD refused, or the connection is broken.</exception>
    public async Task<IReadOnlyList<MpdSong>> QueueAsync(CancellationToken cancellationToken = default) =>
        MpdSong.ReadAll(await SendAsync(new MpdCommand("playlistinfo"), cancellationToken));

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return _stream.DisposeAsync();
    }

    private static async Task<T> LimitAsync<T>(MpdAddress address, TimeSpan mostTime, TimeProvider timeProvider, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        using CancellationTokenSource timeout = new(mostTime, timeProvider);
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            return await work(stop.Token);
        }
        catch (Exception error) when (error is not SensoriumException && !cancellationToken.IsCancellationRequested)
        {
            throw error switch
            {
                _ when timeout.IsCancellationRequested => MpdErrors.TooSlow(address, mostTime, error),
                SocketException or IOException or InvalidDataException or ObjectDisposedException => MpdErrors.Unreachable(address, error.Message.TrimEnd('.'), error),
                _ => error,
            };
        }
    }

    private async Task GreetAsync(CancellationToken cancellationToken)
    {
        const string Start = "OK MPD ";
        string? line = await LimitAsync(_address, _mostTime, _timeProvider, stop => _lines.ReadAsync(stop).AsTask(), cancellationToken);
        Version = line?.StartsWith(Start, StringComparison.Ordinal) == true && Version.TryParse(line[Start.Length..].Trim(), out Version? version)
            ? version
            : throw MpdErrors.NotMpd(_address, line ?? string.Empty);
        if (_address.Password is { } password)
        {
            await SendAsync(new MpdCommand("password", password), cancellationToken);
        }
    }

    private async Task<(IReadOnlyList<IReadOnlyList<MpdField>> Answers, MpdRefusedException? Refusal)> ReadAnswersAsync(CancellationToken cancellationToken)
    {
        List<IReadOnlyList<MpdField>> answers = [];
        List<MpdField> fields = [];
        for (int count = 0; count < MostFields; count++)
        {
            string line = await _lines.ReadAsync(cancellationToken) ?? throw new IOException("the connection was closed");
            switch (line)
            {
                case "OK":
                    return (answers, null);
                case "list_OK":
                    answers.Add(fields);
                    fields = [];
                    break;
                case var _ when line.StartsWith("ACK ", StringComparison.Ordinal):
                    return (answers, Refusal(line));
                default:
                    int colon = line.IndexOf(": ", StringComparison.Ordinal);
                    fields.Add(colon < 0 ? new MpdField(line.TrimEnd(':'), string.Empty) : new MpdField(line[..colon], line[(colon + 2)..]));
                    break;
            }
        }

        throw new InvalidDataException("the answer has too many lines");
    }

    // ACK [50@1] {addid} No such directory
    private MpdRefusedException Refusal(string line)
    {
        string[] parts = line["ACK ".Length..].Split([' '], 3);
        string[] numbers = parts[0].Trim('[', ']').Split('@');
        bool isKnown = parts.Length == 3 && numbers.Length == 2;
        return MpdErrors.Refused(
            _address,
            isKnown && int.TryParse(numbers[0], NumberStyles.None, CultureInfo.InvariantCulture, out int code) ? code : -1,
            isKnown && int.TryParse(numbers[1], NumberStyles.None, CultureInfo.InvariantCulture, out int index) ? index : 0,
            isKnown ? parts[1].Trim('{', '}') : string.Empty,
            isKnown ? parts[2] : line);
    }
}
