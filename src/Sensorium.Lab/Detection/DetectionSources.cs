using Sensorium.Lab.Datasets;

namespace Sensorium.Lab.Detection;

/// <summary>Where the data lie; what is null is left out.</summary>
public sealed record DetectionSources
{
    private const int DeepestLevel = 4;

    /// <summary>A folder of photographs with dlib's XML boxes.</summary>
    public string? Dlib { get; init; }

    /// <summary>The folder of OASIS.</summary>
    public string? Oasis { get; init; }

    /// <summary>A folder of ordinary photographs; folders within are part of it.</summary>
    public string? Photos { get; init; }

    /// <summary>The folder of the FER+ sheets.</summary>
    public string? FerPlus { get; init; }

    /// <summary>Whether there is nothing to measure on.</summary>
    public bool IsEmpty => Dlib is null && Oasis is null && Photos is null && FerPlus is null;

    /// <summary>Finds the data in a folder, by their layout: the folder itself, or folders in it up to four levels down.</summary>
    /// <param name="root">The folder; a folder called <c>photos</c> holds the ordinary photographs.</param>
    /// <returns>What was found.</returns>
    /// <exception cref="MalformedInputException">There is no such folder.</exception>
    /// <exception cref="UnsupportedInputException">Nothing was found.</exception>
    public static DetectionSources Find(string root)
    {
        ArgumentNullException.ThrowIfNull(root);
        if (!Directory.Exists(root))
        {
            throw DatasetErrors.Missing(root);
        }

        DetectionSources found = new();
        Queue<(string Folder, int Level)> waiting = new([(root, 0)]);
        while (waiting.TryDequeue(out (string Folder, int Level) next))
        {
            string folder = next.Folder;
            found = found with
            {
                Dlib = found.Dlib ?? (DlibBoxes.Fits(folder) ? folder : null),
                Oasis = found.Oasis ?? (OasisPhotographs.Fits(folder) ? folder : null),
                FerPlus = found.FerPlus ?? (FolderListing.Files(folder, "*.csv").Any(SheetFaces.Fits) ? folder : null),
                Photos = found.Photos ?? (Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)).Equals("photos", StringComparison.OrdinalIgnoreCase) ? folder : null),
            };
            if (next.Level < DeepestLevel)
            {
                foreach (string inner in FolderListing.Folders(folder))
                {
                    waiting.Enqueue((inner, next.Level + 1));
                }
            }
        }

        return found.IsEmpty ? throw DatasetErrors.UnknownLayout(root, "dlib, oasis, photos, ferplus") : found;
    }
}
