namespace Sensorium.Cli;

/// <summary>How the program speaks.</summary>
/// <param name="Json">Standard output carries JSON and nothing else.</param>
/// <param name="Quiet">Only errors are said.</param>
/// <param name="Plain">One sentence a line, for screen readers.</param>
/// <param name="Language">The language of everything meant for a person.</param>
internal sealed record GlobalSettings(bool Json, bool Quiet, bool Plain, Language Language);
