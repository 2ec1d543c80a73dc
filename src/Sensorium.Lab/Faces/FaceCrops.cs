namespace Sensorium.Lab.Faces;

/// <summary>The names of the crops.</summary>
public static class FaceCrops
{
    /// <summary>Its short name in JSON and on the command line.</summary>
    /// <param name="crop">The crop.</param>
    /// <returns>Lower-case words with hyphens.</returns>
    public static string Id(FaceCropChoice crop) => crop == FaceCropChoice.BackgroundRemoved ? "background-removed" : crop.ToString().ToLowerInvariant();

    /// <summary>The crop of a short name.</summary>
    /// <param name="id">The short name in any case.</param>
    /// <returns>The crop; null where there is none of that name.</returns>
    public static FaceCropChoice? Find(string id) => Enum.GetValues<FaceCropChoice>()
        .Where(crop => Id(crop).Equals(id, StringComparison.OrdinalIgnoreCase))
        .Select(crop => (FaceCropChoice?)crop)
        .FirstOrDefault();

    /// <summary>Its name.</summary>
    /// <param name="crop">The crop.</param>
    /// <returns>A few words.</returns>
    public static LocalizedText Title(FaceCropChoice crop) => crop switch
    {
        FaceCropChoice.Tile => new("as it is", "그대로"),
        FaceCropChoice.Margin => new("with margin", "여백 포함"),
        FaceCropChoice.Aligned => new("aligned", "눈높이 맞춤"),
        _ => new("background removed", "배경 제거"),
    };
}
