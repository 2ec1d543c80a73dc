namespace Sensorium.Expression;

/// <summary>Which loop: a role at a mapped pitch.</summary>
/// <param name="Role">The role.</param>
/// <param name="Pitch">MIDI note number.</param>
public readonly record struct LoopKey(string Role, int Pitch);
