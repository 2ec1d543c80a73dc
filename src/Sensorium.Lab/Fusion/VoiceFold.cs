using Sensorium.Perception;

namespace Sensorium.Lab.Fusion;

/// <summary>A voice model and the speakers whom it has never heard.</summary>
/// <param name="Speakers">The speakers that were held out when it was trained.</param>
/// <param name="Voice">The model.</param>
public sealed record VoiceFold(IReadOnlySet<string> Speakers, IVoicePerceiver Voice);
