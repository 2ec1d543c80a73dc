using Sensorium.Perception;

namespace Sensorium.Lab.Detection;

/// <summary>
/// Decides which findings are right: from the most confident down, each takes the free true box that it overlaps most, if by
/// <see cref="Overlap"/> at least. A second finding of one face is wrong.
/// </summary>
internal static class BoxMatching
{
    /// <summary>The least intersection over union. Detectors draw boxes differently, chin and forehead in or out, so that .5 would measure habits.</summary>
    public const double Overlap = .4;

    /// <summary>Matches the findings of one picture.</summary>
    /// <param name="found">The findings.</param>
    /// <param name="faces">The true boxes.</param>
    /// <param name="ignored">Boxes that need not be found; findings that fit no true box but one of these do not count.</param>
    /// <returns>For each finding that counts its confidence, whether it is right, and its box, from the most confident down; and for each true box the confidence at which it was found, NaN for never.</returns>
    public static (IReadOnlyList<JudgedBox> Found, double[] FoundAt) Match(IReadOnlyList<DetectedFace> found, IReadOnlyList<FaceBox> faces, IReadOnlyList<FaceBox> ignored)
    {
        double[] foundAt = [.. faces.Select(_ => double.NaN)];
        List<JudgedBox> judged = [];
        foreach (DetectedFace face in found.OrderByDescending(face => face.Confidence))
        {
            int best = -1;
            double most = Overlap;
            for (int i = 0; i < faces.Count; i++)
            {
                double overlap = double.IsNaN(foundAt[i]) ? face.Box.IntersectionOverUnion(faces[i]) : 0;
                if (overlap >= most)
                {
                    (best, most) = (i, overlap);
                }
            }

            if (best >= 0)
            {
                foundAt[best] = face.Confidence;
            }

            if (best >= 0 || !ignored.Any(box => face.Box.IntersectionOverUnion(box) >= Overlap))
            {
                judged.Add(new JudgedBox(face.Confidence, best >= 0, SizeOf(face.Box)));
            }
        }

        return (judged, foundAt);
    }

    /// <summary>The size of a box: the side of the square of the same area.</summary>
    /// <param name="box">The box.</param>
    /// <returns>Pixels.</returns>
    public static double SizeOf(FaceBox box) => Math.Sqrt(box.Area);
}
