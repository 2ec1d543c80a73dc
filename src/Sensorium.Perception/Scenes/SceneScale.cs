namespace Sensorium.Perception;

/// <summary>How one block's numbers are brought to one scale before they are compared.</summary>
/// <param name="Mean">Mean of each number over photographs; empty leaves the block as it is.</param>
/// <param name="Sd">Standard deviation of each number.</param>
internal readonly record struct SceneScale(ReadOnlyMemory<float> Mean, ReadOnlyMemory<float> Sd)
{
    /// <summary>Standardised numbers are cut off here.</summary>
    public const float Clip = 3;

    /// <summary>Whether a block is standardised; the others are histograms and codes whose distances mean something already.</summary>
    /// <param name="block">The block.</param>
    /// <returns>True where it is.</returns>
    public static bool IsFor(SceneBlock block) => block is SceneBlock.Layout or SceneBlock.Faces;

    /// <summary>Brings numbers to scale.</summary>
    /// <param name="raw">The block's numbers.</param>
    /// <returns>As many.</returns>
    public float[] Apply(ReadOnlySpan<float> raw)
    {
        float[] scaled = raw.ToArray();
        if (Mean.IsEmpty)
        {
            return scaled;
        }

        for (int i = 0; i < scaled.Length; i++)
        {
            float z = (scaled[i] - Mean.Span[i]) / Sd.Span[i];
            scaled[i] = Math.Clamp(z, -Clip, Clip);
        }

        return scaled;
    }
}
