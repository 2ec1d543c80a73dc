namespace Sensorium.Lab.Voices;

/// <summary>How well one model finds voices in one kind of sound, frame by frame.</summary>
/// <param name="Sound">The sound.</param>
/// <param name="Model">The model.</param>
/// <param name="Frames">Frames that were judged.</param>
/// <param name="Precision">Share of the frames called voice that are, 0..1.</param>
/// <param name="Recall">Share of the frames with voice that were called so.</param>
public sealed record ActivityScores(LocalizedText Sound, string Model, int Frames, double Precision, double Recall)
{
    /// <summary>Harmonic mean of precision and recall; NaN where there is no voice.</summary>
    public double F1 => 2 * Precision * Recall / (Precision + Recall);
}
