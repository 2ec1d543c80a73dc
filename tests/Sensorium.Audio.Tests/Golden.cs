using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Sensorium.Audio.Tests;

/// <summary>Reference arrays that lie outside the repository; a test that needs one skips where they are absent.</summary>
internal static class Golden
{
    public static string Path(string name)
    {
        string shared = Environment.GetEnvironmentVariable("SENSORIUM_SHARED") is { Length: > 0 } chosen
            ? chosen
            : System.IO.Path.Combine(Root(), "..", "shared");
        string path = System.IO.Path.Combine(shared, "data", "golden", name);
        Assert.SkipUnless(File.Exists(path), $"The shared data folder with golden/{name} is not on this machine.");
        return path;
    }

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

    private static string Root([CallerFilePath] string here = "") => System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(here)!, "..", ".."));
}
