using Microsoft.Data.Sqlite;

namespace Sensorium.Library.Tests;

public sealed class SqliteCatalogueTests : CatalogueContract
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void Open_AgainAfterClosing_HasEverything()
    {
        using (var first = new SqliteCatalogue(_folder["again.db"]))
        {
            first.Store(Songs.Stamp("/a"), [Songs.Part(1)]);
        }

        using var second = new SqliteCatalogue(_folder["again.db"]);
        Assert.Equal(1, second.CountSongs());
        Assert.Equal("wal", Ask(_folder["again.db"], "PRAGMA journal_mode"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Open_OfAnOlderForm_KeepsItsSongsAndACopy(int steps)
    {
        string path = _folder["old.db"];
        CatalogueDatabase.Open(path, steps).Dispose();
        Tell(path, "INSERT INTO files (path, size, modified, fingerprint, reason) VALUES ('/old', 1, 2, 'f', 'broken')");

        using var catalogue = new SqliteCatalogue(path);

        Assert.Equal(SkipReason.Broken, catalogue.FindFile("/old")!.Reason);
        Assert.Empty(catalogue.TagChanges());
        Assert.Empty(catalogue.Pins());
        Assert.Equal(CatalogueMigrations.Steps.Count.ToString(), Ask(path, "PRAGMA user_version"));
        Assert.Equal(steps.ToString(), Ask($"{path}.before-{CatalogueMigrations.Steps.Count}", "PRAGMA user_version"));
    }

    [Fact]
    public void Open_OfANewerForm_IsRefusedAndLeftAlone()
    {
        new SqliteCatalogue(_folder["new.db"]).Dispose();
        Tell(_folder["new.db"], "PRAGMA user_version = 99");

        UnsupportedInputException error = Assert.Throws<UnsupportedInputException>(() => new SqliteCatalogue(_folder["new.db"]));

        Assert.Contains("99", error.Text.Korean, StringComparison.Ordinal);
        Assert.Equal("99", Ask(_folder["new.db"], "PRAGMA user_version"));
    }

    [Fact]
    public void Open_OfSomethingElse_SaysSo()
    {
        string path = _folder.Write("text.db", new byte[4096]);
        File.WriteAllText(path, new string('x', 5000));

        Assert.Throws<MalformedInputException>(() => new SqliteCatalogue(path));
    }

    [Fact]
    public void Open_WhereNothingCanBeWritten_SaysSo()
    {
        string file = _folder.Write("file", [1]);

        Assert.Throws<OutputFailedException>(() => new SqliteCatalogue(Path.Combine(file, "catalogue.db")));
    }

    [Fact]
    public void Check_OfADamagedFile_NamesFaults()
    {
        string path = _folder["damaged.db"];
        using (var catalogue = new SqliteCatalogue(path))
        {
            for (int i = 1; i < 40; i++)
            {
                catalogue.Store(Songs.Stamp($"/{i}", i), [Songs.Part(i)]);
            }
        }

        byte[] bytes = File.ReadAllBytes(path);
        for (int at = bytes.Length / 2; at < bytes.Length; at += 4096)
        {
            bytes.AsSpan(at, 200).Fill(0xA5);
        }

        File.WriteAllBytes(path, bytes);

        using var damaged = new SqliteCatalogue(path);
        Assert.NotEmpty(damaged.Check());
    }

    [Fact]
    public void Check_OfASongThatCannotBeRead_NamesIt()
    {
        string path = _folder["blob.db"];
        using var catalogue = new SqliteCatalogue(path);
        catalogue.Store(Songs.Stamp("/a"), [Songs.Part(1)]);
        Tell(path, "UPDATE songs SET vector = x'00'");

        Assert.Contains("song 1", Assert.Single(catalogue.Check()).English, StringComparison.Ordinal);
    }

    [Fact]
    public void Backup_WhileInUse_IsAWholeCatalogue()
    {
        using var catalogue = new SqliteCatalogue(_folder["a.db"]);
        catalogue.Store(Songs.Stamp("/a"), [Songs.Part(1)]);
        _folder.Write("copy.db", [1, 2, 3]);

        catalogue.Backup(_folder["copy.db"]);

        using var copy = new SqliteCatalogue(_folder["copy.db"]);
        Assert.Equal(1, copy.CountSongs());
        Assert.Empty(copy.Check());
    }

    [Fact]
    public void LoadSongs_WhileAnotherWrites_SeesTheStateOfItsBeginning()
    {
        using var catalogue = new SqliteCatalogue(_folder["a.db"]);
        catalogue.Store(Songs.Stamp("/a", 1), [Songs.Part(1)]);
        catalogue.Store(Songs.Stamp("/b", 2), [Songs.Part(2)]);
        using IEnumerator<LibrarySong> songs = catalogue.LoadSongs().GetEnumerator();
        Assert.True(songs.MoveNext());

        using (var other = new SqliteCatalogue(_folder["a.db"]))
        {
            other.Store(Songs.Stamp("/c", 3), [Songs.Part(3)]);
        }

        Assert.True(songs.MoveNext());
        Assert.False(songs.MoveNext());
        Assert.Equal(3, catalogue.CountSongs());
    }

    protected override ICatalogue Create() => new SqliteCatalogue(_folder["catalogue.db"]);

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _folder.Dispose();
    }

    private static void Tell(string path, string sql) => Ask(path, sql);

    private static string? Ask(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // The tests' own words.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar()?.ToString();
    }
}
