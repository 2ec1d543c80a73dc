using Sensorium.Lab.Detection;
using Sensorium.Perception;

namespace Sensorium.Cli;

/// <summary>The detectors of one evaluation.</summary>
/// <param name="Detectors">Those that are measured.</param>
/// <param name="Judge">The one that judges photographs without boxes; null where it is not here.</param>
/// <param name="Absent">Names of those that are not here.</param>
/// <param name="HeldOutThemes">Themes of OASIS that the training of ours did not see; null where no model says.</param>
internal sealed record DetectorChoice(IReadOnlyList<DetectorUnderTest> Detectors, IFaceDetector? Judge, IReadOnlyList<string> Absent, IReadOnlyList<string>? HeldOutThemes);
