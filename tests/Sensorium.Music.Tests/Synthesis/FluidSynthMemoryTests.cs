namespace Sensorium.Music.Tests.Synthesis;

/// <summary>Runs alone: what it measures is the memory of the whole process, which other tests use too.</summary>
[Collection(nameof(FluidSynthMemoryTests))]
[CollectionDefinition(nameof(FluidSynthMemoryTests), DisableParallelization = true)]
public sealed class FluidSynthMemoryTests
{
    [Fact]
    public void Dispose_ManyInstances_ReturnTheirMemory()
    {
        // Each instance holds tens of megabytes of samples; without release fifty would pass the limit many times over.
        long before = 0;
        for (int i = 0; i < 50; i++)
        {
            using (FluidSynthesizer synth = FluidSynthesizerTests.Open(new FluidSynthOptions()))
            {
                synth.Render(Scores.OfSeconds(Scores.Part(48, new Note(0, 1, 60, 90))), 4410, TestContext.Current.CancellationToken);
            }

            before = i == 5 ? Environment.WorkingSet : before;
        }

        Assert.InRange(Environment.WorkingSet - before, long.MinValue, 150L << 20);
    }
}
