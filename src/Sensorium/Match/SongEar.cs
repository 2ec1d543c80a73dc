using Sensorium.Media;
using Sensorium.Perception;

namespace Sensorium;

/// <summary>Hears a song that is not in the library, piece by piece.</summary>
/// <param name="perceiver">Hears how songs feel.</param>
/// <param name="sounds">Decodes.</param>
internal sealed class SongEar(ISongPerceiver perceiver, SoundReader sounds)
{
    private const int BlockSamples = 1 << 14;

    /// <summary>Hears a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>What was heard.</returns>
    public async Task<SongReading> HearAsync(string path, CancellationToken cancellationToken)
    {
        await using SoundStream sound = await sounds.OpenAsync(path, new SoundStreamOptions { SampleRate = perceiver.SampleRate, ChannelCount = 1 }, cancellationToken);
        using ISongListener listener = perceiver.Listen();
        float[] block = new float[BlockSamples];
        for (int count; (count = await sound.ReadAsync(block, cancellationToken)) > 0;)
        {
            listener.Push(block.AsSpan(0, count), cancellationToken);
        }

        return listener.Finish(cancellationToken);
    }
}
