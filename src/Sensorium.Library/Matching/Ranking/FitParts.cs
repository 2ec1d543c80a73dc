namespace Sensorium.Library;

/// <summary>What a fit consists of; every part in 0..1.</summary>
/// <param name="Place">How well the places on the plane go together, both spreads considered.</param>
/// <param name="Emotions">How far the eight emotions overlap: 1 minus Hellinger's distance.</param>
/// <param name="Tags">How many of the tags sought it has, by weight; null where none is sought.</param>
/// <param name="Likeness">How alike it sounds; null where no sound is sought.</param>
/// <param name="Distance">How far apart the places are on the plane, 0 and more.</param>
public readonly record struct FitParts(double Place, double Emotions, double? Tags, double? Likeness, double Distance);
