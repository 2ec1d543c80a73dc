using Sensorium.Expression;

namespace Sensorium.Browser.Tests;

/// <summary>
/// A sprite whose sounds are known in closed form: each role is a sum of sines with its own strongest partial, each loop lasts a bar of
/// two seconds, and every frequency is a multiple of half a hertz, so that the loops are seamless.
/// </summary>
internal static class SyntheticSprite
{
    public const int SampleRate = 44100;
    public const int BarFrames = 2 * SampleRate;
    private const int Margin = 2048;
    private static readonly int[] Pitches = [45, 52, 57, 64, 69, 76];

    /// <summary>Amplitudes of the partials of each role; the largest one is what a spectrum shows.</summary>
    private static readonly (string Role, LocalizedText Instrument, double[] Partials)[] Roles =
    [
        ("red", new("Oboe", "오보에"), [0.3, 0.6, 0.3, 0.1]),
        ("yellow", new("Bell", "종"), [0.6, 0, 0.2, 0, 0.1]),
        ("green", new("Flute", "플루트"), [0.8, 0.1]),
        ("blue", new("Piano", "피아노"), [0.7, 0.3, 0.1]),
        ("white", new("Choir", "합창"), [0.2, 0.1, 0.6]),
        ("grey", new("Strings", "현악"), [0.6, 0.3, 0.2, 0.1]),
    ];

    /// <summary>Frequency of a MIDI note, rounded to half a hertz.</summary>
    public static double Hertz(int pitch) => Math.Round(2 * 440 * Math.Pow(2, (pitch - 69) / 12.0)) / 2;

    /// <summary>Frequency of the strongest partial.</summary>
    public static double PeakHertz(string role, int pitch)
    {
        double[] partials = Roles.First(entry => entry.Role == role).Partials;
        return Hertz(pitch) * (1 + Array.IndexOf(partials, partials.Max()));
    }

    /// <summary>Root mean square of a role's loop at full level.</summary>
    public static double Level(string role) => Math.Sqrt(Roles.First(entry => entry.Role == role).Partials.Sum(partial => partial * partial) / 2);

    public static async Task<PageSprite> MakeAsync(string set, LocalizedText name, double level)
    {
        List<SpriteLoop> loops = [];
        List<short> samples = [];
        foreach ((string role, _, double[] partials) in Roles)
        {
            foreach (int pitch in Pitches)
            {
                loops.Add(new SpriteLoop(role, pitch, samples.Count + Margin, BarFrames));
                for (int i = -Margin; i < BarFrames + Margin; i++)
                {
                    double phase = 2 * Math.PI * Hertz(pitch) * i / SampleRate;
                    double value = 0;
                    for (int p = 0; p < partials.Length; p++)
                    {
                        value += partials[p] * Math.Sin((p + 1) * phase);
                    }

                    samples.Add((short)Math.Round(value * level * short.MaxValue));
                }
            }
        }

        byte[] bytes = new byte[samples.Count * 2];
        Buffer.BlockCopy(samples.ToArray(), 0, bytes, 0, bytes.Length);
        return new PageSprite
        {
            Set = set,
            Name = name,
            Instruments = Roles.ToDictionary(entry => entry.Role, entry => entry.Instrument),
            Mime = "audio/flac",
            Data = await Ffmpeg.ConvertAsync(bytes, "-f", "s16le", "-ar", "44100", "-ac", "1", "-i", "pipe:0", "-c:a", "flac", "-f", "flac", "pipe:1"),
            SampleRate = SampleRate,
            Loops = loops,
        };
    }
}
