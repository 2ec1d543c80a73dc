using System.Buffers.Binary;
using System.Globalization;

namespace Sensorium.Audio.Tests;

/// <summary>Reference arrays that lie outside the repository; a test that needs one skips where they are absent.</summary>
internal static class Golden
{
    public static string Path(string name) => SharedData.Require($"data/golden/{name}");

    /// <summary>A table, one row a line.</summary>
    public static float[][] Table(string name) =>
        [.. File.ReadLines(Path(name)).Select(line => line.Split(',').Select(field => float.Parse(field, CultureInfo.InvariantCulture)).ToArray())];

    /// <summary>A mono 16-bit WAV file.</summary>
    public static float[] Clip(string name)
    {
        byte[] wav = File.ReadAllBytes(Path(name));
        var samples = new float[(wav.Length - 44) / 2];
        for (int n = 0; n < samples.Length; n++)
        {
            samples[n] = BinaryPrimitives.ReadInt16LittleEndian(wav.AsSpan(44 + (2 * n))) / 32768f;
        }

        return samples;
    }
}
