using Sensorium.Inference;
using Sensorium.Perception;

namespace Sensorium;

/// <summary>The one place that says who hears the songs of the library.</summary>
public static class LibraryPerceiver
{
    /// <summary>Opens the perceiver of songs.</summary>
    /// <param name="catalogue">Where its models are.</param>
    /// <returns>The perceiver.</returns>
    /// <exception cref="MissingComponentException">There is no model that feels songs.</exception>
    public static ISongPerceiver Open(ModelCatalogue catalogue) => SongPerceiver.Open(catalogue);
}
