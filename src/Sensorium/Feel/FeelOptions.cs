using Sensorium.Media;
using Sensorium.Perception;

namespace Sensorium;

/// <summary>How <see cref="FeelFlow"/> feels an input. Every value has a default that works.</summary>
public sealed record FeelOptions
{
    /// <summary>What is felt. Default everything.</summary>
    public FeelSubject Subject { get; init; }

    /// <summary>Which faces are read, how they are cut out, and whether age and gender are guessed. Default: all faces, with margin, neither.</summary>
    public FaceReadOptions Faces { get; init; } = new();

    /// <summary>How voices are read. Default: measured against all speakers.</summary>
    public VoiceReadOptions Voice { get; init; } = new();

    /// <summary>How many frames of a video are read, how large, and its limits. Default: four a second, at most 1,200.</summary>
    public FilmReadOptions Film { get; init; } = new();

    /// <summary>Whether speech is turned into words where an endpoint for it is configured. Default true; without an endpoint it changes nothing.</summary>
    public bool Transcribe { get; init; } = true;

    /// <summary>The reader's country, ISO 3166, whose helpline is named where words speak of harming oneself; null takes Korea's for Korean words and a directory otherwise. Default null.</summary>
    public string? Country { get; init; }
}
