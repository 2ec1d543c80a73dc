namespace Sensorium.Library.Tests;

public sealed class LibraryScannerTests
{
    [Fact]
    public async Task Scan_NewThenUnchanged_ListensOnce()
    {
        using var library = new TestLibrary();
        library.Write("a.wav", Sounds.Tone(440));
        library.Write("deep/er/b.wav", Sounds.Tone(220));

        ScanReport first = await library.ScanAsync();
        ScanReport second = await library.ScanAsync();

        Assert.Equal((2, 2, 0), (first.Found, first.Analysed, first.Unchanged));
        Assert.Equal((2, 0, 2), (second.Found, second.Analysed, second.Unchanged));
        Assert.Equal(2, library.Perceiver.Begun);
        LibrarySong song = library.Catalogue.LoadSongs().First(song => song.Path == library["a.wav"]);
        Assert.Equal(0.5, song.Length.TotalSeconds, 3);
        Assert.Equal(0.5 / Math.Sqrt(2), song.Song.Measures.Amplitude, 3);
    }

    [Fact]
    public async Task Scan_RenamedMovedAndTouched_KeepsAnalysisAndNumbers()
    {
        using var library = new TestLibrary();
        foreach ((string name, double tone) in (ReadOnlySpan<(string, double)>)[("a.wav", 300), ("b.wav", 400), ("c.wav", 500)])
        {
            library.Write(name, Sounds.Tone(tone));

            // Of one size; only the times tell them apart before they are opened, and a file system may count in hundredths of a second.
            File.SetLastWriteTimeUtc(library[name], DateTime.UnixEpoch.AddHours(tone));
        }

        await library.ScanAsync();
        (long a, long b, long c) = (library.IdOf("a.wav"), library.IdOf("b.wav"), library.IdOf("c.wav"));
        Directory.CreateDirectory(library["new"]);
        File.Move(library["a.wav"], library["new/x.wav"]);

        // Each name goes on by one: no file is at its place any more.
        File.Move(library["c.wav"], library["a.wav"]);
        File.Move(library["b.wav"], library["c.wav"]);
        File.SetLastWriteTimeUtc(library["a.wav"], DateTime.UnixEpoch);

        ScanReport report = await library.ScanAsync();

        Assert.Equal((3, 3, 0, 0), (report.Found, report.Moved, report.Analysed, report.Gone));
        Assert.Equal((a, b, c), (library.IdOf("new/x.wav"), library.IdOf("c.wav"), library.IdOf("a.wav")));
        Assert.Equal(3, library.Perceiver.Begun);
        File.SetLastWriteTimeUtc(library["a.wav"], DateTime.UnixEpoch.AddDays(1));
        Assert.Equal((1, 2), (await library.ScanAsync() is var touched ? touched.Moved : 0, touched.Unchanged));
    }

    [Fact]
    public async Task Scan_ChangedContent_KeepsTheNumberAndListensAgain()
    {
        using var library = new TestLibrary();
        library.Write("a.wav", Sounds.Tone(440));
        await library.ScanAsync();
        long id = library.IdOf("a.wav");
        library.Write("a.wav", Sounds.Tone(440, 0.75));

        ScanReport report = await library.ScanAsync();

        Assert.Equal((1, 0), (report.Analysed, report.Gone));
        Assert.Equal(id, library.IdOf("a.wav"));
        Assert.Equal(0.75, library.Catalogue.LoadSongs().Single().Length.TotalSeconds, 3);
    }

    [Fact]
    public async Task Scan_SameContentTwice_ListensOnceEvenAtOnce()
    {
        using var library = new TestLibrary();
        for (int i = 0; i < 8; i++)
        {
            library.Write($"{i}.wav", Sounds.Tone(440));
        }

        ScanReport report = await library.ScanAsync(new ScanOptions { Workers = 4 });

        Assert.Equal((1, 7), (report.Analysed, report.Copied));
        Assert.Equal(1, library.Perceiver.Begun);
        Assert.Equal(8, library.Catalogue.CountSongs());
    }

