using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Sensorium.Library;

/// <summary>
/// Speaks the Subsonic API 1.16.1 with the parts of OpenSubsonic that it needs, in JSON. Servers down to 1.8.0 answer; those before 1.13.0
/// know no tokens and are sent the password where that is safe. Safe for use by several threads at once from the first answer on.
/// </summary>
public sealed class SubsonicClient : IDisposable
{
    /// <summary>The version of the API that it names.</summary>
    public const string ApiVersion = "1.16.1";

    private const string ClientName = "sensorium";
    private const int PageSize = 500;
    private const int MostAlbums = 1_000_000;
    private const int MostAnswerBytes = 64 << 20;

    private const int MostWordBytes = 1 << 20;
    private const int PieceBytes = 1 << 16;

    // Longer requests go into the body: servers and what stands before them refuse long addresses.
    private const int LongestQuery = 4000;

    private readonly SubsonicSettings _settings;
    private readonly SubsonicSignature _signature;
    private readonly HttpClient _http;
    private readonly TimeProvider _timeProvider;

    /// <summary>Creates the client; nothing is sent.</summary>
    /// <param name="settings">Where the server is, and who asks.</param>
    /// <param name="timeProvider">The clock of the time limit; null takes the system's. Default null.</param>
    public SubsonicClient(SubsonicSettings settings, TimeProvider? timeProvider = null)
    {
        ArgumentNullException.ThrowIfNull(settings);
        _settings = settings;
        Address = ServerPlace.AddressOf(settings.Url);
        _signature = new SubsonicSignature(settings);
        _timeProvider = timeProvider ?? TimeProvider.System;
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
        {
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = MostAnswerBytes,
        };
    }

    /// <summary>The server's address, as the catalogue keeps it.</summary>
    public string Address { get; }

    /// <summary>Asks whether the server is there and knows the user.</summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>What it says of itself.</returns>
    /// <exception cref="PlayerFailedException">It cannot be reached, or refuses.</exception>
    public async Task<SubsonicServer> PingAsync(CancellationToken cancellationToken = default)
    {
        JsonElement answer = await AskAsync("ping", [], cancellationToken);
        return new SubsonicServer(
            VersionOf(answer), SubsonicJson.Text(answer, "type"), SubsonicJson.Text(answer, "serverVersion"), SubsonicJson.Member(answer, "openSubsonic").ValueKind == JsonValueKind.True);
    }

