using Sensorium.Expression;
using Sensorium.Music;

namespace Sensorium;

/// <summary>A sound set with what plays it.</summary>
/// <param name="Set">Which instrument plays which role.</param>
/// <param name="Open">Opens a synthesizer; options apply to SoundFonts only.</param>
internal sealed record LoadedSoundSet(SoundSet Set, Func<FluidSynthOptions, ISynthesizer> Open);
