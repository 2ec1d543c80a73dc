using Sensorium.Audio;
using Sensorium.Music;

namespace Sensorium;

/// <summary>Plays a score to the end of its time, with soft ends, at the loudness that suits phones and the web.</summary>
internal static class PieceSound
{
    private const double Lufs = -16;
    private const double CeilingDbtp = -1;
    private const double FadeInSeconds = 0.01, FadeOutSeconds = 1.2;

    /// <summary>Plays a score.</summary>
    /// <param name="synthesizer">Who plays.</param>
    /// <param name="score">The score.</param>
    /// <param name="cancellationToken">Stops playing.</param>
    /// <returns>The sound, exactly as long as the score, and how loud it ended up.</returns>
    public static (SoundBuffer Sound, LoudnessReport Report) Play(ISynthesizer synthesizer, Score score, CancellationToken cancellationToken)
    {
        SoundBuffer sound = Render(synthesizer, score, cancellationToken);
        return (sound, LoudnessNormalizer.Normalize(sound, Lufs, CeilingDbtp, cancellationToken));
    }

    /// <summary>Plays one part of a score as loud as it is in the whole.</summary>
    /// <param name="synthesizer">Who plays.</param>
    /// <param name="score">The score.</param>
    /// <param name="part">The part.</param>
    /// <param name="gainDecibels">What brought the whole to its loudness.</param>
    /// <param name="cancellationToken">Stops playing.</param>
    /// <returns>The sound, as long as the whole.</returns>
    public static SoundBuffer PlayPart(ISynthesizer synthesizer, Score score, Part part, double gainDecibels, CancellationToken cancellationToken)
    {
        SoundBuffer sound = Render(synthesizer, score with { Parts = [part] }, cancellationToken);
        float gain = (float)Math.Pow(10, gainDecibels / 20);
        for (int c = 0; c < sound.ChannelCount; c++)
        {
            System.Numerics.Tensors.TensorPrimitives.Multiply(sound.Channel(c), gain, sound.Channel(c));
        }

        return sound;
    }

    private static SoundBuffer Render(ISynthesizer synthesizer, Score score, CancellationToken cancellationToken)
    {
        int frames = (int)Math.Round(new TempoMap(score).Seconds * synthesizer.SampleRate);
        SoundBuffer sound = synthesizer.Render(score, frames, cancellationToken);
        for (int c = 0; c < sound.ChannelCount; c++)
        {
            Fade(sound.Channel(c)[..(int)(FadeInSeconds * sound.SampleRate)], rises: true);
            Fade(sound.Channel(c)[^(int)(FadeOutSeconds * sound.SampleRate)..], rises: false);
        }

        return sound;
    }

    private static void Fade(Span<float> samples, bool rises)
    {
        for (int i = 0; i < samples.Length; i++)
        {
            double share = (i + 0.5) / samples.Length;
            samples[i] *= (float)(0.5 - (0.5 * Math.Cos(Math.PI * (rises ? share : 1 - share))));
        }
    }
}
