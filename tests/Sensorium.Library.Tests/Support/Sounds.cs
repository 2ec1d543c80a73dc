using Sensorium.Media;

namespace Sensorium.Library.Tests;

/// <summary>Short sounds, as the bytes of WAV files at the rate that <see cref="LevelPerceiver"/> takes, so that no decoder is started.</summary>
internal static class Sounds
{
    public static byte[] Tone(double hertz, double seconds = 0.5, double level = 0.5)
    {
        var sound = new SoundBuffer(8000, 1, (int)(8000 * seconds));
        Span<float> samples = sound.Channel(0);
        for (int i = 0; i < samples.Length; i++)
        {
            samples[i] = (float)(level * Math.Sin(2 * Math.PI * hertz * i / 8000));
        }

        using var file = new MemoryStream();
        WavFile.Write(file, sound);
        return file.ToArray();
    }
}
