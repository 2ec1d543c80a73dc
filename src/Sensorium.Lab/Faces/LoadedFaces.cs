using Sensorium.Lab.Datasets;
using Sensorium.Perception;

namespace Sensorium.Lab.Faces;

/// <summary>A data set in memory: what was voted, and the tiles that models are shown.</summary>
internal sealed class LoadedFaces
{
    /// <summary>Pictures up to this size are faces that were cut out already: no detector is asked.</summary>
    public const int MostTileSide = 96;

    private readonly List<FaceSample> _samples = [];
    private readonly List<DatasetFault> _faults = [];
    private readonly Dictionary<FaceCropChoice, List<GreyTile>> _tiles = [];

    private LoadedFaces(IReadOnlyList<FaceCropChoice> crops)
    {
        Crops = crops;
        foreach (FaceCropChoice crop in crops)
        {
            _tiles[crop] = [];
        }
    }

    /// <summary>The crops, the stated one first.</summary>
    public IReadOnlyList<FaceCropChoice> Crops { get; }

    /// <summary>The faces; their pictures are let go of.</summary>
    public IReadOnlyList<FaceSample> Samples => _samples;

    /// <summary>What was left out.</summary>
    public IReadOnlyList<DatasetFault> Faults => _faults;

    /// <summary>Photographs in which the detector found no face, and which were shown whole.</summary>
    public int WithoutFace { get; private set; }

    /// <summary>The tiles of a crop, one for each face.</summary>
    /// <param name="crop">One of <see cref="Crops"/>.</param>
    public IReadOnlyList<GreyTile> this[FaceCropChoice crop] => _tiles[crop];

    /// <summary>Reads a data set.</summary>
    /// <param name="data">The data set.</param>
    /// <param name="options">Crops and detector.</param>
    /// <param name="progress">Hears of the share that was read.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The faces.</returns>
    public static async Task<LoadedFaces> ReadAsync(FaceDataset data, FaceEvaluationOptions options, IProgress<double> progress, CancellationToken cancellationToken)
    {
        LoadedFaces faces = new(Choose(data, options));
        await foreach (FaceSample sample in data.ReadAsync(faces._faults.Add, progress, cancellationToken).ConfigureAwait(false))
        {
            faces.Add(sample, options.Detector, cancellationToken);
        }

        return faces._samples.Count > 0 ? faces : throw DatasetErrors.Nothing(data.Name, faces._faults);
    }

    private static FaceCropChoice[] Choose(FaceDataset data, FaceEvaluationOptions options)
    {
        FaceCropChoice[] crops = [.. options.Crops.Distinct()];
        if (data.IsCutOut && crops.FirstOrDefault(NeedsPhotograph) is FaceCropChoice wrong && NeedsPhotograph(wrong))
        {
            throw new UnsupportedInputException(new LocalizedText(
                $"'{data.Name}' holds faces that were cut out already, so that the crop {FaceCrops.Id(wrong)} cannot be made; use tile or background-removed.",
                $"'{data.Name}'에는 이미 잘라 낸 얼굴이 들어 있어 {FaceCrops.Id(wrong)} 방식으로 자를 수 없습니다. tile이나 background-removed를 쓰십시오."));
        }

        return crops.Length > 0 ? crops
            : data.IsCutOut || options.Detector is null ? [FaceCropChoice.Tile, FaceCropChoice.BackgroundRemoved]
            : [FaceCropChoice.Margin, FaceCropChoice.BackgroundRemoved];
    }

    private static bool NeedsPhotograph(FaceCropChoice crop) => crop is FaceCropChoice.Margin or FaceCropChoice.Aligned;

    private void Add(FaceSample sample, IFaceDetector? detector, CancellationToken cancellationToken)
    {
        Picture picture = sample.Picture;
        bool isTile = Math.Max(picture.Width, picture.Height) <= MostTileSide;
        bool isLooked = !isTile && detector is not null && Crops.Any(crop => crop != FaceCropChoice.Tile);
        DetectedFace? face = isLooked ? detector!.Detect(picture, cancellationToken).MaxBy(found => found.Box.Area) : null;
        WithoutFace += isLooked && face is null ? 1 : 0;
        foreach (FaceCropChoice crop in Crops)
        {
            _tiles[crop].Add(Cut(picture, face, crop));
        }

        _samples.Add(sample with { Picture = Nothing });
    }

    private static Picture Nothing { get; } = new(1, 1);

    private static GreyTile Cut(Picture picture, DetectedFace? face, FaceCropChoice crop) => (crop, face) switch
    {
        (FaceCropChoice.BackgroundRemoved, null) => FaceCrop.RemoveBackground(FaceCrop.OfWhole(picture)),
        (FaceCropChoice.BackgroundRemoved, not null) => FaceCrop.Of(picture, face, FaceCropKind.BackgroundRemoved),
        (FaceCropChoice.Aligned, not null) => FaceCrop.Of(picture, face, FaceCropKind.Aligned),
        (FaceCropChoice.Margin, not null) => FaceCrop.Of(picture, face, FaceCropKind.Margin),
        _ => FaceCrop.OfWhole(picture),
    };
}
