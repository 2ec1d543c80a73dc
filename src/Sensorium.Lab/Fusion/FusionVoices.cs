using Sensorium.Media;
using Sensorium.Perception;

namespace Sensorium.Lab.Fusion;

/// <summary>Listens to recordings as they are and in noise.</summary>
/// <param name="seed">Seed of the noise.</param>
internal sealed class FusionVoices(ulong seed)
{
    /// <summary>The voice's level less that of the noise, in decibels.</summary>
    private const double NoisyDecibels = -5;
    private const ulong NoiseStream = 0x4015E;

    private readonly SoundReader _sounds = new();

    /// <summary>Listens to one recording.</summary>
    /// <param name="voice">The model.</param>
    /// <param name="path">The file.</param>
    /// <param name="index">Its number, which decides on its noise.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>What was heard in it as it is, in noise, and in silence of its length; null where no voice was heard.</returns>
    public async Task<(Percept? Clean, Percept? Noisy, Percept? Silent)> HearAsync(IVoicePerceiver voice, string path, int index, CancellationToken cancellationToken)
    {
        SoundBuffer sound = await _sounds.ReadAsync(path, new SoundReadOptions { SampleRate = voice.SampleRate, ChannelCount = 1 }, cancellationToken).ConfigureAwait(false);
        float[] clean = sound.Channel(0).ToArray();
        return (Hear(voice, clean, cancellationToken), Hear(voice, WithNoise(clean, new Pcg32(seed + (ulong)index, NoiseStream)), cancellationToken), Hear(voice, new float[clean.Length], cancellationToken));
    }

    /// <summary>Adds white noise that is 5 dB louder than the sound, over its whole length.</summary>
    internal static float[] WithNoise(float[] clean, Pcg32 random)
    {
        double power = clean.Sum(sample => (double)sample * sample) / Math.Max(clean.Length, 1);
        double amplitude = Math.Sqrt(power / Math.Pow(10, NoisyDecibels / 10));
        float[] noisy = [.. clean.Select(sample => (float)(sample + (amplitude * random.NextGaussian())))];
        float most = noisy.Length > 0 ? noisy.Max(Math.Abs) : 0;

        // As a recorder would: turned down rather than clipped.
        return most > 1 ? [.. noisy.Select(sample => sample / most)] : noisy;
    }

    private static Percept? Hear(IVoicePerceiver voice, float[] samples, CancellationToken cancellationToken)
    {
        using IVoiceListener listener = voice.Listen(new VoiceReadOptions());
        listener.Push(samples, cancellationToken);
        return listener.Finish(cancellationToken).Voice;
    }
}
