namespace Sensorium.Lab.Songs;

/// <summary>What the evaluation of songs uses besides the clips.</summary>
public sealed record SongEvaluationOptions
{
    /// <summary>The folder of fold models that <c>training/song.py folds</c> wrote; null leaves EMOPIA out. Default null.</summary>
    public string? Folds { get; init; }

    /// <summary>The SoundFont that EMOPIA is rendered with: one that training never heard; null leaves EMOPIA out. Default null.</summary>
    public string? SoundFont { get; init; }

    /// <summary>At most so many EMOPIA clips, taken evenly from the list; 0 for all. Default 0.</summary>
    public int Most { get; init; }

    /// <summary>Speed is measured too. Default true.</summary>
    public bool Timing { get; init; } = true;
}
