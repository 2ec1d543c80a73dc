using System.Runtime.CompilerServices;
using Sensorium.Media;

namespace Sensorium.Lab.Datasets;

/// <summary>Faces that are picture files with a label each.</summary>
/// <param name="name">The name of the folder or file.</param>
/// <param name="layout">How it is laid out.</param>
/// <param name="split">Which part of it this is.</param>
internal abstract class PictureFaces(string name, FaceLayout layout, string? split) : FaceDataset(name, layout, split)
{
    /// <summary>Larger pictures are reduced to this on the way in: a face in them is still many times larger than a tile.</summary>
    private const int LongSide = 1024;

    /// <inheritdoc/>
    public override async IAsyncEnumerable<FaceSample> ReadAsync(
        Action<DatasetFault> onFault, IProgress<double>? progress = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(onFault);
        PictureReader reader = new();
        PictureReadOptions options = new() { TargetLongSide = LongSide };
        List<LabelledFile> files = [.. Files(onFault)];
        for (int i = 0; i < files.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report((double)i / files.Count);
            Picture? picture = null;
            try
            {
                picture = (await reader.ReadAsync(files[i].Path, options, cancellationToken).ConfigureAwait(false)).Picture;
            }
            catch (Exception error) when (error is MalformedInputException or UnsupportedInputException or LimitReachedException)
            {
                onFault(new(files[i].Name, ((SensoriumException)error).Text));
            }

            if (picture is not null)
            {
                yield return new FaceSample { Name = files[i].Name, Picture = picture, Label = files[i].Label };
            }
        }

        progress?.Report(1);
    }

    /// <summary>The files in a fixed order.</summary>
    /// <param name="onFault">Hears of what names no file or no emotion.</param>
    /// <returns>The files; whether each can be read shows later.</returns>
    protected abstract IEnumerable<LabelledFile> Files(Action<DatasetFault> onFault);

    /// <summary>A file and its label.</summary>
    /// <param name="Name">Its path within the data set.</param>
    /// <param name="Path">Its path.</param>
    /// <param name="Label">What its face expresses.</param>
    protected readonly record struct LabelledFile(string Name, string Path, Emotion Label);
}
