namespace Sensorium.Lab.Faces;

/// <summary>How long one face takes on one core, warm, in milliseconds.</summary>
/// <param name="OneByOne">Asked for one at a time, by the clock: the median of many runs.</param>
/// <param name="Batched">Asked for 32 at a time, by the clock: the median of many runs.</param>
/// <param name="Processor">Processor time, asked for one at a time: the mean of these runs. On a busy machine it is the truer one.</param>
public readonly record struct FaceTimes(double OneByOne, double Batched, double Processor);
