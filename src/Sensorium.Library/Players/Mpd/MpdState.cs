namespace Sensorium.Library;

/// <summary>What MPD does.</summary>
public enum MpdState
{
    /// <summary>Nothing.</summary>
    Stopped,

    /// <summary>It plays.</summary>
    Playing,

    /// <summary>It waits within a song.</summary>
    Paused,
}
