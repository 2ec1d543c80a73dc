namespace Sensorium.Lab.Songs;

/// <summary>How often a tag was given, and how often rightly.</summary>
/// <param name="Tag">The tag.</param>
/// <param name="Given">Tracks that were given it.</param>
/// <param name="Right">Those among them that have it.</param>
/// <param name="Expected">Tracks that have it.</param>
public readonly record struct TagScore(string Tag, int Given, int Right, int Expected)
{
    /// <summary>Share of what was given that is right; NaN where nothing was given.</summary>
    public double Precision => Given == 0 ? double.NaN : (double)Right / Given;

    /// <summary>Share of what is there that was given; NaN where nothing is there.</summary>
    public double Recall => Expected == 0 ? double.NaN : (double)Right / Expected;
}
