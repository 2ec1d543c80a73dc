using Sensorium.Inference;
using Sensorium.Media;

namespace Sensorium.Perception.Tests;

/// <summary>Sounds and models for the tests of voices.</summary>
internal static class Voices
{
    public const int SampleRate = 16_000;

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>The shipped models; the test is skipped where ONNX Runtime is missing.</summary>
    public static VoicePerceiver Open()
    {
        try
        {
            return VoicePerceiver.Open(Folder("voice-activity"), Folder("voice-emotion"));
        }
        catch (MissingComponentException exception)
        {
            Assert.Skip(exception.Text.English);
            throw;
        }
    }

    public static ModelFolder Folder(string name)
    {
        DirectoryInfo? root = new(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Sensorium.slnx")))
        {
            root = root.Parent;
        }

        return ModelFolder.Load(Path.Combine(root!.FullName, "models", name));
    }

    /// <summary>A buzz with formants, as a vowel has them, with pauses: 1 s on, .5 s off.</summary>
    public static float[] Vowel(double seconds, double hertz)
    {
        float[] samples = new float[(int)(seconds * SampleRate)];
        for (int i = 0; i < samples.Length; i++)
        {
            double t = (double)i / SampleRate, sum = 0;
            for (int k = 1; k * hertz < 5000; k++)
            {
                double f = k * hertz;
                double gain = (1 / (1 + Math.Pow((f - 700) / 150, 2))) + (0.5 / (1 + Math.Pow((f - 1200) / 200, 2))) + 0.02;
                sum += gain * Math.Sin(2 * Math.PI * f * t);
            }

            samples[i] = t % 1.5 < 1 ? (float)(0.1 * sum) : 0;
        }

        return samples;
    }

    public static float[] Noise(double seconds, float level, ulong seed = 1)
    {
        Pcg32 random = new(seed);
        float[] samples = new float[(int)(seconds * SampleRate)];
        for (int i = 0; i < samples.Length; i++)
        {
            samples[i] = level * (float)random.NextGaussian();
        }

        return samples;
    }

    /// <summary>A clip of the shared data; the test is skipped where it is absent.</summary>
    public static async Task<float[]> ClipAsync(string path)
    {
        string? full = SharedData.Find($"data/{path}");
        Assert.SkipWhen(full is null, $"shared/data/{path} is not on this machine.");
        SoundBuffer sound = await new SoundReader().ReadAsync(full, new SoundReadOptions { SampleRate = SampleRate, ChannelCount = 1 }, Cancel);
        return sound.Channel(0).ToArray();
    }

    public static VoiceReading Hear(VoicePerceiver perceiver, ReadOnlySpan<float> samples, int piece = int.MaxValue, VoiceProfile? speaker = null)
    {
        using IVoiceListener listener = perceiver.Listen(new VoiceReadOptions { Speaker = speaker });
        while (samples.Length > 0)
        {
            ReadOnlySpan<float> next = samples[..Math.Min(piece, samples.Length)];
            listener.Push(next, Cancel);
            samples = samples[next.Length..];
        }

        return listener.Finish(Cancel);
    }
}
