using Sensorium.Expression;

namespace Sensorium;

/// <summary>What a generator is to make: for composers the path and the style, for text-to-music models a sentence.</summary>
public sealed record MusicRequest
{
    /// <summary>Path, style, length and seed.</summary>
    public required CompositionRequest Composition { get; init; }

    /// <summary>The same in words. It is all that an outside service is told, besides length and seed.</summary>
    public required MusicPrompt Prompt { get; init; }

    /// <summary>How long it is to be, 10 s to 60 min.</summary>
    public TimeSpan Length => Composition.Path.Length;

    /// <summary>The seed, cut to the 31 bits that services take.</summary>
    public int ShortSeed => (int)(Composition.Seed & int.MaxValue);
}