    [Fact]
    public async Task Scan_GoneAndBack_HidesAndShowsTheSong()
    {
        using var library = new TestLibrary();
        library.Write("a.wav", Sounds.Tone(440));
        library.Write("b.wav", Sounds.Tone(550));
        await library.ScanAsync();
        long id = library.IdOf("a.wav");
        string away = Path.Combine(Path.GetDirectoryName(library.Music)!, "away.wav");
        File.Move(library["a.wav"], away);

        Assert.Equal(1, (await library.ScanAsync()).Gone);
        Assert.Equal(1, library.Catalogue.CountSongs());
        Assert.Equal(0, (await library.ScanAsync()).Gone);
        File.Move(away, library["a.wav"]);
        Assert.Equal((2, 0), (await library.ScanAsync() is var back ? back.Unchanged : 0, back.Analysed));
        Assert.Equal(id, library.IdOf("a.wav"));
    }

    [Fact]
    public async Task Scan_FolderThatIsNotThere_LeavesItsSongsAlone()
    {
        using var library = new TestLibrary();
        library.Write("a.wav", Sounds.Tone(440));
        await library.ScanAsync();
        Directory.Move(library.Music, library.Music + "-unplugged");

        ScanReport report = await library.ScanAsync();

        Assert.Equal([library.Music], report.MissingRoots);
        Assert.Equal((0, 0), (report.Found, report.Gone));
        Assert.Equal(1, library.Catalogue.CountSongs());
        Directory.Move(library.Music + "-unplugged", library.Music);
    }

    [Fact]
    public async Task Scan_NewVersion_ListensAgainToSongsOnly()
    {
        using var library = new TestLibrary();
        library.Write("a.wav", Sounds.Tone(440));
        library.Write("broken.wav", [.. "RIFF"u8, 0, 0, 0, 0, .. "WAVEnothing"u8]);
        await library.ScanAsync();
        long id = library.IdOf("a.wav");
        library.Perceiver = new LevelPerceiver(2);

        ScanReport report = await library.ScanAsync();

        Assert.Equal((1, 1), (report.Analysed, report.Skipped.Count));
        Assert.Equal(1, library.Perceiver.Begun);
        Assert.Equal((id, 2), (library.IdOf("a.wav"), library.Catalogue.LoadSongs().Single().Song.Version));
        Assert.Equal(1, (await library.ScanAsync()).Unchanged);
    }

    [Fact]
    public async Task Scan_Everything_NamesEachReason()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links and permissions are those of Unix.");
        using var library = new TestLibrary();
        library.Write("good.wav", Sounds.Tone(440));
        library.Write(".hidden.wav", Sounds.Tone(441));
        library.Write(".git/x.wav", Sounds.Tone(442));
        library.Write("cover.jpg", [1, 2, 3]);
        library.Write("album.cue", "no sheet"u8.ToArray());
        library.Write("empty.mp3", []);
        library.Write("words.mp3", "only words, and no sound at all"u8.ToArray());
        library.Write("torn.wav", [.. "RIFF"u8, 0, 0, 0, 0, .. "WAVEnothing"u8]);
        library.Write("sub/more.wav", Sounds.Tone(443));
        File.CreateSymbolicLink(library["sub/up"], library.Music);
        File.CreateSymbolicLink(library["nowhere.wav"], library["not-there.wav"]);
        File.CreateSymbolicLink(library["circle"], library["circle"]);
        File.CreateSymbolicLink(library["again.wav"], library["good.wav"]);
        string outside = library.Music + "-outside";
        Directory.CreateDirectory(outside);
        File.WriteAllBytes(Path.Combine(outside, "linked.wav"), Sounds.Tone(444));
        File.CreateSymbolicLink(library["other"], outside);

        ScanReport report = await library.ScanAsync();

