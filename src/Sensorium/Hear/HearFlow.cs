namespace Sensorium;

/// <summary>A picture becomes a sound map, a piece of music and a page to explore.</summary>
public sealed class HearFlow
{
    /// <summary>Reads a picture and writes what <paramref name="options"/> ask for; nothing appears at the target names before all of it is done.</summary>
    /// <param name="picturePath">The picture file.</param>
    /// <param name="outputFolder">Where the files go, made when missing; null writes no file and only returns the map.</param>
    /// <param name="options">What to make and how.</param>
    /// <param name="progress">Told of each step; may be null.</param>
    /// <param name="cancellationToken">Stops the work; nothing is left behind.</param>
    /// <returns>The map and the paths of the files.</returns>
    /// <exception cref="SensoriumException">The input is unfit, a limit was reached, or a component is missing.</exception>
    public Task<HearResult> RunAsync(
        string picturePath,
        string? outputFolder,
        HearOptions options,
        IProgress<HearProgress>? progress = null,
        CancellationToken cancellationToken = default) => throw new InvalidOperationException($"Not wired yet: {picturePath} {outputFolder} {options} {progress} {cancellationToken}");
}
