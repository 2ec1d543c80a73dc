namespace Sensorium.Lab.Listening;

/// <summary>A sound as the listener has it.</summary>
/// <param name="Scene">The picture it comes from.</param>
/// <param name="Class">The colour that it stands for.</param>
/// <param name="Features">What was heard.</param>
internal sealed record HeardSound(int Scene, int Class, double[] Features);
