namespace Sensorium.Perception;

/// <summary>What was heard in one sound, and how the voice in it feels.</summary>
public sealed record VoiceReading
{
    /// <summary>The stretches in order of time, without overlap; <see cref="SoundClass.Other"/> is left out.</summary>
    public required IReadOnlyList<VoiceSegment> Segments { get; init; }

    /// <summary>The feeling of all utterances together, each weighted by its length; null where no voice was heard.</summary>
    public required Percept? Voice { get; init; }

    /// <summary>Length of the whole sound.</summary>
    public required TimeSpan Length { get; init; }

    /// <summary>Whether most of the voice is sung: what was learnt from speech is then less sure, and the percept says so.</summary>
    public required bool IsSung { get; init; }
}
