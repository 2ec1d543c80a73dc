namespace Sensorium.Perception;

/// <summary>
/// Keeps one of many boxes around the same face: the most confident first, each that overlaps a kept one too much dropped
/// (greedy suppression, e.g. Dalal and Triggs, "Histograms of oriented gradients for human detection", CVPR 2005).
/// </summary>
public static class NonMaximumSuppression
{
    /// <summary>Drops repeated boxes.</summary>
    /// <param name="faces">Candidates in any order.</param>
    /// <param name="overlap">
    /// The most <see cref="FaceBox.IntersectionOverUnion"/> that two kept boxes may have, in [0, 1]; at 1 all are kept.
    /// </param>
    /// <returns>The kept faces, most confident first; equally confident ones from top to bottom, then from left to right.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="overlap"/> is not in [0, 1].</exception>
    public static IReadOnlyList<DetectedFace> Keep(IEnumerable<DetectedFace> faces, double overlap)
    {
        ArgumentNullException.ThrowIfNull(faces);
        if (!(overlap >= 0 && overlap <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(overlap), overlap, "An overlap from 0 to 1 is needed.");
        }

        List<DetectedFace> kept = [];
        foreach (DetectedFace face in faces.OrderByDescending(face => face.Confidence).ThenBy(face => face.Box.Y).ThenBy(face => face.Box.X))
        {
            bool repeated = false;
            foreach (DetectedFace other in kept)
            {
                if (face.Box.IntersectionOverUnion(other.Box) > overlap)
                {
                    repeated = true;
                    break;
                }
            }

            if (!repeated)
            {
                kept.Add(face);
            }
        }

        return kept;
    }
}
