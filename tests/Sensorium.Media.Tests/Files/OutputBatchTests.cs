using System.Diagnostics;

namespace Sensorium.Media.Tests;

public sealed class OutputBatchTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Commit_SeveralFiles_AppearTogetherAndNothingElseStays()
    {
        File.WriteAllText(_folder["a.txt"], "old");
        using (var batch = new OutputBatch())
        {
            batch.Create(_folder["a.txt"]).Write("new"u8);
            using (Stream closed = batch.Create(_folder["sub/b.txt"]))
            {
                closed.Write("closed by its writer"u8);
            }

            File.WriteAllText(batch.Reserve(_folder["c.txt"]), "from outside");
            Assert.Equal("old", File.ReadAllText(_folder["a.txt"]));
            Assert.False(File.Exists(_folder["sub/b.txt"]));
            batch.Commit();
        }

        Assert.Equal("new", File.ReadAllText(_folder["a.txt"]));
        Assert.Equal("closed by its writer", File.ReadAllText(_folder["sub/b.txt"]));
        Assert.Equal("from outside", File.ReadAllText(_folder["c.txt"]));
        Assert.Equal(3, Files().Count);
    }

    [Fact]
    public void Dispose_WithoutCommit_LeavesNothing()
    {
        File.WriteAllText(_folder["a.txt"], "old");
        using (var batch = new OutputBatch())
        {
            batch.Create(_folder["a.txt"]).Write("new"u8);
            batch.Reserve(_folder["b.txt"]);
        }

        Assert.Equal("old", File.ReadAllText(_folder["a.txt"]));
        Assert.Single(Files());
    }

    [Fact]
    public void Commit_TwoBatchesAtOnceForTheSameNames_BothSucceedAndTheLastOneStays()
    {
        using var first = new OutputBatch();
        using var second = new OutputBatch();
        first.Create(_folder["a.txt"]).Write("first"u8);
        second.Create(_folder["a.txt"]).Write("second"u8);
        first.Commit();
        Assert.Equal("first", File.ReadAllText(_folder["a.txt"]));
        second.Commit();
        Assert.Equal("second", File.ReadAllText(_folder["a.txt"]));
        Assert.Single(Files());
    }

    [Fact]
    public void Create_LeftoversOfADeadRun_AreSweptAndThoseOfALivingOneAreNot()
    {
        // No process has this id: Linux and macOS stay far below it, and Windows ids are multiples of four.
        const string Dead = ".sensorium-2147483645-0123456789abcdef";
        File.WriteAllText(_folder[Dead + ".lock"], "");
        File.WriteAllText(_folder[Dead + "-0.part"], "half");
        File.WriteAllText(_folder[".sensorium-notes.part"], "someone else's");
        using var living = new OutputBatch();
        living.Create(_folder["a.txt"]).Write("living"u8);

        using (var batch = new OutputBatch())
        {
            batch.Create(_folder["b.txt"]).Write("b"u8);
            batch.Commit();
        }

        Assert.False(File.Exists(_folder[Dead + ".lock"]));
        Assert.False(File.Exists(_folder[Dead + "-0.part"]));
        Assert.True(File.Exists(_folder[".sensorium-notes.part"]));
        living.Commit();
        Assert.Equal("living", File.ReadAllText(_folder["a.txt"]));
    }

    [Fact]
    public async Task Commit_ProcessKilledInTheMiddle_LeavesOnlyWholeFilesAndTheNextRunSweeps()
    {
        for (int round = 0; round < 3; round++)
        {
            using Process child = Child.StartWriting(_folder.Path);
            await child.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            await Task.Delay(7 * (round + 1), TestContext.Current.CancellationToken);
            child.Kill();
            await child.WaitForExitAsync(TestContext.Current.CancellationToken);
            Child.AssertWhole(_folder["a.bin"]);
            Child.AssertWhole(_folder["b.bin"]);
        }

        using (var batch = new OutputBatch())
        {
            batch.Create(_folder["c.bin"]).WriteByte(1);
            batch.Commit();
        }

        Assert.Equal(["a.bin", "b.bin", "c.bin"], Files());
    }

    [Fact]
    public async Task Commit_TwoProcessesAtOnce_DoNotDisturbEachOther()
    {
        using Process first = Child.StartWriting(_folder.Path);
        using Process second = Child.StartWriting(_folder.Path);
        try
        {
            for (int i = 0; i < 20; i++)
            {
                // A process that failed would have ended its output.
                Assert.NotNull(await first.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
                Assert.NotNull(await second.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
            }
        }
        finally
        {
            first.Kill();
            second.Kill();
            await first.WaitForExitAsync(TestContext.Current.CancellationToken);
            await second.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        Child.AssertWhole(_folder["a.bin"]);
        Child.AssertWhole(_folder["b.bin"]);
    }

    [Fact]
    public void Create_TargetIsAFolder_SaysSo()
    {
        Directory.CreateDirectory(_folder["a"]);
        using var batch = new OutputBatch();
        Assert.Contains("is a folder", Assert.Throws<OutputFailedException>(() => batch.Create(_folder["a"])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_FolderIsAFile_SaysSo()
    {
        File.WriteAllText(_folder["a"], "");
        using var batch = new OutputBatch();
        Assert.All(["a/b.txt", "a/b/c.txt"], path =>
            Assert.Contains($"'{_folder["a"]}' is a file", Assert.Throws<OutputFailedException>(() => batch.Create(_folder[path])).Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Create_FolderTooLongForTheDisk_BlamesTheFolder()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "This disk counts the length of names in another way.");
        using var batch = new OutputBatch();
        Assert.StartsWith(
            "The folder path",
            Assert.Throws<OutputFailedException>(() => batch.Create(_folder[new string('n', 300) + "/a.txt"])).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("n", 300)]
    [InlineData("가", 100)]
    public void Create_NameTooLongForTheDisk_SaysSoAtOnce(string letter, int count)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || (OperatingSystem.IsMacOS() && count == 100), "This disk counts the length of names in another way.");
        using var batch = new OutputBatch();
        string name = string.Concat(Enumerable.Repeat(letter, count));
        Assert.Contains("too long", Assert.Throws<OutputFailedException>(() => batch.Create(_folder[name])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_LongestName_Works()
    {
        using var batch = new OutputBatch();
        string name = new('n', 255);
        batch.Create(_folder[name]).WriteByte(1);
        batch.Commit();
        Assert.Equal([name], Files());
    }

    [Theory]
    [InlineData(28, "is full", "가득")]
    [InlineData(30, "only be read", "읽기 전용")]
    public void From_ErrorOfTheSystem_IsASentence(int code, string english, string korean)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "These are the numbers of Unix.");
        OutputFailedException error = OutputErrors.From("/x/a.txt", new IOException("?", code));
        Assert.Contains(english, error.Text.English, StringComparison.Ordinal);
        Assert.Contains(korean, error.Text.Korean, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_FullDisk_IsAnOutputFailure()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "/dev/full is needed, which always says that the disk is full.");
        using var stream = new OutputStream(new FileStream("/dev/full", FileMode.Open, FileAccess.Write), "/x/a.txt");
        Assert.Contains("full", Assert.Throws<OutputFailedException>(() => stream.Write(new byte[100_000])).Message, StringComparison.Ordinal);
        stream.Abandon();
    }

    private List<string> Files() => [.. Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories).Select(p => Path.GetFileName(p)).Order(StringComparer.Ordinal)];
}
