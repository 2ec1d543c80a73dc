using FsCheck;
using FsCheck.Fluent;

namespace Sensorium.Library.Tests;

public sealed class PlaylistRoundTripTests
{
    [Theory]
    [InlineData("x.xspf", PlaylistPaths.Relative)]
    [InlineData("x.xspf", PlaylistPaths.Absolute)]
    [InlineData("x.jspf", PlaylistPaths.Relative)]
    [InlineData("x.jspf", PlaylistPaths.Absolute)]
    public void Read_WhatWasWritten_IsTheSame(string name, PlaylistPaths paths) => Prop.ForAll(HostileLists.Any, list =>
    {
        Playlist expected = HostileLists.Cleaned(list);
        Playlist back = Again(name, list, paths);
        Assert.Equal((expected.Title, expected.Creator, expected.Annotation), (back.Title, back.Creator, back.Annotation));
        Assert.Equal(expected.Entries, back.Entries);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(PlaylistPaths.Relative)]
    [InlineData(PlaylistPaths.Absolute)]
    public void Read_WhatWasWrittenAsM3u_IsTheSameButForWhatItCannotHold(PlaylistPaths paths) => Prop.ForAll(HostileLists.Any, list =>
    {
        Playlist expected = HostileLists.Cleaned(list);
        Playlist back = Again("x.m3u8", list, paths);
        Assert.Equal(expected.Title, back.Title);
        Assert.Equal(expected.Entries.Select(ForM3u), back.Entries);
    }).QuickCheckThrowOnFailure();

    // Whole seconds, unless the end is written beside them; no identifiers.
    private static PlaylistEntry ForM3u(PlaylistEntry entry) => entry with
    {
        MusicBrainzId = null,
        Length = entry.IsPart ? entry.Length : entry.Length is { } length ? TimeSpan.FromSeconds(Math.Round(length.TotalSeconds)) : null,
    };

    private static Playlist Again(string name, Playlist list, PlaylistPaths paths)
    {
        using var file = new MemoryStream();
        PlaylistFile.WriterFor(name).Write(file, list, new PlaylistPlace(HostileLists.Folder, paths));
        return PlaylistFile.ReaderFor(name).Read(file.ToArray(), HostileLists.Folder, name);
    }
}
