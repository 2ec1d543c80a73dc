namespace Sensorium.Cli;

/// <summary>A command line that works, for the help.</summary>
/// <param name="CommandLine">What to type.</param>
/// <param name="Meaning">What it does.</param>
internal sealed record Example(string CommandLine, LocalizedText Meaning);
