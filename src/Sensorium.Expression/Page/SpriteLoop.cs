namespace Sensorium.Expression;

/// <summary>One seamless loop inside a sprite: the frames [<paramref name="Start"/>, <paramref name="Start"/> + <paramref name="Length"/>).</summary>
/// <param name="Role">The role that it plays, e.g. <c>blue</c>.</param>
/// <param name="Pitch">Its MIDI note number.</param>
/// <param name="Start">First frame, at the sprite's sample rate.</param>
/// <param name="Length">Frames in one turn; one bar.</param>
public readonly record struct SpriteLoop(string Role, int Pitch, int Start, int Length);
