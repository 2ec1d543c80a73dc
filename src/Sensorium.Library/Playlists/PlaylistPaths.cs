namespace Sensorium.Library;

/// <summary>How a playlist names the files of this machine.</summary>
public enum PlaylistPaths
{
    /// <summary>Seen from the playlist's folder, so that both can be moved together; absolute where a file lies on another drive.</summary>
    Relative,

    /// <summary>From the root, so that the playlist alone can be moved.</summary>
    Absolute,
}
