using System.Text.Json.Serialization;

namespace Sensorium.Expression;

/// <summary>The instrument that a sound set gives to a role: a SoundFont programme or a recording.</summary>
public sealed record RoleInstrument
{
    /// <summary>The instrument's name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>MIDI programme, 0..127, of the set's SoundFont; absent for a recording.</summary>
    public int? Program { get; init; }

    /// <summary>MIDI bank of the programme, 0..128.</summary>
    public int Bank { get; init; }

    /// <summary>How it fills a loop.</summary>
    public PlayStyle Play { get; init; }

    /// <summary>Octaves by which it sounds above (+) or below (-) the mapped pitch, -2..2.</summary>
    public int Octave { get; init; }

    /// <summary>Highest MIDI note that the instrument has, 24..127; what lies above is played octaves below; absent for no bound.</summary>
    public int? Highest { get; init; }

    /// <summary>Level in the piece against the set's other instruments, in dB, -24..6, so that all stand out alike. Loops are levelled by measurement instead.</summary>
    public double LevelDb { get; init; }

    /// <summary>A recording of one tone, relative to the manifest's folder; absent for a SoundFont programme.</summary>
    public string? File { get; init; }

    /// <summary>MIDI note number of the recorded tone, 0..127; needed with <see cref="File"/>.</summary>
    public int? Pitch { get; init; }

    /// <summary>First and last frame of the recording's loop; absent for none.</summary>
    public IReadOnlyList<int>? Loop { get; init; }

    /// <summary>Whether this instrument is a recording.</summary>
    [JsonIgnore]
    public bool IsRecording => File is not null;

    /// <summary>The note that sounds for a mapped pitch: octaves off, and within the instrument's range.</summary>
    /// <param name="pitch">The mapped pitch as a MIDI note number.</param>
    /// <param name="highest">The highest note that the caller wants. Default 127.</param>
    /// <returns>A MIDI note number of the same pitch class.</returns>
    public int Sounding(int pitch, int highest = 127)
    {
        int sounding = pitch + (12 * Octave);
        int above = Math.Max(0, sounding - Math.Min(Highest ?? 127, highest));
        return sounding - (12 * ((above + 11) / 12));
    }
}
