namespace Sensorium.Perception;

/// <summary>The faces of a picture as numbers: how many, how large, how sure, and what they express, each weighing by its area.</summary>
internal static class FaceMeasures
{
    private const int Plain = 5;

    /// <summary>How many numbers: five of number and size, the eight emotions, and the eight emotions times size.</summary>
    public const int Length = Plain + (2 * EmotionScores.Count);

    /// <summary>Measures the faces of a picture.</summary>
    /// <param name="reading">The faces; null or none gives zeros.</param>
    /// <param name="width">The picture's width in pixels.</param>
    /// <param name="height">The picture's height in pixels.</param>
    /// <returns><see cref="Length"/> numbers.</returns>
    public static float[] Measure(FaceReading? reading, int width, int height)
    {
        float[] vector = new float[Length];
        if (reading is null || reading.Faces.Count == 0)
        {
            return vector;
        }

        double[] areas = [.. reading.Faces.Select(face => Math.Max(face.Face.Box.Within(width, height).Area / ((double)width * height), 1e-6))];
        double largest = Math.Sqrt(areas.Max());
        double total = areas.Sum();
        vector[0] = 1;
        vector[1] = (float)Math.Log(1 + reading.Found);
        vector[2] = (float)largest;
        vector[3] = (float)Math.Sqrt(total);
        vector[4] = (float)reading.Faces.Max(face => face.Face.Confidence);
        for (int i = 0; i < areas.Length; i++)
        {
            for (int k = 0; k < EmotionScores.Count; k++)
            {
                double share = reading.Faces[i].Percept.Emotions[(Emotion)k] * areas[i] / total;
                vector[Plain + k] += (float)share;
                vector[Plain + EmotionScores.Count + k] += (float)(share * largest);
            }
        }

        return vector;
    }
}
