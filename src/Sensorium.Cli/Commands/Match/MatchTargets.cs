namespace Sensorium.Cli;

/// <summary>Where the songs of an answer go besides the screen.</summary>
internal sealed record MatchTargets
{
    /// <summary>A playlist: M3U8, XSPF or JSPF by its ending; null for none.</summary>
    public string? File { get; init; }

    /// <summary>MPD's address; null for none, the empty string for that of the environment.</summary>
    public string? Mpd { get; init; }

    /// <summary>The address of a Subsonic server; null for none, the empty string for that of the environment.</summary>
    public string? Subsonic { get; init; }

    /// <summary>The folder that MPD calls its music; null where it is on this machine.</summary>
    public string? MusicFolder { get; init; }

    /// <summary>Whether they are played on this machine.</summary>
    public bool Plays { get; init; }

    /// <summary>A video of the photo with the best minute of the first song; null for none.</summary>
    public string? Postcard { get; init; }
}
