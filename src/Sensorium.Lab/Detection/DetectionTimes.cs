namespace Sensorium.Lab.Detection;

/// <summary>How long one decoded 12-megapixel photograph takes on one core, warm, in milliseconds.</summary>
/// <param name="Model">Name and version of the detector.</param>
/// <param name="Elapsed">By the clock: the median of several runs.</param>
/// <param name="Processor">Processor time: the mean of these runs. On a busy machine it is the truer one.</param>
public readonly record struct DetectionTimes(string Model, double Elapsed, double Processor);
