namespace Sensorium.Library;

/// <summary>What a server says of itself.</summary>
/// <param name="ApiVersion">Version of the Subsonic API, e.g. 1.16.1.</param>
/// <param name="Type">The program, e.g. <c>navidrome</c>; null where it does not say.</param>
/// <param name="ProgramVersion">The program's version; null where it does not say.</param>
/// <param name="IsOpenSubsonic">Whether it follows OpenSubsonic.</param>
public sealed record SubsonicServer(Version ApiVersion, string? Type, string? ProgramVersion, bool IsOpenSubsonic);
