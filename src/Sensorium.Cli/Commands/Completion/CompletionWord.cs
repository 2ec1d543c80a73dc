namespace Sensorium.Cli;

/// <summary>A word that a shell may offer.</summary>
/// <param name="Text">The word.</param>
/// <param name="Meaning">What it stands for; may be empty.</param>
internal sealed record CompletionWord(string Text, string Meaning);
