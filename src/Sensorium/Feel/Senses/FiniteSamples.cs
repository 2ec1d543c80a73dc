namespace Sensorium;

/// <summary>Makes samples fit for listeners: files of floats may hold anything.</summary>
internal static class FiniteSamples
{
    /// <summary>Turns what is no finite number into silence.</summary>
    /// <param name="samples">The samples.</param>
    public static void Make(Span<float> samples)
    {
        foreach (ref float sample in samples)
        {
            sample = float.IsFinite(sample) ? sample : 0;
        }
    }
}
