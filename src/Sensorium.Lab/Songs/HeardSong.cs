using Sensorium.Perception;

namespace Sensorium.Lab.Songs;

/// <summary>A clip and what was read of it.</summary>
/// <param name="Clip">The clip.</param>
/// <param name="Fold">The fold whose model judged it; 0 where there are none.</param>
/// <param name="Measures">What was measured of it.</param>
/// <param name="Affect">Where the model places it.</param>
internal readonly record struct HeardSong(SongClip Clip, int Fold, SongMeasures Measures, Affect Affect);
