namespace Sensorium.Lab.Voices;

/// <summary>What the evaluation of voices uses besides the clips.</summary>
public sealed record VoiceEvaluationOptions
{
    /// <summary>The folder of fold models that <c>training/voice.py folds</c> wrote; null measures voice activity only. Default null.</summary>
    public string? Folds { get; init; }

    /// <summary>The folder of music for mixes, with <c>tracks/</c>; null leaves the comparison of voice activity out. Default null.</summary>
    public string? Music { get; init; }

    /// <summary>The folder of Silero's model and its <c>speech-test.mp3</c>; null compares with nothing. Default null.</summary>
    public string? Silero { get; init; }

    /// <summary>Noise at several ratios is measured too. Default true.</summary>
    public bool Noise { get; init; } = true;

    /// <summary>Speed is measured too. Default true.</summary>
    public bool Timing { get; init; } = true;

    /// <summary>Seed of the noise and of the clips by which a speaker is known. Default 1.</summary>
    public ulong Seed { get; init; } = 1;
}
