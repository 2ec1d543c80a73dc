using Sensorium.Lab.Datasets;

namespace Sensorium.Lab.Detection;

/// <summary>A picture that is read when its turn comes.</summary>
/// <param name="read">Reads it; throws where it cannot be read.</param>
/// <param name="name">Its name within the data.</param>
internal sealed class DetectionItem(string name, Func<CancellationToken, Task<DetectionPicture>> read)
{
    /// <summary>Reads the picture.</summary>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The picture, or why it is left out.</returns>
    public async Task<(DetectionPicture? Picture, DatasetFault? Fault)> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await read(cancellationToken).ConfigureAwait(false), null);
        }
        catch (Exception error) when (error is MalformedInputException or UnsupportedInputException or LimitReachedException)
        {
            return (null, new DatasetFault(name, ((SensoriumException)error).Text));
        }
    }
}
