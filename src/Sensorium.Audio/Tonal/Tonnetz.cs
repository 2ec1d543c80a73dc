namespace Sensorium.Audio;

/// <summary>
/// Pitch classes as a place in the space of tonal centroids (Harte, Sandler and Gasser, "Detecting harmonic change in musical audio", AMCMM 2006):
/// the circles of fifths, minor thirds and major thirds, two coordinates each.
/// </summary>
public static class Tonnetz
{
    /// <summary>Coordinates: fifths x, y, minor thirds x, y, major thirds x, y.</summary>
    public const int Count = 6;

    private static readonly float[] Basis = MakeBasis();

    /// <summary>Finds the place of a chord.</summary>
    /// <param name="chroma">12 values from C to B, at least 0; only their shares count.</param>
    /// <param name="place">Receives 6 coordinates: -1..1, those of the major thirds -.5..5; all 0 in silence.</param>
    public static void Of(ReadOnlySpan<float> chroma, Span<float> place)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(chroma.Length, ChromaFilterbank.Count);
        ArgumentOutOfRangeException.ThrowIfNotEqual(place.Length, Count);
        float sum = System.Numerics.Tensors.TensorPrimitives.Sum(chroma);
        for (int i = 0; i < Count; i++)
        {
            float dot = System.Numerics.Tensors.TensorPrimitives.Dot(chroma, Basis.AsSpan(i * ChromaFilterbank.Count, ChromaFilterbank.Count));
            place[i] = sum > 0 ? dot / sum : 0;
        }
    }

    private static float[] MakeBasis()
    {
        double[] turns = [7.0 / 6, 3.0 / 2, 2.0 / 3];
        double[] radii = [1, 1, 0.5];
        var basis = new float[Count * ChromaFilterbank.Count];
        for (int i = 0; i < Count; i++)
        {
            for (int pitch = 0; pitch < ChromaFilterbank.Count; pitch++)
            {
                // Even rows are shifted by a quarter turn and so are the sines.
                double angle = Math.PI * ((turns[i / 2] * pitch) - (i % 2 == 0 ? 0.5 : 0));
                basis[(i * ChromaFilterbank.Count) + pitch] = (float)(radii[i / 2] * Math.Cos(angle));
            }
        }

        return basis;
    }
}
