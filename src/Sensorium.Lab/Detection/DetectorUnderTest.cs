using Sensorium.Perception;

namespace Sensorium.Lab.Detection;

/// <summary>A detector that is measured.</summary>
/// <param name="Detector">The detector, opened so that it tells of doubtful faces too: the curve of precision against recall needs them.</param>
/// <param name="Threshold">The least confidence at which it is used; recall and precision are stated there.</param>
public sealed record DetectorUnderTest(IFaceDetector Detector, double Threshold);
