namespace Sensorium.Lab.Datasets;

/// <summary>A set of labelled faces, read one at a time.</summary>
public abstract class FaceDataset
{
    private protected FaceDataset(string name, FaceLayout layout, string? split)
    {
        Name = name;
        Layout = layout;
        Split = split;
    }

    /// <summary>The name of the folder or file.</summary>
    public string Name { get; }

    /// <summary>How it is laid out.</summary>
    public FaceLayout Layout { get; }

    /// <summary>Which part of it this is; null where it has no parts.</summary>
    public string? Split { get; }

    /// <summary>Whether the pictures are faces that were cut out already, all framed alike.</summary>
    public bool IsCutOut => Layout == FaceLayout.Sheets;

    /// <summary>Opens a set.</summary>
    /// <param name="path">A folder, or a table of the layouts <see cref="FaceLayout.Sheets"/> and <see cref="FaceLayout.Table"/>.</param>
    /// <param name="layout">The layout; null recognises it.</param>
    /// <param name="split">Which part; null takes <c>valid</c> where it is there, else the only one.</param>
    /// <returns>The set.</returns>
    /// <exception cref="MalformedInputException">It is not there, is not of that layout, or has no such split.</exception>
    /// <exception cref="UnsupportedInputException">No layout fits.</exception>
    public static FaceDataset Open(string path, FaceLayout? layout = null, string? split = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        return FaceDatasetFinder.Find(path, layout, split);
    }

    /// <summary>Reads the faces in a fixed order. May be called again.</summary>
    /// <param name="onFault">Hears of everything that is left out.</param>
    /// <param name="progress">Receives the share that was read, 0..1, never going back; null for none.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The faces.</returns>
    /// <exception cref="MalformedInputException">The table cannot be read on.</exception>
    /// <exception cref="MissingComponentException">A picture's kind needs ffmpeg, which is not installed.</exception>
    public abstract IAsyncEnumerable<FaceSample> ReadAsync(
        Action<DatasetFault> onFault, IProgress<double>? progress = null, CancellationToken cancellationToken = default);
}
