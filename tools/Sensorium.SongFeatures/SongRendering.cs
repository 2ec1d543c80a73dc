using System.Globalization;
using System.Runtime.InteropServices;
using Sensorium.Lab.Songs;
using Sensorium.Music;

namespace Sensorium.SongFeatures;

/// <summary>
/// Renders a folder of MIDI files, each by one of the General MIDI programmes that are given, or by a <see cref="SongBand"/> where the programme is <c>band</c>: OUT.s16 holds
/// mono samples at 22,050 Hz one file after the other, OUT.tsv their names, lengths and instruments.
/// </summary>
internal static class SongRendering
{
    private const int Rate = 22050;
    private const double RingSeconds = 1.5;
    private const string Band = "band";

    public static int Run(string font, string folder, string to, string[] rest)
    {
        var random = new Random(rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : 1);
        string[] programs = rest.Length > 1 ? rest[1..] : ["0"];
        using var synthesizer = new FluidSynthesizer(font, new FluidSynthOptions { SampleRate = Rate, FineInterpolation = false });
        using FileStream sounds = File.Create(to + ".s16");
        using StreamWriter table = File.CreateText(to + ".tsv");
        foreach (string path in Directory.EnumerateFiles(folder, "*.mid").Order(StringComparer.Ordinal))
        {
            string program = programs[random.Next(programs.Length)];
            bool isBand = program == Band;
            using FileStream file = File.OpenRead(path);
            Score score = PianoRoll.Read(file, isBand ? 0 : int.Parse(program, CultureInfo.InvariantCulture), random.NextDouble());
            score = isBand ? SongBand.Of(score, random) : score;
            SoundBuffer sound = synthesizer.Render(score, (int)(((score.Length * 60 / score.Tempo) + RingSeconds) * Rate));
            ReadOnlySpan<float> left = sound.Channel(0), right = sound.Channel(1);
            float peak = 1e-6f;
            for (int i = 0; i < sound.Length; i++)
            {
                peak = Math.Max(peak, Math.Abs(left[i] + right[i]) / 2);
            }

            // Loudness does not carry over from one source to another: what was rendered is as loud as its peak allows.
            float gain = (float)(0.5 + (0.4 * random.NextDouble())) * short.MaxValue / peak;
            var samples = new short[sound.Length];
            for (int i = 0; i < samples.Length; i++)
            {
                samples[i] = (short)(gain * (left[i] + right[i]) / 2);
            }

            sounds.Write(MemoryMarshal.AsBytes(samples.AsSpan()));
            table.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(path)}\t{samples.Length}\t{program}"));
        }

        return 0;
    }
}
