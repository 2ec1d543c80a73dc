namespace Sensorium.Library.Tests;

/// <summary>Tells at once, on the thread that reports.</summary>
internal sealed class Told(Action<PlaylistEntry> tell) : IProgress<PlaylistEntry>
{
    public void Report(PlaylistEntry value) => tell(value);
}
