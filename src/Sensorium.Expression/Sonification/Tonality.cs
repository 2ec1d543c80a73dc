using Sensorium.Music;

namespace Sensorium.Expression;

/// <summary>What all sounds of one picture share: key, pulse, register, dynamics and family. It follows the picture's feeling.</summary>
public sealed record Tonality
{
    /// <summary>The key.</summary>
    public required Key Key { get; init; }

    /// <summary>Beats a minute, 40..180.</summary>
    public required double Tempo { get; init; }

    /// <summary>Beats in a bar; a loop lasts one bar.</summary>
    public int BeatsPerBar { get; init; } = 4;

    /// <summary>MIDI note number around which the piece lies.</summary>
    public required int Register { get; init; }

    /// <summary>Level of the playing, 0 (very soft) to 1 (very loud): it sets the note velocities.</summary>
    public required double Dynamics { get; init; }

    /// <summary>The family of the accompaniment: <c>warm</c>, <c>neutral</c> or <c>cool</c>.</summary>
    public required string Family { get; init; }

    /// <summary>The pitches that voices may take in point mode, as MIDI note numbers, rising; three octaves or the user's range.</summary>
    public required IReadOnlyList<int> Scale { get; init; }

    /// <summary>The pitches that voices may take in scan mode and figures in the piece, as <see cref="Scale"/>.</summary>
    public required IReadOnlyList<int> ScanScale { get; init; }

    /// <summary>OKLab lightness that becomes height 0 in this picture.</summary>
    public required double DarkestLightness { get; init; }

    /// <summary>OKLab lightness that becomes height 1 in this picture.</summary>
    public required double LightestLightness { get; init; }

    /// <summary>Length of a bar and so of every loop, in seconds.</summary>
    public double BarSeconds => 60 * BeatsPerBar / Tempo;
}
