namespace Sensorium.Inference;

/// <summary>How a model runs.</summary>
public sealed record SessionOptions
{
    /// <summary>The defaults.</summary>
    public static SessionOptions Default { get; } = new();

    /// <summary>
    /// Threads that share the work of one run; 0: as many as the machine has cores. Default 1, which suits many small models that run side by side.
    /// Waiting threads sleep, so that an idle session costs no processor time.
    /// </summary>
    public int Threads { get; init; } = 1;
}
