namespace Sensorium.Cli;

/// <summary>How one package manager gets a component.</summary>
/// <param name="Manager"><c>npm</c>, <c>apt</c>, <c>dnf</c>, <c>pacman</c>, <c>brew</c> or <c>winget</c>.</param>
/// <param name="Text">The command, or what to do where the manager has no package.</param>
internal sealed record InstallLine(string Manager, LocalizedText Text);
