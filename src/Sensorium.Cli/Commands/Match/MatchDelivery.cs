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
            PlaylistFile.Write(file, playlist);
            Say(new($"Wrote {file}.", $"{file} 파일을 썼습니다."));
        }

        if (targets.Postcard is { } postcard)
        {
            LibrarySong first = catalogue.FindSong(result.Ranking.Songs[0].Song.Id) ?? result.Ranking.Songs[0].Song;
            await new PostcardMaker().MakeAsync(await PhotoAsync(inputs, cancellationToken).ConfigureAwait(false), first, result.Wish.Affect, postcard, null, cancellationToken).ConfigureAwait(false);
            Say(new($"Wrote {postcard}, with '{first.Title}'.", $"'{first.Title}' 곡을 넣어 {postcard} 파일을 썼습니다."));
        }

        if (targets.Mpd is { } host)
        {
            await using MpdClient client = await MpdClient.ConnectAsync(
                host.Length > 0 ? MpdAddress.Parse(host) : MpdAddress.FromEnvironment(shell.Terminal.Variable), cancellationToken: cancellationToken).ConfigureAwait(false);
            Tell("MPD", await new MpdPlayer(client, targets.MusicFolder).QueueAsync(playlist.Entries, QueueMode.Replace, plays: true, cancellationToken).ConfigureAwait(false));
        }

        if (targets.Subsonic is { } url)
        {
            await SendAsync(playlist, url, cancellationToken).ConfigureAwait(false);
        }

        if (targets.Plays)
        {
            ILocalPlayer player = LocalPlayers.Find(null, shell.Terminal.Variable);
            shell.Flush();
            Tell(player.Name, await player.PlayAsync(playlist.Entries, new Began(Played), cancellationToken).ConfigureAwait(false));
        }
    }

    private async Task SendAsync(Playlist playlist, string url, CancellationToken cancellationToken)
    {
        SubsonicSettings settings = SubsonicSettings.FromEnvironment(shell.Terminal.Variable, url.Length > 0 ? url : null) ?? throw new UnsupportedInputException(new(
            $"--subsonic needs a server: give its address, or set {SubsonicSettings.UrlVariable}; the user goes into {SubsonicSettings.UserVariable} and {SubsonicSettings.PasswordVariable}.",
            $"--subsonic에는 서버가 필요합니다. 주소를 주거나 {SubsonicSettings.UrlVariable} 변수에 두고, 사용자는 {SubsonicSettings.UserVariable}와 {SubsonicSettings.PasswordVariable}에 두십시오."));
        using SubsonicClient client = new(settings);
        SubsonicDelivery delivery = new(client);
        Delivery saved = await delivery.SavePlaylistAsync(playlist, replaces: true, cancellationToken).ConfigureAwait(false);
        await delivery.SavePlayQueueAsync(playlist, cancellationToken).ConfigureAwait(false);
        Tell("Subsonic", saved);
    }

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

    private void Tell(string where, Delivery delivery)
    {
        foreach (PlaylistEntry entry in delivery.Taken)
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
