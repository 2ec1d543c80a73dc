using Sensorium.Library;

namespace Sensorium.Cli;

/// <summary>Notes songs that are played, so that they wait before they come again.</summary>
/// <param name="memory">Where; null notes nothing.</param>
/// <param name="goal">The feeling that was sought.</param>
internal sealed class PlayNotes(MatchMemory? memory, Affect goal) : IProgress<LibrarySong>
{
    /// <inheritdoc />
    public void Report(LibrarySong value) => memory?.KeepPlay(value, goal);
}
