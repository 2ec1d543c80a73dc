namespace Sensorium.Expression;

/// <summary>Turns the regions of a picture and its feeling into a sound map.</summary>
public static class Sonifier
{
    /// <summary>Gives every region its sounds.</summary>
    /// <param name="source">The picture's name, size and what was made of it.</param>
    /// <param name="mapping">The mapping from colour to sound.</param>
    /// <param name="lowestHz">Lowest pitch, or null for the mapping's.</param>
    /// <param name="highestHz">Highest pitch, or null for the mapping's.</param>
    /// <returns>The map; levels are as the mapping says, before <see cref="VoiceCalibration"/>.</returns>
    public static SoundMap Sonify(SonifierInput source, Mapping mapping, double? lowestHz = null, double? highestHz = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        Tonality tonality = TonalityRules.Choose(source.Feeling.Affect, source.Feeling.Emotions, source.Regions, mapping, lowestHz, highestHz);
        VoiceFactory voices = new(mapping, tonality);
        return new SoundMap
        {
            Name = source.Name,
            Width = source.Width,
            Height = source.Height,
            Seed = source.Seed,
            Feeling = source.Feeling,
            Tonality = tonality,
            Mapping = mapping,
            Regions = source.Regions,
            Sounds = [.. source.Regions.Regions.Select(region => voices.Sound(ColourSample.FromRegion(region)))],
            Labels = source.Labels,
        };
    }
}
