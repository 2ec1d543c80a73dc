namespace Sensorium.Expression;

/// <summary>How a region sounds while the pointer rests on it: which loops, how high, how loud, how bright, in what rhythm.</summary>
public sealed record Voice
{
    /// <summary>The loops that sound together, one or two.</summary>
    public required IReadOnlyList<VoiceLayer> Layers { get; init; }

    /// <summary>Height on the picture's scale: 0 is the lowest pitch of the range, 1 the highest. The user's range maps it to Hz anew.</summary>
    public required double Height { get; init; }

    /// <summary>The MIDI note number of that height in the default range (69 = A4 = 440 Hz).</summary>
    public required int Pitch { get; init; }

    /// <summary>Loudness against the loudest voice of the mapping, in dB, at most 0: what a listener should hear.</summary>
    public required double LevelDb { get; init; }

    /// <summary>Gain that makes this loudness heard, in dB: <see cref="LevelDb"/> and what the low-pass takes away. All loops are equally loud before it.</summary>
    public required double GainDb { get; init; }

    /// <summary>Cut-off of a second-order low-pass (Q = .707), in Hz.</summary>
    public required double LowpassHz { get; init; }

    /// <summary>Rate of the tremolo that stands for texture, in Hz; 0 for none.</summary>
    public double TremoloHz { get; init; }

    /// <summary>Depth of the tremolo: the gain swings between 1 and 1 - depth. 0..1.</summary>
    public double TremoloDepth { get; init; }

    /// <summary>Gains of the eight eighth-notes of a bar, 0..1; empty for a steady sound. Steps are smoothed over 10 ms.</summary>
    public IReadOnlyList<double> Gate { get; init; } = [];

    /// <summary>Place from left (-1) to right (1); the mapping's pan width is already applied.</summary>
    public double Pan { get; init; }
}
