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

    /// <summary>Begins a song that was heard before, in another version: what it would find again is taken from there and not listened for.</summary>
    /// <param name="before">What was heard of the same sound.</param>
    /// <returns>Its listener; the reading is that of <see cref="Listen"/>.</returns>
    ISongListener ListenAgain(SongReading before) => Listen();
}
