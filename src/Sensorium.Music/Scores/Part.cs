namespace Sensorium.Music;

/// <summary>The notes of one instrument.</summary>
public sealed record Part
{
    /// <summary>The part's name in a score or a player.</summary>
    public required string Name { get; init; }

    /// <summary>MIDI bank of the instrument; 0 is General MIDI's melodic bank, 128 the percussion bank.</summary>
    public int Bank { get; init; }

    /// <summary>General MIDI programme counted from 0 (0 = acoustic grand piano), 0..127.</summary>
    public required int Program { get; init; }

    /// <summary>From left (-1) to right (1), until the first of <see cref="PanMoves"/>.</summary>
    public double Pan { get; init; }

    /// <summary>Later places, rising by beat. Default none.</summary>
    public IReadOnlyList<PanMove> PanMoves { get; init; } = [];

    /// <summary>Channel volume, 0..1 (MIDI controller 7); the default is General MIDI's 100/127.</summary>
    public double Volume { get; init; } = 100 / 127.0;

    /// <summary>Reverb send, 0..1 (MIDI controller 91).</summary>
    public double Reverb { get; init; } = 40 / 127.0;

    /// <summary>The notes, in any order; notes of one pitch must not overlap.</summary>
    public required IReadOnlyList<Note> Notes { get; init; }
}
