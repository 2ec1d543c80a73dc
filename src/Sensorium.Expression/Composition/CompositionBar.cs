using Sensorium.Music;

namespace Sensorium.Expression;

/// <summary>A bar of the plan of a piece.</summary>
internal sealed record CompositionBar
{
    /// <summary>From 0.</summary>
    public required int Index { get; init; }

    /// <summary>Beat at which it begins.</summary>
    public required double Beat { get; init; }

    /// <summary>Quarter notes a minute.</summary>
    public required double Tempo { get; init; }

    /// <summary>What the music does in it; the mode is the phrase's.</summary>
    public required MusicalCharacter Character { get; init; }

    /// <summary>The phrase it belongs to.</summary>
    public required CompositionPhrase Phrase { get; init; }

    /// <summary>Which bar of its phrase, from 0.</summary>
    public required int InPhrase { get; init; }

    /// <summary>The key, tonic and mode.</summary>
    public required Key Key { get; init; }

    /// <summary>The chords: one, or one for each half.</summary>
    public required IReadOnlyList<Chord> Chords { get; init; }

    /// <summary>The chord at a place of the bar.</summary>
    /// <param name="share">0 (its beginning) .. 1 (its end).</param>
    public Chord ChordAt(double share) => Chords[Math.Clamp((int)(share * Chords.Count), 0, Chords.Count - 1)];
}
