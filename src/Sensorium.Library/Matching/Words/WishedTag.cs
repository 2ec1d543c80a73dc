namespace Sensorium.Library;

/// <summary>A tag that is wanted, or unwanted.</summary>
/// <param name="Name">One of <see cref="Perception.SongTagNames"/>, a tag of an installed tagger or a genre: small letters.</param>
/// <param name="Weight">How much, -1..1; below 0 for a tag that is unwanted. Not 0.</param>
public readonly record struct WishedTag(string Name, double Weight);
