namespace Sensorium.Samples.Pictures;

/// <summary>The pictures that the repository carries.</summary>
internal static class SampleList
{
    /// <summary>All of them; each draws itself anew whenever it is taken from here.</summary>
    public static IReadOnlyList<ISample> All => [new Harbour(), new Meadow(), new Plate(), new Storm(), new Snow()];
}
