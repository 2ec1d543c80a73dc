namespace Sensorium.Lab.Songs;

/// <summary>What a listener would say of a track.</summary>
/// <param name="File">Its file's name without ending.</param>
/// <param name="Sources">The instruments that are there, and <c>vocal</c> or <c>instrumental</c>.</param>
/// <param name="Manner">Moods and qualities that fit.</param>
internal sealed record TagExpectation(string File, IReadOnlyList<string> Sources, IReadOnlyList<string> Manner);
