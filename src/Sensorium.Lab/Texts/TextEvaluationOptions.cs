namespace Sensorium.Lab.Texts;

/// <summary>How texts are evaluated.</summary>
public sealed record TextEvaluationOptions
{
    /// <summary>A folder with <c>fold-0.safetensors</c> to <c>fold-4.safetensors</c>, each trained without the rows of KOTE whose number modulo 5 is its own; null reads KOTE with the model under test.</summary>
    public string? FoldModels { get; init; }

    /// <summary>Seed of the bootstrap; default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How many times texts are drawn again for the intervals, at least 1; default 1000.</summary>
    public int Resamples { get; init; } = 1000;

    /// <summary>Whether the speed is measured; default true.</summary>
    public bool Timing { get; init; } = true;
}
