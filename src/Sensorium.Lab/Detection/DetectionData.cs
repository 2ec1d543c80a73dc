using Sensorium.Imaging;
using Sensorium.Lab.Datasets;
using Sensorium.Media;
using Sensorium.Perception;

namespace Sensorium.Lab.Detection;

/// <summary>The sets of pictures that can be made of what is there.</summary>
/// <param name="sources">Where the data lie.</param>
/// <param name="options">Judge, themes, number of composites.</param>
/// <param name="faults">Receives what is left out.</param>
internal sealed class DetectionData(DetectionSources sources, DetectionOptions options, List<DatasetFault> faults)
{
    /// <summary>Photographs are read as the program reads them everywhere.</summary>
    private static readonly PictureReadOptions Reading = new();

    private static readonly string[] PictureEndings = [".jpg", ".jpeg", ".png", ".webp", ".gif", ".bmp", ".tif", ".tiff", ".heic", ".avif"];

    private readonly PictureReader _reader = new();

    /// <summary>Lists the sets; composites are prepared, everything else is read later.</summary>
    /// <param name="progress">Hears of the share that is prepared.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The sets and their pictures.</returns>
    public async Task<IReadOnlyList<(DetectionSetKind Kind, IReadOnlyList<DetectionItem> Items)>> ListAsync(IProgress<double> progress, CancellationToken cancellationToken)
    {
        List<(DetectionSetKind, IReadOnlyList<DetectionItem>)> sets = [];
        if (sources.Dlib is { } dlib)
        {
            sets.Add((DetectionSetKind.Dlib, [.. DlibBoxes.Read(dlib, faults.Add).Select(photograph => new DetectionItem(
                photograph.Name,
                async token => new DetectionPicture(photograph.Name, await ReadAsync(photograph.Path, token).ConfigureAwait(false), photograph.Boxes, photograph.Ignored)))]));
        }

        IReadOnlyList<RatedPhotograph> oasis = sources.Oasis is { } folder ? OasisPhotographs.Read(folder, faults.Add) : [];
        string[] photos = sources.Photos is { } root ? [.. Pictures(root)] : [];
        if (options.Judge is not null)
        {
            RatedPhotograph[] people = [.. oasis.Where(photograph => photograph.Category == "Person")];
            sets.Add((DetectionSetKind.HeldOut, [.. people.Where(photograph => IsHeldOut(photograph.Theme)).Select(photograph => Judged(photograph.Name, photograph.Path))]));
            sets.Add((DetectionSetKind.People, [.. people.Select(photograph => Judged(photograph.Name, photograph.Path))]));
            sets.Add((DetectionSetKind.Photos, [.. photos.Select(path => Judged(Path.GetFileName(path), path))]));
        }

        sets.Add((DetectionSetKind.Composites, await CompositesAsync(oasis, photos, progress, cancellationToken).ConfigureAwait(false)));
        sets.RemoveAll(set => set.Item2.Count == 0);
        return sets;
    }

    private static IEnumerable<string> Pictures(string root) =>
        FolderListing.Files(root, isDeep: true).Where(path => PictureEndings.Contains(Path.GetExtension(path).ToLowerInvariant()));

    private bool IsHeldOut(string theme) => options.HeldOutThemes?.Contains(theme, StringComparer.OrdinalIgnoreCase) == true;

    private async Task<Picture> ReadAsync(string path, CancellationToken cancellationToken) =>
        (await _reader.ReadAsync(path, Reading, cancellationToken).ConfigureAwait(false)).Picture;

    private DetectionItem Judged(string name, string path) =>
        new(name, async token => new DetectionPicture(name, await ReadAsync(path, token).ConfigureAwait(false), null, []));

    private async Task<IReadOnlyList<DetectionItem>> CompositesAsync(
        IReadOnlyList<RatedPhotograph> oasis, string[] photos, IProgress<double> progress, CancellationToken cancellationToken)
    {
        if (sources.FerPlus is not { } ferPlus)
        {
            return [];
        }

        List<GreyTile> tiles = [];
        await foreach (FaceSample sample in FaceDataset.Open(ferPlus, FaceLayout.Sheets).ReadAsync(faults.Add, null, cancellationToken).ConfigureAwait(false))
        {
            if (sample.Votes!.NotAFace == 0)
            {
                tiles.Add(FaceCrop.OfWhole(sample.Picture));
            }
        }

        // Where the detector names no themes as unseen, scenes of all themes serve: their scenery was seen, but not with these faces.
        string[] paths =
        [
            .. oasis.Where(photograph => photograph.Category is "Scenery" or "Object" && (options.HeldOutThemes is null || IsHeldOut(photograph.Theme))).Select(photograph => photograph.Path),
            .. options.Judge is null ? [] : photos,
        ];
        List<Picture> scenes = [];
        for (int i = 0; i < paths.Length; i++)
        {
            progress.Report((double)i / paths.Length);
            DetectionItem item = Judged(Path.GetFileName(paths[i]), paths[i]);
            (DetectionPicture? read, DatasetFault? fault) = await item.ReadAsync(cancellationToken).ConfigureAwait(false);
            if (fault is { } reason)
            {
                faults.Add(reason);
            }
            else if (options.Judge?.Detect(read!.Picture, cancellationToken).Count is null or 0)
            {
                scenes.Add(Sized(read!.Picture));
            }
        }

        CompositeMaker maker = new(scenes, tiles, options.Seed);
        return scenes.Count == 0 || tiles.Count == 0
            ? []
            : [.. Enumerable.Range(0, options.Composites).Select(i => new DetectionItem($"composite {i}", _ => Task.FromResult(maker.Make(i))))];
    }

    private static Picture Sized(Picture picture)
    {
        double scale = (double)CompositeMaker.SceneSide / Math.Max(picture.Width, picture.Height);
        return scale <= 1
            ? AreaReduction.ToLongSide(picture, CompositeMaker.SceneSide)
            : PictureEnlargement.Enlarge(picture, (int)Math.Round(picture.Width * scale), (int)Math.Round(picture.Height * scale));
    }
}
