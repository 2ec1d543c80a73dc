namespace Sensorium.Music;

/// <summary>An instrument made of recordings. Each note plays the recording whose root is nearest to its pitch.</summary>
public sealed record SampleInstrument
{
    /// <summary>MIDI bank under which parts ask for it, 0..128.</summary>
    public int Bank { get; init; }

    /// <summary>Programme under which parts ask for it, 0..127.</summary>
    public required int Program { get; init; }

    /// <summary>At least one recording.</summary>
    public required IReadOnlyList<SampleRecording> Recordings { get; init; }

    /// <summary>Seconds in which a note fades in, 0..10. Default .002: enough to keep a recording that starts within a wave from clicking.</summary>
    public double AttackSeconds { get; init; } = 0.002;

    /// <summary>Seconds in which a released note fades out, .005..10. Default .15.</summary>
    public double ReleaseSeconds { get; init; } = 0.15;
}
