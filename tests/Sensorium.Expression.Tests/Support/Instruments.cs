using Sensorium.Music;

namespace Sensorium.Expression.Tests;

/// <summary>The real synthesizer, shared by the tests that need it; they skip where it is not installed.</summary>
internal static class Instruments
{
    private static readonly Lazy<ISynthesizer?> Shared = new(Open);

    /// <summary>Held while the shared synthesizer plays: one thread at a time.</summary>
    public static Lock Gate { get; } = new();

    /// <summary>FluidSynth with the installed SoundFont.</summary>
    public static ISynthesizer Synthesizer
    {
        get
        {
            Assert.SkipWhen(Shared.Value is null, "FluidSynth's library or a General MIDI SoundFont is not installed.");
            return Shared.Value!;
        }
    }

    private static FluidSynthesizer? Open()
    {
        try
        {
            return new FluidSynthesizer(SoundFontLocator.Locate());
        }
        catch (MissingComponentException)
        {
            return null;
        }
    }
}
