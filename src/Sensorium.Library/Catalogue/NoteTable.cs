using Dapper;
using Microsoft.Data.Sqlite;

namespace Sensorium.Library;

/// <summary>The tables of pins, feedback and changed tags.</summary>
internal static class NoteTable
{
    public static long Add(SqliteConnection connection, SqliteTransaction transaction, Pin pin)
    {
        NeedSong(connection, transaction, pin.SongId);
        return connection.ExecuteScalar<long>(
            "INSERT INTO pins (song, name, model, vector, time) VALUES (@SongId, @Name, @Model, @vector, @time) RETURNING id",
            new { pin.SongId, pin.Name, pin.Model, vector = CatalogueBlobs.OfFloats(pin.Vector.Span), time = pin.Time.UtcTicks },
            transaction);
    }

    public static IReadOnlyList<Pin> Pins(SqliteConnection connection) =>
    [
        .. connection.Query<(long Id, long Song, string Name, string Model, byte[] Vector, long Time)>("SELECT id, song, name, model, vector, time FROM pins ORDER BY id")
            .Select(row => new Pin { Id = row.Id, SongId = row.Song, Name = row.Name, Model = row.Model, Vector = CatalogueBlobs.ToFloats(row.Vector), Time = Time(row.Time) }),
    ];

    public static long Add(SqliteConnection connection, SqliteTransaction transaction, Feedback feedback)
    {
        NeedSong(connection, transaction, feedback.SongId);
        var values = new DynamicParameters(new { feedback.SongId, kind = feedback.Kind.ToString(), time = feedback.Time.UtcTicks });
        foreach ((string name, Affect? affect) in (ReadOnlySpan<(string, Affect?)>)[("before", feedback.Before), ("after", feedback.After), ("goal", feedback.Goal)])
        {
            values.Add(name + "V", affect?.Valence.Mean);
            values.Add(name + "VS", affect?.Valence.Sd);
            values.Add(name + "A", affect?.Arousal.Mean);
            values.Add(name + "AS", affect?.Arousal.Sd);
        }

        return connection.ExecuteScalar<long>(
            """
            INSERT INTO feedback (song, kind, time, before_valence, before_valence_sd, before_arousal, before_arousal_sd,
                after_valence, after_valence_sd, after_arousal, after_arousal_sd, goal_valence, goal_valence_sd, goal_arousal, goal_arousal_sd)
            VALUES (@SongId, @kind, @time, @beforeV, @beforeVS, @beforeA, @beforeAS, @afterV, @afterVS, @afterA, @afterAS, @goalV, @goalVS, @goalA, @goalAS) RETURNING id
            """,
            values,
            transaction);
    }

    public static IReadOnlyList<Feedback> Feedbacks(SqliteConnection connection)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText =
            """
            SELECT id, song, kind, time, before_valence, before_valence_sd, before_arousal, before_arousal_sd,
                after_valence, after_valence_sd, after_arousal, after_arousal_sd, goal_valence, goal_valence_sd, goal_arousal, goal_arousal_sd FROM feedback ORDER BY id
            """;
        using SqliteDataReader row = command.ExecuteReader();
        List<Feedback> all = [];
        while (row.Read())
        {
            all.Add(new Feedback
            {
                Id = row.GetInt64(0),
                SongId = row.GetInt64(1),
                Kind = Enum.Parse<FeedbackKind>(row.GetString(2)),
                Time = Time(row.GetInt64(3)),
                Before = Mood(row, 4),
                After = Mood(row, 8),
                Goal = Mood(row, 12),
            });
        }

        return all;
    }

    public static int Add(SqliteConnection connection, SqliteTransaction transaction, IReadOnlyList<TagChange> changes) => connection.Execute(
        "INSERT INTO tag_changes (file, field, before, after, time, form, raw, former, written) VALUES (@FileId, @Field, @Before, @After, @time, @Form, @Raw, @Former, @Written)",
        changes.Select(change => new { change.FileId, change.Field, change.Before, change.After, time = change.Time.UtcTicks, change.Form, change.Raw, change.Former, change.Written }),
        transaction);

    public static IReadOnlyList<TagChange> TagChanges(SqliteConnection connection)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT id, file, field, before, after, time, form, raw, former, written FROM tag_changes ORDER BY id";
        using SqliteDataReader row = command.ExecuteReader();
        List<TagChange> all = [];
        while (row.Read())
        {
            all.Add(new TagChange
            {
                Id = row.GetInt64(0),
                FileId = row.GetInt64(1),
                Field = row.GetString(2),
                Before = row.IsDBNull(3) ? null : row.GetString(3),
                After = row.GetString(4),
                Time = Time(row.GetInt64(5)),
                Form = row.GetString(6),
                Raw = row.GetString(7),
                Former = row.GetString(8),
                Written = row.GetString(9),
            });
        }

        return all;
    }

    private static void NeedSong(SqliteConnection connection, SqliteTransaction transaction, long id)
    {
        if (connection.ExecuteScalar<long>("SELECT count(*) FROM songs WHERE id = @id", new { id }, transaction) == 0)
        {
            throw CatalogueErrors.NoSong(id);
        }
    }

    private static Affect? Mood(SqliteDataReader row, int column) => row.IsDBNull(column)
        ? null
        : new Affect { Valence = new Estimate(row.GetDouble(column), row.GetDouble(column + 1)), Arousal = new Estimate(row.GetDouble(column + 2), row.GetDouble(column + 3)) };

    private static DateTimeOffset Time(long ticks) => new(ticks, TimeSpan.Zero);
}
