using Sensorium.Media;
using Sensorium.Perception;

namespace Sensorium;

/// <summary>Listens to songs, and to the sound tracks of videos as songs.</summary>
/// <param name="sounds">Reads sounds.</param>
/// <param name="models">The models.</param>
internal sealed class SongEar(SoundReader sounds, IFeelModels models)
{
    private const int BlockSamples = 1 << 14;

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
        float[] block = new float[BlockSamples];
        for (int read; (read = await sound.ReadAsync(block, cancellationToken)) > 0;)
        {
            FiniteSamples.Make(block.AsSpan(0, read));
            listener.Push(block.AsSpan(0, read), cancellationToken);
        }

        return listener.Finish(cancellationToken);
    }
}
