using Sensorium.Perception;

namespace Sensorium;

/// <summary>What was heard in a sound of which nobody said what it is.</summary>
/// <param name="Voice">What of it is speech, singing and music, and how its voice feels.</param>
/// <param name="Song">How its music feels; null where it was soon clear that somebody speaks, or where songs cannot be heard.</param>
/// <param name="Missing">Why songs cannot be heard; null where they can.</param>
internal sealed record HeardSound(VoiceReading Voice, SongReading? Song, MissingComponentException? Missing);
