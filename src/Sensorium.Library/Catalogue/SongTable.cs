using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using Sensorium.Audio;
using Sensorium.Perception;

namespace Sensorium.Library;

/// <summary>The table of songs: rows from songs and songs from rows.</summary>
internal static class SongTable
{
    private const string Light =
        "s.id, s.file, s.track, s.start, s.length, s.title, s.artist, s.album, s.album_artist, s.track_number, s.year, s.genres, s.mood, s.written_tempo, "
        + "s.written_key, s.language, s.musicbrainz, s.version, s.heard, s.tempo, s.tempo_strength, s.tonic, s.minor, s.key_strength, s.key_lead, s.loudness, "
        + "s.dynamics, s.amplitude, s.brightness, s.noise, s.density, s.vocal_share, s.valence, s.valence_sd, s.arousal, s.arousal_sd, s.dominance, s.warmth, "
        + "s.emotions, s.source, s.model, s.tags, s.vector, f.path";

    private const string Whole = Light + ", s.evidence, s.curve, s.sections";
    private const string From = " FROM songs s JOIN files f ON f.id = s.file ";

    private const string Upsert =
        """
        INSERT INTO songs (file, track, start, length, title, artist, album, album_artist, track_number, year, genres, mood, written_tempo, written_key, language,
            musicbrainz, version, heard, tempo, tempo_strength, tonic, minor, key_strength, key_lead, loudness, dynamics, amplitude, brightness, noise, density,
            vocal_share, valence, valence_sd, arousal, arousal_sd, dominance, warmth, emotions, source, model, evidence, tags, vector, curve, sections)
        VALUES (@File, @Track, @Start, @Length, @Title, @Artist, @Album, @AlbumArtist, @TrackNumber, @Year, @Genres, @Mood, @WrittenTempo, @WrittenKey, @Language,
            @MusicBrainz, @Version, @Heard, @Tempo, @TempoStrength, @Tonic, @Minor, @KeyStrength, @KeyLead, @Loudness, @Dynamics, @Amplitude, @Brightness, @Noise,
            @Density, @VocalShare, @Valence, @ValenceSd, @Arousal, @ArousalSd, @Dominance, @Warmth, @Emotions, @Source, @Model, @Evidence, @Tags, @Vector, @Curve, @Sections)
        ON CONFLICT (file, track) DO UPDATE SET start = excluded.start, length = excluded.length, title = excluded.title, artist = excluded.artist,
            album = excluded.album, album_artist = excluded.album_artist, track_number = excluded.track_number, year = excluded.year, genres = excluded.genres,
            mood = excluded.mood, written_tempo = excluded.written_tempo, written_key = excluded.written_key, language = excluded.language,
            musicbrainz = excluded.musicbrainz, version = excluded.version, heard = excluded.heard, tempo = excluded.tempo,
            tempo_strength = excluded.tempo_strength, tonic = excluded.tonic, minor = excluded.minor, key_strength = excluded.key_strength,
            key_lead = excluded.key_lead, loudness = excluded.loudness, dynamics = excluded.dynamics, amplitude = excluded.amplitude,
            brightness = excluded.brightness, noise = excluded.noise, density = excluded.density, vocal_share = excluded.vocal_share,
            valence = excluded.valence, valence_sd = excluded.valence_sd, arousal = excluded.arousal, arousal_sd = excluded.arousal_sd,
            dominance = excluded.dominance, warmth = excluded.warmth, emotions = excluded.emotions, source = excluded.source, model = excluded.model,
            evidence = excluded.evidence, tags = excluded.tags, vector = excluded.vector, curve = excluded.curve, sections = excluded.sections
        """;

    /// <summary>Stores the songs of a file: those of other tracks go.</summary>
    public static void Replace(SqliteConnection connection, SqliteTransaction transaction, long file, IReadOnlyList<SongPart> songs)
    {
        connection.Execute("DELETE FROM songs WHERE file = @file AND track NOT IN @tracks", new { file, tracks = songs.Select(song => song.Track).ToArray() }, transaction);
        foreach (SongPart song in songs)
        {
            connection.Execute(Upsert, Row(file, song), transaction);
        }
    }

