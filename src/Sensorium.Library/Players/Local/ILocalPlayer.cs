namespace Sensorium.Library;

/// <summary>Plays songs on this machine.</summary>
public interface ILocalPlayer
{
    /// <summary>What it is called, e.g. <c>mpv</c>.</summary>
    string Name { get; }

    /// <summary>Plays songs to their end, one after the other. A song that cannot be played is left out and named.</summary>
    /// <param name="entries">The songs.</param>
    /// <param name="progress">Told of each song when it begins; null for nobody. Default null.</param>
    /// <param name="cancellationToken">Ends the music at once.</param>
    /// <returns>What was played.</returns>
    /// <exception cref="PlayerFailedException">The player itself fails.</exception>
    /// <exception cref="MissingComponentException">The player cannot be started.</exception>
    /// <exception cref="OperationCanceledException">The music was ended.</exception>
    Task<Delivery> PlayAsync(IReadOnlyList<PlaylistEntry> entries, IProgress<PlaylistEntry>? progress = null, CancellationToken cancellationToken = default);
}
