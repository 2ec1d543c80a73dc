using Dapper;
using Microsoft.Data.Sqlite;
using Sensorium.Media;

namespace Sensorium.Library;

/// <summary>Opens the database file: write-ahead log, one writer, tables of the newest form.</summary>
internal static class CatalogueDatabase
{
    private const int BusyMilliseconds = 10_000;
    private const int SqliteBusy = 5, SqliteCorrupt = 11, SqliteNotADatabase = 26;

    static CatalogueDatabase() => SQLitePCL.Batteries_V2.Init();

    /// <summary>Opens for writing; the file is made when missing, and brought to the newest form, with a copy of the old one beside it.</summary>
    public static SqliteConnection Open(string path, int steps = int.MaxValue)
    {
        SqliteConnection? connection = null;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            connection = Connect(path, SqliteOpenMode.ReadWriteCreate);
            connection.Execute("PRAGMA journal_mode = WAL");
            Migrate(connection, path, Math.Min(steps, CatalogueMigrations.Steps.Count));
            return connection;
        }
        catch (Exception error) when (error is SqliteException or IOException or UnauthorizedAccessException)
        {
            connection?.Dispose();
            throw Explain(path, error);
        }
        catch
        {
            connection?.Dispose();
            throw;
        }
    }

    /// <summary>Opens for reading only.</summary>
    public static SqliteConnection OpenReader(string path) => Connect(path, SqliteOpenMode.ReadOnly);

    /// <summary>Turns what the database said into a sentence.</summary>
    public static SensoriumException Explain(string path, Exception error) => error switch
    {
        SqliteException { SqliteErrorCode: SqliteCorrupt or SqliteNotADatabase } => CatalogueErrors.Damaged(path, error),
        SqliteException { SqliteErrorCode: SqliteBusy } => CatalogueErrors.Busy(path, error),
        _ => CatalogueErrors.NotWritten(path, error),
    };

    /// <summary>Copies the database into another file; it appears whole or not at all.</summary>
    public static void Copy(SqliteConnection connection, string target)
    {
        using var batch = new OutputBatch();
        string part = batch.Reserve(target);
        connection.Execute("VACUUM INTO @part", new { part });
        batch.Commit();
    }

    private static SqliteConnection Connect(string path, SqliteOpenMode mode)
    {
        // Not pooled: a closed catalogue lets go of its file.
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, ForeignKeys = true, DefaultTimeout = BusyMilliseconds / 1000 }.ToString());
        connection.Open();
        connection.Execute($"PRAGMA busy_timeout = {BusyMilliseconds}; PRAGMA synchronous = NORMAL");
        return connection;
    }

    private static void Migrate(SqliteConnection connection, string path, int wanted)
    {
        long version = connection.ExecuteScalar<long>("PRAGMA user_version");
        if (version > CatalogueMigrations.Steps.Count)
        {
            throw CatalogueErrors.TooNew(path, version, CatalogueMigrations.Steps.Count);
        }

        if (version > 0 && version < wanted)
        {
            Copy(connection, $"{path}.before-{wanted}");
        }

        while (version < wanted)
        {
            using SqliteTransaction transaction = connection.BeginTransaction();

            // Another process may have taken the step while this one waited.
            version = connection.ExecuteScalar<long>("PRAGMA user_version", transaction: transaction);
            if (version < wanted)
            {
                connection.Execute(CatalogueMigrations.Steps[(int)version], transaction: transaction);
                connection.Execute($"PRAGMA user_version = {++version}", transaction: transaction);
            }

            transaction.Commit();
        }
    }
}
