using System.Diagnostics;

namespace Sensorium.Lab.Songs;

/// <summary>Adds up the processor time that listening to songs takes; nothing else may run meanwhile.</summary>
internal sealed class SongClock
{
    private TimeSpan _begun, _spent, _length;

    /// <summary>Milliseconds of processor time for three minutes of music; not a number where none was heard.</summary>
    public double For180Seconds => _length > TimeSpan.Zero ? _spent.TotalMilliseconds * 180 / _length.TotalSeconds : double.NaN;

    /// <summary>Listening begins.</summary>
    public void Start() => _begun = Process.GetCurrentProcess().TotalProcessorTime;

    /// <summary>Listening has ended.</summary>
    /// <param name="length">How long the music was.</param>
    public void Stop(TimeSpan length)
    {
        _spent += Process.GetCurrentProcess().TotalProcessorTime - _begun;
        _length += length;
    }
}
