namespace Sensorium.Perception;

/// <summary>Hears how songs feel. Safe to use from several threads at once; each listener serves one.</summary>
public interface ISongPerceiver
{
    /// <summary>Samples a second that its listeners take.</summary>
    int SampleRate { get; }

    /// <summary>Version of what it finds; see <see cref="SongReading.Version"/>.</summary>
    int Version { get; }

    /// <summary>Begins a song.</summary>
    /// <returns>Its listener.</returns>
    ISongListener Listen();
}
