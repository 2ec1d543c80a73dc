using Sensorium.Expression;

namespace Sensorium;

/// <summary>The loops of one sound set.</summary>
/// <param name="Set">The set.</param>
/// <param name="Loops">Its loops.</param>
internal sealed record LoopSet(SoundSet Set, IReadOnlyList<Loop> Loops);
