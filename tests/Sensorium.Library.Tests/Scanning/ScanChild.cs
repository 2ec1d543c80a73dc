using System.Runtime.CompilerServices;

namespace Sensorium.Library.Tests;

/// <summary>A scan in a process of its own, to be killed: the test program scans instead of testing where the environment asks for it.</summary>
internal static class ScanChild
{
    public const string Variable = "SENSORIUM_TEST_SCAN";

#pragma warning disable CA2255 // The test runner's own Main comes after.
    [ModuleInitializer]
    public static void Run()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } catalogue)
        {
            using (var open = new SqliteCatalogue(catalogue))
            {
                new LibraryScanner(open, new SongAnalyst(new LevelPerceiver())).ScanAsync().GetAwaiter().GetResult();
            }

            Environment.Exit(0);
        }
    }
#pragma warning restore CA2255
}
