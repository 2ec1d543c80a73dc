namespace Sensorium.Expression;

/// <summary>One loop that sounds in a voice.</summary>
/// <param name="Role">The role that a sound set gives an instrument to: <c>red</c>, <c>orange</c>, ... <c>white</c>, <c>grey</c>, <c>black</c>.</param>
/// <param name="Gain">Linear gain, 0..1; the squares of a voice's gains sum to 1 (equal power).</param>
public readonly record struct VoiceLayer(string Role, double Gain);
