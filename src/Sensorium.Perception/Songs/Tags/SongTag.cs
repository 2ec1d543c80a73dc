namespace Sensorium.Perception;

/// <summary>A word for a song.</summary>
/// <param name="Name">One of <see cref="SongTagNames"/>, or a tag of an installed tagger: English, small letters.</param>
/// <param name="Share">How sure it is, 0..1.</param>
public readonly record struct SongTag(string Name, double Share);
