using Sensorium.Media;
using Sensorium.Perception;

namespace Sensorium;

/// <summary>Listens to songs, and to the sound tracks of videos as songs.</summary>
/// <param name="sounds">Reads sounds.</param>
/// <param name="models">The models.</param>
internal sealed class SongEar(SoundReader sounds, IFeelModels models)
{
    /// <summary>Listens to a file; memory does not grow with its length.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>What was heard.</returns>
    /// <exception cref="SensoriumException">The file is unfit, a limit was reached, or a component is missing.</exception>
    public async Task<SongReading> HearAsync(string path, CancellationToken cancellationToken)
    {
        ISongPerceiver songs = models.Songs;
        await using SoundStream sound = await sounds.OpenAsync(path, new SoundStreamOptions { SampleRate = songs.SampleRate }, cancellationToken);
        using ISongListener listener = songs.Listen();
        await foreach (ReadOnlyMemory<float> block in sound.ReadBlocksAsync(cancellationToken))
        {
            listener.Push(block.Span, cancellationToken);
        }

        return listener.Finish(cancellationToken);
    }
}