    /// <summary>Asks for the extensions of OpenSubsonic that the server has.</summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Their names, e.g. <c>formPost</c>; none where it does not follow OpenSubsonic.</returns>
    /// <exception cref="PlayerFailedException">It cannot be reached, or refuses.</exception>
    public async Task<IReadOnlyList<string>> GetExtensionsAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            JsonElement answer = await AskAsync("getOpenSubsonicExtensions", [], cancellationToken);
            return [.. SubsonicJson.Items(answer, "openSubsonicExtensions").Select(extension => SubsonicJson.Text(extension, "name")).OfType<string>()];
        }
        catch (SubsonicRefusedException error) when (error.Code is 0 or 10 or 70)
        {
            return [];
        }
    }

    /// <summary>Reads all songs, album by album.</summary>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The songs, each once.</returns>
    /// <exception cref="PlayerFailedException">The server cannot be reached, or refuses.</exception>
    public async IAsyncEnumerable<SubsonicSong> ReadSongsAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var albums = new HashSet<string>(StringComparer.Ordinal);
        var songs = new HashSet<string>(StringComparer.Ordinal);
        for (int offset = 0; offset < MostAlbums;)
        {
            JsonElement page = await AskAsync("getAlbumList2", [("type", "alphabeticalByName"), ("size", PageSize.ToString()), ("offset", offset.ToString())], cancellationToken);
            string[] ids = [.. SubsonicJson.Items(SubsonicJson.Member(page, "albumList2"), "album").Select(album => SubsonicJson.Text(album, "id")).OfType<string>()];

            // Some servers give fewer than asked for; only a page without anything new is the end.
            string[] fresh = [.. ids.Where(albums.Add)];
            if (fresh.Length == 0)
            {
                yield break;
            }

            offset += ids.Length;
            foreach (string id in fresh)
            {
                JsonElement album = await ReadAlbumAsync(id, cancellationToken);
                foreach (SubsonicSong song in SubsonicJson.Items(SubsonicJson.Member(album, "album"), "song").Select(SubsonicJson.Song).OfType<SubsonicSong>())
                {
                    if (songs.Add(song.Id))
                    {
                        yield return song;
                    }
                }
            }
        }
    }

    // One that went away since the list was made, or that only the list knows, has no songs; the others are read all the same.
    private async Task<JsonElement> ReadAlbumAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            return await AskAsync("getAlbum", [("id", id)], cancellationToken);
        }
        catch (SubsonicRefusedException error) when (error.Code == 70)
        {
            return default;
        }
    }

    /// <summary>Asks for the playlists that the user may see.</summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The playlists.</returns>
    /// <exception cref="PlayerFailedException">The server cannot be reached, or refuses.</exception>
    public async Task<IReadOnlyList<SubsonicPlaylist>> GetPlaylistsAsync(CancellationToken cancellationToken = default)
    {
        JsonElement answer = await AskAsync("getPlaylists", [], cancellationToken);
        return [.. SubsonicJson.Items(SubsonicJson.Member(answer, "playlists"), "playlist").Select(SubsonicJson.Playlist).OfType<SubsonicPlaylist>()];
    }

    /// <summary>Asks for the songs of a playlist.</summary>
    /// <param name="id">The playlist's identifier.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The songs, in order.</returns>
    /// <exception cref="PlayerFailedException">The server cannot be reached, or refuses.</exception>
    public async Task<IReadOnlyList<SubsonicSong>> GetPlaylistAsync(string id, CancellationToken cancellationToken = default)
    {
        JsonElement answer = await AskAsync("getPlaylist", [("id", id)], cancellationToken);
        return [.. SubsonicJson.Items(SubsonicJson.Member(answer, "playlist"), "entry").Select(SubsonicJson.Song).OfType<SubsonicSong>()];
    }

    /// <summary>Makes a playlist, or gives the user's own one of that name other songs.</summary>
    /// <param name="name">Its name; control signs become spaces.</param>
    /// <param name="songIds">The songs' identifiers, in order.</param>
    /// <param name="comment">What it is for; null for nothing. Default null.</param>
    /// <param name="replaces">Whether a playlist of that name may be overwritten. Default false.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The playlist as the server has it now.</returns>
    /// <exception cref="PlayerFailedException">The server cannot be reached or refuses, or there is one of that name already.</exception>
    public async Task<SubsonicPlaylist> SavePlaylistAsync(
        string name, IReadOnlyList<string> songIds, string? comment = null, bool replaces = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(songIds);
        string clean = PlaylistText.Clean(name) ?? throw new ArgumentException("A playlist needs a name.", nameof(name));
        IReadOnlyList<SubsonicPlaylist> before = await GetPlaylistsAsync(cancellationToken);
        SubsonicPlaylist? old = before.FirstOrDefault(IsOurs);
        if (old is not null && !replaces)
        {
            throw SubsonicErrors.PlaylistExists(clean);
        }

        JsonElement answer = await AskAsync(
            "createPlaylist",
            [old is null ? ("name", clean) : ("playlistId", old.Id), .. songIds.Select(id => ("songId", id))],
            cancellationToken);

        // Before 1.14.0 the answer is empty, and the new one is whichever was not there.
        SubsonicPlaylist made = SubsonicJson.Playlist(SubsonicJson.Member(answer, "playlist")) ?? old
            ?? (await GetPlaylistsAsync(cancellationToken)).FirstOrDefault(playlist => IsOurs(playlist) && before.All(known => known.Id != playlist.Id))
            ?? throw SubsonicErrors.NotStored(clean);
        if (PlaylistText.Clean(comment) is { } note)
        {
            await AskAsync("updatePlaylist", [("playlistId", made.Id), ("comment", note)], cancellationToken);
            made = made with { Comment = note };
        }

        return made with { SongCount = songIds.Count };

        bool IsOurs(SubsonicPlaylist playlist) => playlist.Name == clean && (playlist.Owner is null || _settings.Key is not null || playlist.Owner == _settings.User);
    }

    /// <summary>Adds songs to the end of a playlist.</summary>
    /// <param name="playlistId">The playlist's identifier.</param>
    /// <param name="songIds">The songs' identifiers, in order.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>When the server has taken them.</returns>
    /// <exception cref="PlayerFailedException">The server cannot be reached, or refuses.</exception>
    public Task AddToPlaylistAsync(string playlistId, IReadOnlyList<string> songIds, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(songIds);
        return AskAsync("updatePlaylist", [("playlistId", playlistId), .. songIds.Select(id => ("songIdToAdd", id))], cancellationToken);
    }

    /// <summary>Makes songs the queue that the user's players go on with (API 1.12.0).</summary>
    /// <param name="songIds">The songs' identifiers, in order; none empties the queue.</param>
    /// <param name="position">Where in the first song to go on. Default the beginning.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>When the server has taken it.</returns>
    /// <exception cref="PlayerFailedException">The server cannot be reached, or refuses.</exception>
    public Task SavePlayQueueAsync(IReadOnlyList<string> songIds, TimeSpan position = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(songIds);
        ArgumentOutOfRangeException.ThrowIfLessThan(position, TimeSpan.Zero);
        (string, string)[] current = songIds.Count == 0 ? [] : [("current", songIds[0]), ("position", ((long)position.TotalMilliseconds).ToString())];
        return AskAsync("savePlayQueue", [.. songIds.Select(id => ("id", id)), .. current], cancellationToken);
    }

    /// <summary>Asks for the queue that was saved last (API 1.12.0).</summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Its songs, in order.</returns>
    /// <exception cref="PlayerFailedException">The server cannot be reached, or refuses.</exception>
    public async Task<IReadOnlyList<SubsonicSong>> GetPlayQueueAsync(CancellationToken cancellationToken = default)
    {
        JsonElement answer = await AskAsync("getPlayQueue", [], cancellationToken);
        return [.. SubsonicJson.Items(SubsonicJson.Member(answer, "playQueue"), "entry").Select(SubsonicJson.Song).OfType<SubsonicSong>()];
    }

    /// <summary>Fetches the sound of a song as it lies on the server (<c>download</c>); where that is not allowed or not known, as a raw stream.</summary>
    /// <param name="songId">The song's identifier.</param>
    /// <param name="target">Receives the bytes; it must be able to go back to its beginning.</param>
    /// <param name="limits">How much it may ask for; null for the defaults. Default null.</param>
    /// <param name="cancellationToken">Stops fetching.</param>
    /// <returns>When all is there.</returns>
    /// <exception cref="ServerUnreachableException">The server cannot be reached, or has fallen silent.</exception>
    /// <exception cref="PlayerFailedException">The server refuses.</exception>
    /// <exception cref="LimitReachedException">The song is larger than allowed, or took too long.</exception>
    public async Task DownloadAsync(string songId, Stream target, FetchLimits? limits = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(songId);
        ArgumentNullException.ThrowIfNull(target);
        limits ??= new FetchLimits();
        try
        {
            await FetchAsync("download", [("id", songId)], target, limits, cancellationToken);
        }
        catch (PlayerFailedException error) when (error is not ServerUnreachableException and not SubsonicRefusedException { Code: >= 20 and not 50 })
        {
            await FetchAsync("stream", [("id", songId), ("format", "raw")], target, limits, cancellationToken);
        }
    }

    /// <summary>The address that a song's sound comes from. It holds a token, so that whoever has it can listen: hand it to a player, never to a file.</summary>
    /// <param name="songId">The song's identifier.</param>
    /// <returns>The address.</returns>
    public Uri StreamUrl(string songId) => new($"{MethodUrl("stream")}?{Query([("id", songId)])}");

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<JsonElement> AskAsync(string method, IReadOnlyList<(string Name, string Value)> parameters, CancellationToken cancellationToken)
    {
        while (true)
        {
            JsonElement answer = await SendAsync(method, parameters, cancellationToken);
            if (SubsonicJson.Text(answer, "status") == "ok")
            {
                return answer;
            }

            ThrowUnlessOpened(method, answer);
        }
    }

    private async Task FetchAsync(string method, IReadOnlyList<(string Name, string Value)> parameters, Stream target, FetchLimits limits, CancellationToken cancellationToken)
    {
        while (await ReceiveAsync(method, parameters, target, limits, cancellationToken) is { } answer)
        {
            ThrowUnlessOpened(method, answer);
        }
    }

    // A server that refuses one way of telling who asks may take another.
    private void ThrowUnlessOpened(string method, JsonElement answer)
    {
        JsonElement error = SubsonicJson.Member(answer, "error");
        int code = SubsonicJson.Number(error, "code") ?? 0;
        if (!_signature.Opens(code, VersionOf(answer)))
        {
            throw SubsonicErrors.Refused(_settings.Url, method, code, SubsonicJson.Text(error, "message"));
        }
    }

    // Gives what the server said where it sent words in place of sound; null where the sound is there.
    private async Task<JsonElement?> ReceiveAsync(string method, IReadOnlyList<(string Name, string Value)> parameters, Stream target, FetchLimits limits, CancellationToken cancellationToken)
    {
        using CancellationTokenSource total = new(limits.MostTime, _timeProvider);
        using CancellationTokenSource silence = new(_settings.MostTime, _timeProvider);
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, total.Token, silence.Token);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{MethodUrl(method)}?{Query(parameters)}"));
            using HttpResponseMessage response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop.Token);
            ThrowIfMoved(response);
            await using Stream body = await response.Content.ReadAsStreamAsync(stop.Token);
            string kind = response.Content.Headers.ContentType?.MediaType ?? string.Empty;
            if (!response.IsSuccessStatusCode || kind.Contains("json", StringComparison.OrdinalIgnoreCase) || kind.Contains("xml", StringComparison.OrdinalIgnoreCase) || kind.StartsWith("text/", StringComparison.OrdinalIgnoreCase))
            {
                var words = new byte[MostWordBytes];
                int count = await body.ReadAtLeastAsync(words, words.Length, throwOnEndOfStream: false, stop.Token);
                return Parse(words.AsMemory(0, count), response.StatusCode);
            }

            target.SetLength(0);
            var piece = new byte[PieceBytes];
            for (int read; (read = await body.ReadAsync(piece, stop.Token)) > 0;)
            {
                silence.CancelAfter(_settings.MostTime);
                if (target.Length + read > limits.MostBytes)
                {
                    throw SubsonicErrors.SongTooLarge(_settings.Url, limits.MostBytes);
                }

                await WriteAsync(target, piece.AsMemory(0, read), cancellationToken);
            }

            return target.Length > 0 ? null : throw SubsonicErrors.NothingCame(_settings.Url);
        }
        catch (Exception error) when (error is not SensoriumException && !cancellationToken.IsCancellationRequested)
        {
            throw error switch
            {
                RoomException => error.InnerException!,
                _ when total.IsCancellationRequested => SubsonicErrors.SongTooSlow(_settings.Url, limits.MostTime),
                _ when silence.IsCancellationRequested => SubsonicErrors.TooSlow(_settings.Url, _settings.MostTime, error),
                HttpRequestException or IOException => SubsonicErrors.Unreachable(_settings.Url, (error.InnerException ?? error).Message.TrimEnd('.'), error),
                _ => error,
            };
        }
    }

    // A full disk here is no fault of the server.
    private static async Task WriteAsync(Stream target, ReadOnlyMemory<byte> piece, CancellationToken cancellationToken)
    {
        try
        {
            await target.WriteAsync(piece, cancellationToken);
        }
        catch (IOException error)
        {
            throw new RoomException(error);
        }
    }

    private void ThrowIfMoved(HttpResponseMessage response)
    {
        if ((int)response.StatusCode is >= 300 and < 400)
        {
            Uri? target = response.Headers.Location;
            throw SubsonicErrors.Moved(_settings.Url, target is null ? null : new Uri(_settings.Url, target));
        }
    }

    private async Task<JsonElement> SendAsync(string method, IReadOnlyList<(string Name, string Value)> parameters, CancellationToken cancellationToken)
    {
        using CancellationTokenSource timeout = new(_settings.MostTime, _timeProvider);
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            string query = Query(parameters);
            bool isLong = query.Length > LongestQuery;
            using var request = new HttpRequestMessage(isLong ? HttpMethod.Post : HttpMethod.Get, isLong ? MethodUrl(method) : new Uri($"{MethodUrl(method)}?{query}"));
            request.Content = isLong ? new StringContent(query, Encoding.UTF8, "application/x-www-form-urlencoded") : null;
            using HttpResponseMessage response = await _http.SendAsync(request, HttpCompletionOption.ResponseContentRead, stop.Token);
            ThrowIfMoved(response);
            return Parse(await response.Content.ReadAsByteArrayAsync(stop.Token), response.StatusCode);
        }
        catch (Exception error) when (error is not SensoriumException && !cancellationToken.IsCancellationRequested)
        {
            throw error switch
            {
                _ when timeout.IsCancellationRequested => SubsonicErrors.TooSlow(_settings.Url, _settings.MostTime, error),
                HttpRequestException or IOException => SubsonicErrors.Unreachable(_settings.Url, (error.InnerException ?? error).Message.TrimEnd('.'), error),
                _ => error,
            };
        }
    }

    private JsonElement Parse(ReadOnlyMemory<byte> body, HttpStatusCode status)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(body);
            JsonElement answer = SubsonicJson.Member(json.RootElement, "subsonic-response");
            return answer.ValueKind == JsonValueKind.Object ? answer.Clone() : throw SubsonicErrors.NotSubsonic(_settings.Url, status);
        }
        catch (JsonException error)
        {
            throw SubsonicErrors.NotSubsonic(_settings.Url, status, error);
        }
    }

    private Uri MethodUrl(string method) => new($"{_settings.Url.GetLeftPart(UriPartial.Path).TrimEnd('/')}/rest/{method}");

    private string Query(IReadOnlyList<(string Name, string Value)> parameters) => string.Join('&', parameters
        .Concat(_signature.Parameters())
        .Concat([(Name: "v", Value: ApiVersion), (Name: "c", Value: ClientName), (Name: "f", Value: "json")])
        .Select(((string Name, string Value) parameter) => $"{parameter.Name}={Uri.EscapeDataString(parameter.Value)}"));

    /// <summary>What could not be written here, on its way past what explains faults of the server.</summary>
    private sealed class RoomException(IOException error) : Exception(error.Message, error);

    private static Version VersionOf(JsonElement answer) => Version.TryParse(SubsonicJson.Text(answer, "version"), out Version? version) ? version : new Version(0, 0);
}
