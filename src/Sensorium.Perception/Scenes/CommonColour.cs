using Sensorium.Imaging;

namespace Sensorium.Perception;

/// <summary>The colour that most of a picture has.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Share">Share of the picture, 0..1.</param>
internal readonly record struct CommonColour(LocalizedText Name, double Share)
{
    // Steps of lightness, and of a and b, which reach from -.4 to .4. Colours of one step are one.
    private const int Steps = 16;
    private const float Reach = 0.4f;

    /// <summary>Finds it: the picture's colours are gathered into at most six, those of one name add up.</summary>
    /// <param name="colours">The picture's colours.</param>
    /// <returns>The commonest, the first by alphabet among equals.</returns>
    public static CommonColour Of(SceneColours colours)
    {
        List<WeighedColour> bins = Bins(colours);
        Dictionary<LocalizedText, double> shares = [];
        foreach (WeighedColour cluster in ColourClusters.Find(bins))
        {
            LocalizedText name = ColourNames.Of(cluster.Mean).Text;
            shares[name] = shares.GetValueOrDefault(name) + (cluster.Weight / colours.Lightness.Length);
        }

        KeyValuePair<LocalizedText, double> most = shares.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key.English, StringComparer.Ordinal).First();
        return new(most.Key, Math.Min(most.Value, 1));
    }

    private static List<WeighedColour> Bins(SceneColours colours)
    {
        const float Scale = Steps / (2 * Reach);
        WeighedColour[] bins = new WeighedColour[Steps * Steps * Steps];
        ReadOnlySpan<float> lightness = colours.Lightness, a = colours.A, b = colours.B;
        for (int i = 0; i < lightness.Length; i++)
        {
            int l = Math.Clamp((int)(lightness[i] * Steps), 0, Steps - 1);
            int across = Math.Clamp((int)((a[i] + Reach) * Scale), 0, Steps - 1);
            int along = Math.Clamp((int)((b[i] + Reach) * Scale), 0, Steps - 1);
            bins[(((l * Steps) + across) * Steps) + along].Add(lightness[i], a[i], b[i]);
        }

        List<WeighedColour> filled = [];
        foreach (WeighedColour bin in bins)
        {
            if (bin.Weight > 0)
            {
                filled.Add(bin);
            }
        }

        return filled;
    }
}
