using Sensorium.Library;
using Sensorium.Media;

namespace Sensorium.Cli;

/// <summary>Brings the songs of an answer to a file, a player or a server.</summary>
/// <param name="targets">Where to.</param>
/// <param name="plays">Told of each song that is played or put into a queue, once.</param>
/// <param name="shell">Where to speak.</param>
internal sealed class MatchDelivery(MatchTargets targets, IProgress<LibrarySong> plays, Shell shell)
{
    private readonly Dictionary<PlaylistEntry, LibrarySong> _waiting = new(ReferenceEqualityComparer.Instance);

    /// <summary>Brings the songs there, one target after the other.</summary>
    /// <param name="result">The answer; without songs nothing happens.</param>
    /// <param name="inputs">What was asked with.</param>
    /// <param name="catalogue">The library.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>When all is done.</returns>
    public async Task DeliverAsync(MatchResult result, IReadOnlyList<string> inputs, ICatalogue catalogue, CancellationToken cancellationToken)
    {
        Playlist playlist = MatchPlaylist.Of(result, shell.Language);
        if (playlist.Entries.Count == 0)
        {
            return;
        }

        foreach ((PlaylistEntry entry, MatchedSong matched) in playlist.Entries.Zip(result.Ranking.Songs))
        {
            _waiting[entry] = matched.Song;
        }

        if (targets.File is { } file)
        {
            WritePlaylist(playlist, file);
        }

        if (targets.Postcard is { } postcard)
        {
            LibrarySong first = catalogue.FindSong(result.Ranking.Songs[0].Song.Id) ?? result.Ranking.Songs[0].Song;
            string photo = await PhotoAsync(inputs, cancellationToken).ConfigureAwait(false);
            using ServerSongs servers = new(OpenServer);
            using SongFile song = await servers.OpenAsync(first.Path, cancellationToken).ConfigureAwait(false);
            await new PostcardMaker().MakeAsync(photo, first with { Path = song.Path }, result.Wish.Affect, postcard, null, cancellationToken).ConfigureAwait(false);
            Say(new($"Wrote {postcard}, with '{first.Title}'.", $"'{first.Title}' 곡을 넣어 {postcard} 파일을 썼습니다."));
        }

        if (targets.Mpd is { } host)
        {
            await using MpdClient client = await MpdClient.ConnectAsync(
                host.Length > 0 ? MpdAddress.Parse(host) : MpdAddress.FromEnvironment(shell.Terminal.Variable), cancellationToken: cancellationToken).ConfigureAwait(false);
            (IReadOnlyList<PlaylistEntry> files, IReadOnlyList<Undelivered> left) = ServerSongs.Without(playlist.Entries);
            Delivery queued = await new MpdPlayer(client, targets.MusicFolder).QueueAsync(files, QueueMode.Replace, plays: true, cancellationToken).ConfigureAwait(false);
            Tell("MPD", queued with { Left = [.. queued.Left, .. left] });
        }

        if (targets.Subsonic is { } url)
        {
            await SendAsync(playlist, url, catalogue, cancellationToken).ConfigureAwait(false);
        }

        if (targets.Plays)
        {
            ServerSongPlayer player = new(LocalPlayers.Find(null, shell.Terminal.Variable), OpenServer);
            shell.Flush();
            Tell(player.Name, await player.PlayAsync(playlist.Entries, new Began(Played), cancellationToken).ConfigureAwait(false));
        }
    }

    private async Task SendAsync(Playlist playlist, string url, ICatalogue catalogue, CancellationToken cancellationToken)
    {
        SubsonicSettings settings = SubsonicSettings.FromEnvironment(shell.Terminal.Variable, url.Length > 0 ? url : null) ?? throw new UnsupportedInputException(new(
            $"--subsonic needs a server: give its address, or set {SubsonicSettings.UrlVariable}; the user goes into {SubsonicSettings.UserVariable} and {SubsonicSettings.PasswordVariable}.",
            $"--subsonic에는 서버가 필요합니다. 주소를 주거나 {SubsonicSettings.UrlVariable} 변수에 두고, 사용자는 {SubsonicSettings.UserVariable}와 {SubsonicSettings.PasswordVariable}에 두십시오."));
        using SubsonicClient client = new(settings);
        SubsonicDelivery delivery = new(client, catalogue);
        Delivery saved = await delivery.SavePlaylistAsync(playlist, replaces: true, cancellationToken).ConfigureAwait(false);
        bool isQueued = await QueueAsync(delivery, playlist, client.Address, cancellationToken).ConfigureAwait(false);
        Tell("Subsonic", saved, isQueued);
    }