        Assert.Equal(
            [
                (SkipReason.Hidden, 2), (SkipReason.OtherKind, 1), (SkipReason.CueSheet, 1), (SkipReason.Empty, 1), (SkipReason.NotSound, 1), (SkipReason.Broken, 1),
                (SkipReason.BrokenLink, 2), (SkipReason.RepeatedLink, 2),
            ],
            report.SkippedByReason());
        Assert.Equal((14, 3), (report.Found, report.Analysed));
        Assert.Contains(library.Catalogue.LoadSongs(), song => song.Path == library["other/linked.wav"]);
        ScanReport again = await library.ScanAsync();
        Assert.Equal(report.SkippedByReason(), again.SkippedByReason());
        Assert.Equal((3, 3), (again.Unchanged, library.Perceiver.Begun));
        Directory.Delete(outside, recursive: true);
    }

    private static void Allow(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }
    }

    [Fact]
    public async Task Scan_FilesThatMayNotBeRead_AreNamedAndTriedAgain()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "Nothing is unreadable here for this user.");
        using var library = new TestLibrary();
        string file = library.Write("a.wav", Sounds.Tone(440));
        library.Write("locked/b.wav", Sounds.Tone(441));
        Allow(file, UnixFileMode.None);
        Allow(library["locked"], UnixFileMode.None);

        ScanReport locked = await library.ScanAsync();
        Allow(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Allow(library["locked"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        Assert.Equal([(SkipReason.Unreadable, 1), (SkipReason.UnreadableFolder, 1)], locked.SkippedByReason());
        Assert.Equal(2, (await library.ScanAsync()).Analysed);
    }

    [Theory]
    [InlineData("a 'quoted' \"name\" $(x) `y` %s.wav")]
    [InlineData("-i.wav")]
    [InlineData("비 오는 밤 \U0001F327.wav")]
    [InlineData("line\nbreak\ttab.wav")]
    [InlineData("file:..%2f:colon.wav")]
    public async Task Scan_HostileNames_AreFilesLikeOthers(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows does not allow such names.");
        using var library = new TestLibrary();
        library.Write(name, Sounds.Tone(440));

        Assert.Equal((1, 1), (await library.ScanAsync() is var report ? report.Found : 0, report.Analysed));
        Assert.Equal(library[name], library.Catalogue.LoadSongs().Single().Path);
    }

    [Fact]
    public async Task Scan_CueSheet_CutsTheFileIntoSongs()
    {
        using var library = new TestLibrary();
        byte[] loud = Sounds.Tone(400, 1, 0.8), soft = Sounds.Tone(400, 1, 0.1);
        library.Write("album.wav", Joined(loud, soft));
        library.Write("album.cue", "PERFORMER \"The Two\"\nTITLE \"Both\"\nREM DATE 1990\nFILE \"C:\\rip\\album.flac\" WAVE\n  TRACK 01 AUDIO\n    TITLE \"Loud\"\n    INDEX 01 00:00:00\n  TRACK 02 AUDIO\n    TITLE \"Soft\"\n    PERFORMER \"Other\"\n    INDEX 00 00:00:70\n    INDEX 01 00:01:00\n"u8.ToArray());

        await library.ScanAsync();

        LibrarySong[] songs = [.. library.Catalogue.LoadSongs()];
        Assert.Equal(["Loud", "Soft"], songs.Select(song => song.Tags.Title));
        Assert.Equal(["The Two", "Other"], songs.Select(song => song.Tags.Artist));
        Assert.All(songs, song => Assert.Equal(("Both", 1990), (song.Tags.Album, song.Tags.Year)));
        Assert.Equal([0, 1], songs.Select(song => song.Start.TotalSeconds));
        Assert.Equal([1, 1], songs.Select(song => Math.Round(song.Length.TotalSeconds, 2)));
        Assert.Equal([0.57, 0.07], songs.Select(song => Math.Round(song.Song.Measures.Amplitude, 2)));
        long[] ids = [.. songs.Select(song => song.Id)];
        Assert.Equal(1, (await library.ScanAsync()).Unchanged);

        // The sheet decides, too: a new one means new songs of the same file.
        File.AppendAllText(library["album.cue"], "  TRACK 03 AUDIO\n    INDEX 01 00:01:40\n");
        Assert.Equal(1, (await library.ScanAsync()).Analysed);
        Assert.Equal(ids, library.Catalogue.LoadSongs().Take(2).Select(song => song.Id));
        Assert.Equal(3, library.Catalogue.CountSongs());
    }

    [Fact]
    public async Task Scan_Cancelled_KeepsWhatIsDoneAndGoesOnLater()
    {
        using var library = new TestLibrary();
        for (int i = 0; i < 10; i++)
        {
            library.Write($"{i}.wav", Sounds.Tone(200 + i));
        }

        using var stop = new CancellationTokenSource();
        library.Perceiver = new LevelPerceiver { OnListen = number => { if (number == 5) { stop.Cancel(); } } };

        ScanReport stopped = await library.ScanAsync(new ScanOptions { Workers = 1 }, token: stop.Token);
        ScanReport rest = await library.ScanAsync();

        Assert.Equal((4, 6), (stopped.Analysed, stopped.Left));
        Assert.Equal((4, 6, 0), (rest.Unchanged, rest.Analysed, rest.Left));
    }

    [Fact]
    public async Task Scan_AFaultInOneFile_DoesNotStopTheOthers()
    {
        using var library = new TestLibrary();
        for (int i = 0; i < 3; i++)
        {
            library.Write($"{i}.wav", Sounds.Tone(200 + i));
        }

        library.Perceiver = new LevelPerceiver { OnListen = number => { if (number == 2) { throw new InvalidOperationException("a fault"); } } };

        ScanReport report = await library.ScanAsync(new ScanOptions { Workers = 1 });

        Assert.Equal((2, 1), (report.Analysed, report.Skipped.Count));
        Assert.Contains("a fault", report.Skipped[0].Detail!.Value.English, StringComparison.Ordinal);
        Assert.Equal((2, 1), (await library.ScanAsync() is var again ? again.Unchanged : 0, again.Analysed));
    }

    [Fact]
    public async Task Scan_Progress_NeverGoesBack()
    {
        using var library = new TestLibrary();
        for (int i = 0; i < 20; i++)
        {
            library.Write($"{i}.wav", Sounds.Tone(200 + i));
        }

        List<ScanProgress> seen = [];
        await library.ScanAsync(new ScanOptions { Workers = 4 }, new Listener(seen.Add));

        Assert.Equal(Enumerable.Range(0, 21), seen.Select(step => step.Done));
        Assert.All(seen, step => Assert.Equal((20, 20), (step.Found, step.Work)));
        Assert.Equal(TimeSpan.Zero, seen[^1].Left);
    }

    [Fact]
    public async Task Scan_OnePartOnly_LeavesTheRestAlone()
    {
        using var library = new TestLibrary();
        library.Write("a/1.wav", Sounds.Tone(300));
        library.Write("b/2.wav", Sounds.Tone(400));
        await library.ScanAsync();
        File.Delete(library["a/1.wav"]);
        File.Delete(library["b/2.wav"]);

        ScanReport report = await library.ScanAsync(new ScanOptions { Only = [library["a"]] });

        Assert.Equal((0, 1), (report.Found, report.Gone));
        Assert.Equal(library["b/2.wav"], library.Catalogue.LoadSongs().Single().Path);
    }

    [Theory]
    [InlineData(0.5, 2, 1, 1.0)]
    [InlineData(1.0, 2, 2, 1.0)]
    [InlineData(0.25, 2, 1, 0.5)]
    [InlineData(0.3, 8, 3, 0.8)]
    public void ForShare_OfProcessors_GivesWorkersAndTheirRest(double share, int processors, int workers, double busy)
    {
        ScanOptions options = ScanOptions.ForShare(share, processors);

        Assert.Equal(workers, options.Workers);
        Assert.Equal(busy, options.Busy, 9);
    }

    private static byte[] Joined(byte[] first, byte[] second)
    {
        byte[] joined = [.. first, .. second.AsSpan(44)];
        BitConverter.TryWriteBytes(joined.AsSpan(4), joined.Length - 8);
        BitConverter.TryWriteBytes(joined.AsSpan(40), joined.Length - 44);
        return joined;
    }

    private sealed class Listener(Action<ScanProgress> report) : IProgress<ScanProgress>
    {
        public void Report(ScanProgress value) => report(value);
    }
}
