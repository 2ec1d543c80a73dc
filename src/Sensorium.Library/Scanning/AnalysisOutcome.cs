namespace Sensorium.Library;

/// <summary>What came of a job: songs, or the reason why there are none.</summary>
/// <param name="Songs">The songs; empty where the file is unfit.</param>
/// <param name="Reason">Why it is unfit; null where it is not.</param>
/// <param name="Detail">What was wrong, in a sentence.</param>
public sealed record AnalysisOutcome(IReadOnlyList<SongPart> Songs, SkipReason? Reason = null, LocalizedText? Detail = null);
