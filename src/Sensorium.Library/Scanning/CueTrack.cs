namespace Sensorium.Library;

/// <summary>A track of a CUE sheet.</summary>
/// <param name="Number">1..99.</param>
/// <param name="Start">Where it begins in its file (INDEX 01).</param>
/// <param name="Length">How long it lasts; null to the end of the file.</param>
/// <param name="Tags">What the sheet says of it.</param>
public sealed record CueTrack(int Number, TimeSpan Start, TimeSpan? Length, SongTags Tags);