    /// <summary>Reads songs that can be used, by number.</summary>
    public static IEnumerable<LibrarySong> Load(SqliteConnection connection, bool whole)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = $"SELECT {(whole ? Whole : Light)}{From}WHERE f.reason IS NULL AND f.gone = 0 ORDER BY s.id";
        using SqliteDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return Song(reader, whole);
        }
    }

    /// <summary>Reads one song whole.</summary>
    public static LibrarySong? Find(SqliteConnection connection, long id)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = $"SELECT {Whole}{From}WHERE s.id = @id";
        command.Parameters.AddWithValue("@id", id);
        using SqliteDataReader reader = command.ExecuteReader();
        return reader.Read() ? Song(reader, whole: true) : null;
    }

    /// <summary>Reads the songs of a file whole.</summary>
    public static IReadOnlyList<SongPart> Of(SqliteConnection connection, long file)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = $"SELECT {Whole}{From}WHERE s.file = @file ORDER BY s.track";
        command.Parameters.AddWithValue("@file", file);
        using SqliteDataReader reader = command.ExecuteReader();
        List<SongPart> parts = [];
        while (reader.Read())
        {
            LibrarySong song = Song(reader, whole: true);
            parts.Add(new SongPart { Track = reader.GetInt32(2), Start = song.Start, Length = song.Length, Tags = song.Tags, Song = song.Song });
        }

        return parts;
    }

    /// <summary>What is stored of evidence.</summary>
    public static string OfEvidence(IReadOnlyList<LocalizedText> evidence) =>
        JsonSerializer.Serialize(evidence.Select(text => new[] { text.English, text.Korean }));

    private static object Row(long file, SongPart part)
    {
        SongTags tags = part.Tags;
        SongReading song = part.Song;
        SongMeasures measures = song.Measures;
        Affect affect = song.Percept.Affect;
        return new
        {
            File = file,
            part.Track,
            Start = part.Start.Ticks,
            Length = part.Length.Ticks,
            tags.Title,
            tags.Artist,
            tags.Album,
            tags.AlbumArtist,
            tags.TrackNumber,
            tags.Year,
            Genres = tags.Genres.Count == 0 ? null : JsonSerializer.Serialize(tags.Genres),
            tags.Mood,
            WrittenTempo = tags.Tempo,
            WrittenKey = tags.Key,
            tags.Language,
            MusicBrainz = tags.MusicBrainzId,
            song.Version,
            Heard = song.Length.Ticks,
            measures.Tempo,
            measures.TempoStrength,
            measures.Key.Tonic,
            Minor = measures.Key.IsMinor ? 1 : 0,
            KeyStrength = (double)measures.Key.Strength,
            KeyLead = (double)measures.Key.Lead,
            measures.Loudness,
            measures.Dynamics,
            measures.Amplitude,
            measures.Brightness,
            measures.Noise,
            measures.Density,
            measures.VocalShare,
            Valence = affect.Valence.Mean,
            ValenceSd = affect.Valence.Sd,
            Arousal = affect.Arousal.Mean,
            ArousalSd = affect.Arousal.Sd,
            affect.Dominance,
            affect.Warmth,
            Emotions = CatalogueBlobs.OfEmotions(song.Percept.Emotions),
            song.Percept.Source,
            song.Percept.Model,
            Evidence = OfEvidence(song.Percept.Evidence),
            Tags = CatalogueBlobs.OfTags(song.Tags),
            Vector = CatalogueBlobs.OfFloats(song.Vector.Span),
            Curve = CatalogueBlobs.OfCurve(song.Curve),
            Sections = CatalogueBlobs.OfTimes(song.Sections),
        };
    }

    private static LibrarySong Song(SqliteDataReader row, bool whole) => new()
    {
        Id = row.GetInt64(0),
        Path = row.GetString(43),
        Start = new TimeSpan(row.GetInt64(3)),
        Length = new TimeSpan(row.GetInt64(4)),
        Tags = Tags(row),
        Song = Reading(row, whole),
    };

    private static SongTags Tags(SqliteDataReader row) => new()
    {
        Title = Text(row, 5),
        Artist = Text(row, 6),
        Album = Text(row, 7),
        AlbumArtist = Text(row, 8),
        TrackNumber = row.IsDBNull(9) ? null : row.GetInt32(9),
        Year = row.IsDBNull(10) ? null : row.GetInt32(10),
        Genres = Text(row, 11) is { } genres ? JsonSerializer.Deserialize<string[]>(genres) ?? [] : [],
        Mood = Text(row, 12),
        Tempo = Real(row, 13),
        Key = Text(row, 14),
        Language = Text(row, 15),
        MusicBrainzId = Text(row, 16),
    };

    private static SongReading Reading(SqliteDataReader row, bool whole) => new()
    {
        Version = row.GetInt32(17),
        Length = new TimeSpan(row.GetInt64(18)),
        Measures = new SongMeasures
        {
            Tempo = row.GetDouble(19),
            TempoStrength = row.GetDouble(20),
            Key = new KeyEstimate(row.GetInt32(21), row.GetInt32(22) != 0, (float)row.GetDouble(23), (float)row.GetDouble(24)),
            Loudness = row.GetDouble(25),
            Dynamics = row.GetDouble(26),
            Amplitude = row.GetDouble(27),
            Brightness = row.GetDouble(28),
            Noise = row.GetDouble(29),
            Density = row.GetDouble(30),
            VocalShare = row.GetDouble(31),
        },
        Percept = new Percept
        {
            Affect = new Affect
            {
                Valence = new Estimate(row.GetDouble(32), row.GetDouble(33)),
                Arousal = new Estimate(row.GetDouble(34), row.GetDouble(35)),
                Dominance = Real(row, 36),
                Warmth = Real(row, 37),
            },
            Emotions = CatalogueBlobs.ToEmotions((byte[])row.GetValue(38)),
            Source = row.GetString(39),
            Model = row.GetString(40),
            Evidence = whole ? [.. (JsonSerializer.Deserialize<string[][]>(row.GetString(44)) ?? []).Select(pair => new LocalizedText(pair[0], pair[1]))] : [],
        },
        Tags = CatalogueBlobs.ToTags(row.GetString(41)),
        Vector = CatalogueBlobs.ToFloats((byte[])row.GetValue(42)),
        Curve = whole ? CatalogueBlobs.ToCurve((byte[])row.GetValue(45)) : [],
        Sections = whole ? CatalogueBlobs.ToTimes((byte[])row.GetValue(46)) : [],
    };

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static double? Real(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetDouble(column);
}
