namespace Sensorium.Browser.Tests;

/// <summary>What the analyser behind the page's last gain measured.</summary>
/// <param name="Level">Root mean square, 0..1.</param>
/// <param name="PeakHertz">Frequency of the strongest bin; a bin is 2.7 Hz wide.</param>
/// <param name="Region">The region the page says it is at.</param>
internal sealed record Heard(double Level, double PeakHertz, int? Region);
