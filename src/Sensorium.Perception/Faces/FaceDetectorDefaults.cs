namespace Sensorium.Perception;

/// <summary>What a kind of detector is run with where neither the caller nor its manifest says otherwise.</summary>
/// <param name="LongSide">Pixels of the longer side.</param>
/// <param name="MinScore">The least confidence.</param>
/// <param name="Overlap">The most overlap of two faces.</param>
/// <param name="Colour"><c>rgb</c> or <c>bgr</c>.</param>
/// <param name="Mean">What is subtracted from a pixel's value.</param>
/// <param name="Scale">What it is divided by afterwards.</param>
internal sealed record FaceDetectorDefaults(int LongSide, double MinScore, double Overlap, string Colour, double Mean, double Scale);
