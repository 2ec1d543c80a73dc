namespace Sensorium.Library.Tests;

/// <summary>Songs of a library that get tags, and lose them again.</summary>
public sealed class LibraryTaggerTests
{
    [Fact]
    public async Task Tag_DryRun_SaysWhatWouldChangeAndTouchesNothing()
    {
        using var library = new TestLibrary();
        string path = library.Write("a.wav", Sounds.Tone(440));
        await library.ScanAsync();
        byte[] before = File.ReadAllBytes(path);

        TagOutcome outcome = new LibraryTagger(library.Catalogue).Tag(library.Catalogue.FindFile(path)!, writes: false);

        Assert.Equal(TagState.Proposed, outcome.State);
        Assert.Equal([new("TMOO", null, "calm"), new("TBPM", null, "120"), new("TKEY", null, "Am")], outcome.Differences);
        Assert.Equal(before, File.ReadAllBytes(path));
        Assert.Empty(library.Catalogue.TagChanges());
    }

    [Fact]
    public async Task Tag_ThenScan_AnalysesNothingAgain_AndUndoGoesBack()
    {
        using var library = new TestLibrary();
        string path = library.Write("a.wav", Sounds.Tone(440));
        await library.ScanAsync();
        byte[] before = File.ReadAllBytes(path);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        }

        Assert.Equal(TagState.Written, new LibraryTagger(library.Catalogue).Tag(library.Catalogue.FindFile(path)!, writes: true).State);

