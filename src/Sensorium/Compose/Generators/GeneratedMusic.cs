using Sensorium.Expression;

namespace Sensorium;

/// <summary>What a generator made: either notes or sound.</summary>
public sealed record GeneratedMusic
{
    /// <summary>Who made it: a generator's <see cref="IMusicGenerator.Id"/>.</summary>
    public required string Generator { get; init; }

    /// <summary>The notes; null where there is only sound.</summary>
    public Composition? Composition { get; init; }

    /// <summary>The sound as it came, one or two channels, at least 8,000 frames a second; null where there are notes.</summary>
    public SoundBuffer? Sound { get; init; }

    /// <summary>What kind of sound came, e.g. <c>audio/mpeg</c>; empty for notes.</summary>
    public string Format { get; init; } = string.Empty;

    /// <summary>What the service said about it, such as its model's name: one line, at most 200 letters; empty for nothing.</summary>
    public string Said { get; init; } = string.Empty;

    /// <summary>What the listener should know, e.g. that another generator failed; null for nothing.</summary>
    public LocalizedText? Note { get; init; }
}
