using Sensorium.Audio;

namespace Sensorium;

/// <summary>Brings a sound from outside to the length asked for, where it is longer, and to the loudness of composed pieces.</summary>
internal static class OutsideSound
{
    private const double Lufs = -16, CeilingDbtp = -1, FadeOutSeconds = 3, Slack = 1;

    /// <summary>Finishes a sound.</summary>
    /// <param name="sound">The sound; it is changed.</param>
    /// <param name="length">Longest length; a second more is let be.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The sound, faded out where it was cut, and how loud it ended up.</returns>
    public static (SoundBuffer Sound, LoudnessReport Report) Finish(SoundBuffer sound, TimeSpan length, CancellationToken cancellationToken)
    {
        SoundBuffer cut = (sound.Duration - length).TotalSeconds > Slack ? Cut(sound, (int)(length.TotalSeconds * sound.SampleRate)) : sound;
        return (cut, LoudnessNormalizer.Normalize(cut, Lufs, CeilingDbtp, cancellationToken));
    }

    private static SoundBuffer Cut(SoundBuffer sound, int frames)
    {
        SoundBuffer cut = new(sound.SampleRate, sound.ChannelCount, frames);
        int fade = Math.Min(frames, (int)(FadeOutSeconds * sound.SampleRate));
        for (int c = 0; c < sound.ChannelCount; c++)
        {
            Span<float> channel = cut.Channel(c);
            sound.Channel(c)[..frames].CopyTo(channel);
            for (int i = 0; i < fade; i++)
            {
                channel[frames - fade + i] *= (float)(0.5 + (0.5 * Math.Cos(Math.PI * (i + 0.5) / fade)));
            }
        }

        return cut;
    }
}
