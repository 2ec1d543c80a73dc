using System.Text.Json;
using Sensorium.Library;
using Sensorium.Perception;

namespace Sensorium;

/// <summary>Songs and reports of the library as JSON, as <c>docs/schemas/library-song.schema.json</c> and <c>library.schema.json</c> describe them.</summary>
public static class LibraryJson
{
    private const int Digits = 4;

    /// <summary>Writes a song as an object.</summary>
    /// <param name="json">Receives the object.</param>
    /// <param name="song">The song.</param>
    /// <param name="vector">Whether to write its vector too.</param>
    public static void WriteSong(Utf8JsonWriter json, LibrarySong song, bool vector = true)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(song);
        json.WriteStartObject();
        json.WriteNumber("id", song.Id);
        json.WriteString("path", song.Path);
        Number(json, "start", song.Start.TotalSeconds);
        Number(json, "seconds", song.Length.TotalSeconds);
        WriteTags(json, song);
        WriteReading(json, song.Song);
        if (vector)
        {
            json.WriteStartArray("vector");
            foreach (float value in song.Song.Vector.Span)
            {
                json.WriteNumberValue(value);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    /// <summary>Writes what a scan did as properties.</summary>
    /// <param name="json">Receives the properties.</param>
    /// <param name="report">The report.</param>
    /// <param name="language">Language of the details.</param>
    public static void WriteReport(Utf8JsonWriter json, ScanReport report, Language language)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(report);
        json.WriteNumber("found", report.Found);
        json.WriteNumber("analysed", report.Analysed);
        json.WriteNumber("copied", report.Copied);
        json.WriteNumber("unchanged", report.Unchanged);
        json.WriteNumber("moved", report.Moved);
        json.WriteNumber("left", report.Left);
        json.WriteStartObject("skipped");
        foreach ((SkipReason reason, int count) in report.SkippedByReason())
        {
            json.WriteNumber(SkipReasons.Id(reason), count);
        }

        json.WriteEndObject();
        json.WriteNumber("gone", report.Gone);
        WriteTexts(json, "missingFolders", report.MissingRoots);
        json.WriteStartArray("missingServers");
        foreach (MissingServer server in report.MissingServers)
        {
            json.WriteStartObject();
            json.WriteString("address", server.Address);
            json.WriteString("reason", server.Reason.In(language));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Number(json, "took", report.Took.TotalSeconds);
        WriteFiles(json, "files", report.Skipped, language);
    }

    /// <summary>Writes what the library holds as properties.</summary>
    /// <param name="json">Receives the properties.</param>
    /// <param name="status">What it holds.</param>
    /// <param name="language">Language of the details.</param>
    public static void WriteStatus(Utf8JsonWriter json, LibraryStatus status, Language language)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(status);
        WriteTexts(json, "folders", status.Roots.Select(root => root.Path).Where(root => !ServerPlace.IsOnServer(root)));
        WriteTexts(json, "servers", status.Roots.Select(root => root.Path).Where(ServerPlace.IsOnServer));
        json.WriteNumber("known", status.Files);
        json.WriteNumber("songs", status.Songs);
        Number(json, "seconds", status.Length.TotalSeconds);
        json.WriteNumber("gone", status.Gone);
        WriteFiles(json, "unfit", status.Unfit, language);
    }

    /// <summary>Writes what became of the tags of files as properties.</summary>
    /// <param name="json">Receives the properties.</param>
    /// <param name="request">What was asked for.</param>
    /// <param name="outcomes">What became of the files.</param>
    /// <param name="language">Language of the reasons.</param>
    public static void WriteTagging(Utf8JsonWriter json, TagRequest request, IReadOnlyList<TagOutcome> outcomes, Language language)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(outcomes);
        json.WriteBoolean("dryRun", !request.Writes);
        json.WriteBoolean("undo", request.Undoes);
        json.WriteStartArray("tags");
        foreach (TagOutcome outcome in outcomes)
        {
            json.WriteStartObject();
            json.WriteString("path", outcome.Path);
            json.WriteString("state", outcome.State.ToString().ToLowerInvariant());
            json.WriteString("form", outcome.Form);
            WriteDifferences(json, "changes", outcome.Differences);
            WriteDifferences(json, "kept", outcome.Kept);
            json.WriteString("reason", outcome.Reason?.In(language));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteDifferences(Utf8JsonWriter json, string name, IReadOnlyList<TagDifference> differences)
    {
        json.WriteStartArray(name);
        foreach (TagDifference difference in differences)
        {
            json.WriteStartObject();
            json.WriteString("field", difference.Field);
            json.WriteString("before", difference.Before);
            json.WriteString("after", difference.After);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTags(Utf8JsonWriter json, LibrarySong song)
    {
        SongTags tags = song.Tags;
        json.WriteString("title", song.Title);
        json.WriteString("artist", tags.Artist);
        json.WriteString("album", tags.Album);
        json.WriteString("albumArtist", tags.AlbumArtist);
        Number(json, "track", tags.TrackNumber);
        Number(json, "year", tags.Year);
        WriteTexts(json, "genres", tags.Genres);
        json.WriteString("mood", tags.Mood);
        Number(json, "writtenTempo", tags.Tempo);
        json.WriteString("writtenKey", tags.Key);
        json.WriteString("language", tags.Language);
        json.WriteString("musicBrainz", tags.MusicBrainzId);
    }

    private static void WriteReading(Utf8JsonWriter json, SongReading song)
    {
        json.WriteNumber("version", song.Version);
        SongJson.WriteMeasures(json, song.Measures, Digits);
        WriteEstimate(json, "valence", song.Percept.Affect.Valence);
        WriteEstimate(json, "arousal", song.Percept.Affect.Arousal);
        json.WriteStartObject("emotions");
        double[] shares = PerceptJson.Shares(song.Percept.Emotions);
        for (int i = 0; i < shares.Length; i++)
        {
            json.WriteNumber(FeelingNames.Id((Emotion)i), shares[i]);
        }

        json.WriteEndObject();
        json.WriteString("core", FeelingNames.Id(song.Percept.Emotions.Core));
        SongJson.WriteTags(json, song.Tags, Digits);
    }

    private static void WriteFiles(Utf8JsonWriter json, string name, IEnumerable<SkippedFile> files, Language language)
    {
        json.WriteStartArray(name);
        foreach (SkippedFile file in files)
        {
            json.WriteStartObject();
            json.WriteString("path", file.Path);
            json.WriteString("reason", SkipReasons.Id(file.Reason));
            json.WriteString("detail", file.Detail?.In(language));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void WriteEstimate(Utf8JsonWriter json, string name, Estimate estimate)
    {
        json.WriteStartObject(name);
        Number(json, "mean", estimate.Mean);
        Number(json, "sd", estimate.Sd);
        json.WriteEndObject();
    }

    // Adding 0 turns -0 into 0.
    private static void Number(Utf8JsonWriter json, string name, double? value)
    {
        if (value is double number)
        {
            json.WriteNumber(name, Math.Round(number, Digits) + 0.0);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
