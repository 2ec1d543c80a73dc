namespace Sensorium.Cli;

/// <summary>Nobody reads standard output any more, as after <c>sensorium ... | head</c>: no fault, and nothing to say.</summary>
internal sealed class OutputClosedException() : IOException("Standard output is closed.");