    // Queues came with version 1.12 of the API; without them the playlist is there all the same.
    private async Task<bool> QueueAsync(SubsonicDelivery delivery, Playlist playlist, string server, CancellationToken cancellationToken)
    {
        try
        {
            await delivery.SavePlayQueueAsync(playlist, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (SubsonicRefusedException error) when (error.Code is 0 or 10 or 30 or 70)
        {
            shell.Warn(server, new($"The playlist is saved, the play queue is not. {error.Text.English}", $"재생목록은 저장했고 재생 대기열은 저장하지 못했습니다. {error.Text.Korean}"));
            return false;
        }
    }

    private void WritePlaylist(Playlist playlist, string file)
    {
        (IReadOnlyList<PlaylistEntry> files, IReadOnlyList<Undelivered> left) = ServerSongs.Without(playlist.Entries);
        if (left.Count > 0)
        {
            // The address that plays such a song holds a token, and a playlist is a thing that is given away.
            shell.Warn(file, new(
                $"left out {left.Count} of {playlist.Entries.Count} songs, which lie on a music server: an address that plays them would let others in. --subsonic saves them as a playlist there.",
                $"{playlist.Entries.Count}곡 가운데 음악 서버에 있는 {left.Count}곡을 뺐습니다. 그 곡을 재생하는 주소로는 남이 서버에 들어갈 수 있기 때문입니다. --subsonic을 주면 서버의 재생목록으로 저장합니다."));
        }

        if (files.Count > 0)
        {
            PlaylistFile.Write(file, playlist with { Entries = files });
            Say(new($"Wrote {file}.", $"{file} 파일을 썼습니다."));
        }
        else
        {
            shell.Warn(file, new("not written, since no song is left for it.", "남은 곡이 없어 쓰지 않았습니다."));
        }
    }

    private ISongServer OpenServer(string address) => new LibraryFlow(new SensoriumHome(shell.Terminal.Variable), variable: shell.Terminal.Variable).OpenServer(address);

    // The first picture among what was asked with.
    private static async Task<string> PhotoAsync(IReadOnlyList<string> inputs, CancellationToken cancellationToken)
    {
        foreach (string input in inputs.Where(File.Exists))
        {
            if (MediaKinds.Of(await MediaKinds.ReadStartAsync(input, cancellationToken).ConfigureAwait(false)) == MediaKind.Picture)
            {
                return input;
            }
        }

        throw new UnsupportedInputException(new(
            "--postcard makes a video of a photo, but no input is one; give a picture file: sensorium match photo.jpg --postcard out.mp4",
            "--postcard는 사진으로 동영상을 만듭니다. 입력에 그림 파일이 없으니 하나를 주십시오: sensorium match photo.jpg --postcard out.mp4"));
    }

    private void Played(PlaylistEntry entry)
    {
        if (_waiting.Remove(entry, out LibrarySong? song))
        {
            plays.Report(song);
        }
    }

    private void Tell(string where, Delivery delivery, bool isPlayed = true)
    {
        foreach (PlaylistEntry entry in isPlayed ? delivery.Taken : [])
        {
            Played(entry);
        }

        Say(new($"{where} took {delivery.Taken.Count} of {delivery.Taken.Count + delivery.Left.Count} songs.", $"{where}: {delivery.Taken.Count + delivery.Left.Count}곡 가운데 {delivery.Taken.Count}곡을 받았습니다."));
        foreach (Undelivered left in delivery.Left)
        {
            shell.Warn(left.Entry.Title ?? left.Entry.Location, left.Reason);
        }
    }

    private void Say(LocalizedText sentence)
    {
        if (shell.IsTalking)
        {
            shell.WriteLine(sentence);
        }
    }

    /// <summary>Told at once, on the thread that plays, and not at some later time.</summary>
    private sealed class Began(Action<PlaylistEntry> told) : IProgress<PlaylistEntry>
    {
        public void Report(PlaylistEntry value) => told(value);
    }
}