        SongTags tags = await new TagReader().ReadAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(("calm", 120.0, "Am"), (tags.Mood, tags.Tempo, tags.Key));
        Assert.Equal("calm", library.Catalogue.LoadSongs().Single().Tags.Mood);
        ScanReport report = await library.ScanAsync();
        Assert.Equal((1, 1), (report.Unchanged, library.Perceiver.Begun));
        Assert.Equal(TagState.Same, new LibraryTagger(library.Catalogue).Tag(library.Catalogue.FindFile(path)!, writes: true).State);
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(path) == (UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead));

        TagOutcome undone = new LibraryTagger(library.Catalogue).Undo(library.Catalogue.FindFile(path)!, writes: true);

        Assert.Equal((TagState.Written, new TagDifference("TMOO", "calm", null)), (undone.State, undone.Differences[0]));
        Assert.Equal(before, File.ReadAllBytes(path));
        Assert.Empty(library.Catalogue.TagChanges());
        Assert.Null(library.Catalogue.LoadSongs().Single().Tags.Mood);
        Assert.Equal((1, 1), ((await library.ScanAsync()).Unchanged, library.Perceiver.Begun));
        Assert.Single(Directory.GetFileSystemEntries(library.Music));
    }

    [Fact]
    public async Task Tag_WhatOthersWrote_IsKeptUnlessAskedFor()
    {
        using var library = new TestLibrary();
        string path = library.Write("a.wav", Edited.Write(Sounds.Tone(440), (TagField.Key, "B"), (TagField.Mood, "grim")).File);
        await library.ScanAsync();
        FileEntry file = library.Catalogue.FindFile(path)!;
        byte[] before = File.ReadAllBytes(path);

        TagOutcome kept = new LibraryTagger(library.Catalogue).Tag(file, writes: true);
        SongTags after = await new TagReader().ReadAsync(path, TestContext.Current.CancellationToken);
        TagOutcome replaced = new LibraryTagger(library.Catalogue).Tag(library.Catalogue.FindFile(path)!, writes: true, replaces: true);

        Assert.Equal([new("TMOO", "grim", "calm"), new("TKEY", "B", "Am")], kept.Kept);
        Assert.Equal(("grim", 120.0, "B"), (after.Mood, after.Tempo, after.Key));
        Assert.Equal([new("TMOO", "grim", "calm"), new("TKEY", "B", "Am")], replaced.Differences);

        // Two writings, one after the other, go back together.
        Assert.Equal(TagState.Written, new LibraryTagger(library.Catalogue).Undo(library.Catalogue.FindFile(path)!, writes: true).State);
        SongTags back = await new TagReader().ReadAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(("grim", null, "B"), (back.Mood, back.Tempo, back.Key));
        Assert.Equal(before.Length, File.ReadAllBytes(path).Length);
    }

    [Fact]
    public async Task Undo_AFileThatWasChangedSince_LeavesIt()
    {
        using var library = new TestLibrary();
        string path = library.Write("a.wav", Sounds.Tone(440));
        await library.ScanAsync();
        new LibraryTagger(library.Catalogue).Tag(library.Catalogue.FindFile(path)!, writes: true);
        byte[] changed = [.. File.ReadAllBytes(path), 0];
        File.WriteAllBytes(path, changed);

        TagOutcome undone = new LibraryTagger(library.Catalogue).Undo(library.Catalogue.FindFile(path)!, writes: true);
        TagOutcome tagged = new LibraryTagger(library.Catalogue).Tag(library.Catalogue.FindFile(path)!, writes: true);

        Assert.Equal(TagState.Left, undone.State);
        Assert.Contains("changed since", undone.Reason!.Value.English, StringComparison.Ordinal);
        Assert.Equal(TagState.Left, tagged.State);
        Assert.Equal(changed, File.ReadAllBytes(path));
    }

    [Fact]
    public async Task Tag_AfterAWritingThatWasKilled_StartsAnew()
    {
        using var library = new TestLibrary();
        string path = library.Write("a.wav", Sounds.Tone(440));
        await library.ScanAsync();
        byte[] before = File.ReadAllBytes(path);
        new LibraryTagger(library.Catalogue).Tag(library.Catalogue.FindFile(path)!, writes: true);

        // As if the process had ended between the note and the change.
        File.WriteAllBytes(path, before);
        TagOutcome undone = new LibraryTagger(library.Catalogue).Undo(library.Catalogue.FindFile(path)!, writes: true);

        Assert.Equal(TagState.Same, undone.State);
        Assert.Empty(library.Catalogue.TagChanges());
        Assert.Equal((1, 1), ((await library.ScanAsync()).Unchanged, library.Perceiver.Begun));
        Assert.Equal(TagState.Written, new LibraryTagger(library.Catalogue).Tag(library.Catalogue.FindFile(path)!, writes: true).State);
    }

    [Fact]
    public async Task Tag_WhatCannotBeWritten_IsLeftWithAReason()
    {
        using var library = new TestLibrary();
        byte[] wav = Sounds.Tone(440);
        string cut = library.Write("cut.wav", Sounds.Tone(500, 3));
        library.Write("cut.cue", "FILE \"cut.wav\" WAVE\nTRACK 01 AUDIO\nINDEX 01 00:00:00\nTRACK 02 AUDIO\nINDEX 01 00:01:00\n"u8.ToArray());
        string locked = library.Write("locked.wav", Sounds.Tone(600));
        string gone = library.Write("gone.wav", Sounds.Tone(700));
        string linked = library.Write("inner/real.wav", wav);
        await library.ScanAsync();
        File.SetAttributes(locked, FileAttributes.ReadOnly);
        File.Delete(gone);
        var tagger = new LibraryTagger(library.Catalogue);

        TagOutcome[] outcomes = [.. ((string[])[cut, locked, gone]).Select(path => tagger.Tag(library.Catalogue.FindFile(path)!, writes: true))];

        File.SetAttributes(locked, FileAttributes.Normal);
        Assert.All(outcomes, outcome => Assert.Equal(TagState.Left, outcome.State));
        Assert.Equal(3, outcomes.Select(outcome => outcome.Reason!.Value.English).Distinct().Count());
        Assert.Equal(TagState.Written, tagger.Tag(library.Catalogue.FindFile(linked)!, writes: true).State);
    }

    [Fact]
    public async Task Tag_ThroughALink_ChangesTheFileAndKeepsTheLink()
    {
        using var outside = new TempFolder();
        using var library = new TestLibrary();
        outside.Write("real.wav", Sounds.Tone(440));
        File.CreateSymbolicLink(library["link.wav"], outside["real.wav"]);
        await library.ScanAsync();

        TagOutcome outcome = new LibraryTagger(library.Catalogue).Tag(library.Catalogue.FindFile(library["link.wav"])!, writes: true);

        Assert.Equal(TagState.Written, outcome.State);
        Assert.NotNull(new FileInfo(library["link.wav"]).LinkTarget);
        Assert.Equal("calm", (await new TagReader().ReadAsync(outside["real.wav"], TestContext.Current.CancellationToken)).Mood);
        Assert.Equal(1, (await library.ScanAsync()).Unchanged);
    }
}
