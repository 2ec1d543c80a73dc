using Sensorium.Audio;
using Sensorium.Media;
using Sensorium.Perception;

namespace Sensorium;

/// <summary>
/// Listens to a sound of which nobody said what it is: it is decoded once, and a listener of voices and one of songs hear it at the same time. The
/// latter stops where it is clear that somebody speaks (<see cref="SoundShares.IsSurelyVoice"/>).
/// </summary>
/// <param name="sounds">Reads sounds.</param>
/// <param name="models">The models.</param>
internal sealed class OpenEar(SoundReader sounds, IFeelModels models)
{
    private const int BlockSamples = 1 << 14;

    /// <summary>Listens to a file; memory does not grow with its length.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How the voice is read.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>What was heard.</returns>
    /// <exception cref="SensoriumException">The file is unfit, a limit was reached, or what hears voices is missing.</exception>
    public async Task<HeardSound> HearAsync(string path, FeelOptions options, CancellationToken cancellationToken)
    {
        (ISongPerceiver? songs, MissingComponentException? missing) = FindSongs();
        int rate = songs?.SampleRate ?? models.Voice.SampleRate;
        await using SoundStream sound = await sounds.OpenAsync(path, new SoundStreamOptions { SampleRate = rate }, cancellationToken);
        using IVoiceListener voice = models.Voice.Listen(options.Voice);
        using ISongListener? song = songs?.Listen();
        StreamResampler resampler = new(rate, models.Voice.SampleRate);
        float[] resampled = new float[BlockSamples];
        int told = 0;
        bool isVoice = false;
        await foreach (ReadOnlyMemory<float> block in sound.ReadBlocksAsync(cancellationToken))
        {
            ReadOnlySpan<float> rest = block.Span;
            if (!isVoice)
            {
                song?.Push(rest, cancellationToken);
            }

            for (int made; (made = resampler.Next(ref rest, resampled)) > 0;)
            {
                voice.Push(resampled.AsSpan(0, made), cancellationToken);
            }

            isVoice |= told < (told = voice.Heard.Count) && SoundShares.Of(voice.Heard).IsSurelyVoice;
        }

        for (int made; (made = resampler.Flush(resampled)) > 0;)
        {
            voice.Push(resampled.AsSpan(0, made), cancellationToken);
        }

        return new HeardSound(voice.Finish(cancellationToken), isVoice ? null : song?.Finish(cancellationToken), missing);
    }

    // A voice is felt without the model of songs; a song then says what is missing.
    private (ISongPerceiver? Songs, MissingComponentException? Missing) FindSongs()
    {
        try
        {
            return (models.Songs, null);
        }
        catch (MissingComponentException missing)
        {
            return (null, missing);
        }
    }
}
