using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Sensorium.Media.Tests;

/// <summary>
/// Lets this test program play a second run that is killed: started with an environment variable, it writes files for ever
/// instead of running tests.
/// </summary>
internal static class Child
{
    private const string Variable = "SENSORIUM_TEST_CHILD_FOLDER";

    /// <summary>Starts a process that commits batches of <c>a.bin</c> and <c>b.bin</c> into a folder until it is killed.</summary>
    public static Process StartWriting(string folder)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        start.Environment[Variable] = folder;
        return Process.Start(start)!;
    }

    /// <summary>What a whole file looks like: one value throughout, of a length that the value tells.</summary>
    public static void AssertWhole(string path)
    {
        byte[] content = File.ReadAllBytes(path);
        Assert.NotEmpty(content);
        Assert.Equal(Length(content[0]), content.Length);
        Assert.Equal(-1, content.AsSpan().IndexOfAnyExcept(content[0]));
    }

#pragma warning disable CA2255 // The runner generates the entry point, so that this is the only place before it.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Run()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { } folder)
        {
            return;
        }

        for (byte value = 1; ; value = (byte)Math.Max(1, value + 1))
        {
            using var batch = new OutputBatch();
            foreach (string name in (string[])["a.bin", "b.bin"])
            {
                Stream stream = batch.Create(Path.Combine(folder, name));
                var block = new byte[1000];
                block.AsSpan().Fill(value);
                for (int left = Length(value); left > 0; left -= block.Length)
                {
                    stream.Write(block);
                    stream.Flush();
                }
            }

            batch.Commit();
            Console.WriteLine(value);
        }
    }

    private static int Length(byte value) => 100_000 + (value * 1000);
}
