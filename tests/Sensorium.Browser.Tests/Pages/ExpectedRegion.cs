namespace Sensorium.Browser.Tests;

/// <summary>A region and how it must sound.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Level"><c>whole</c>, <c>object</c> or <c>part</c>.</param>
/// <param name="IsLeaf">Whether nothing lies inside it.</param>
/// <param name="X">A place that surely lies inside, 0..1 from the left.</param>
/// <param name="Y">The same from the top.</param>
/// <param name="Name">Its colour name.</param>
/// <param name="PeakHertz">Frequency of the strongest partial in point mode, by colour vision: <c>point protan deutan tritan</c>.</param>
/// <param name="Level01">Root mean square behind the last gain in point mode at the default volume; null where it is not known beforehand.</param>
public sealed record ExpectedRegion(
    int Id,
    string Level,
    bool IsLeaf,
    double X,
    double Y,
    LocalizedText Name,
    IReadOnlyDictionary<string, double> PeakHertz,
    double? Level01);
