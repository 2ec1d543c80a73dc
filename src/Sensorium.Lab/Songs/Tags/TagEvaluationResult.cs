using System.Text.Json;
using Sensorium.Lab.Datasets;
using Sensorium.Lab.Evaluation;
using Sensorium.Perception;

namespace Sensorium.Lab.Songs;

/// <summary>What <c>evaluate tags</c> found.</summary>
public sealed record TagEvaluationResult
{
    /// <summary>The tracks, in the order of the table.</summary>
    public required IReadOnlyList<TrackTags> Tracks { get; init; }

    /// <summary>Milliseconds of processor time for three minutes of music, from samples to the reading; NaN where not measured.</summary>
    public required double Milliseconds { get; init; }

    /// <summary>What could not be used.</summary>
    public required IReadOnlyList<DatasetFault> Faults { get; init; }

    /// <summary>Instruments, <c>vocal</c> and <c>instrumental</c> together.</summary>
    public TagScore Sources => new("sources", Tracks.Sum(track => track.Given.Count), Tracks.Sum(track => track.Right), Tracks.Sum(track => track.Expected.Count));

    /// <summary>Moods and other qualities together.</summary>
    public TagScore Manner => new("manner", Tracks.Sum(track => track.Manner.Count), Tracks.Sum(track => track.RightManner), Tracks.Sum(track => track.ExpectedManner.Count));

    /// <summary>Each instrument, <c>vocal</c> and <c>instrumental</c>, where it was given or is there.</summary>
    public IReadOnlyList<TagScore> Tags =>
    [
        .. SongTagNames.Instruments.Concat(["vocal", "instrumental"])
            .Select(name => new TagScore(
                name,
                Tracks.Count(track => track.Given.Any(tag => tag.Name == name)),
                Tracks.Count(track => track.Given.Any(tag => tag.Name == name) && track.Expected.Contains(name)),
                Tracks.Count(track => track.Expected.Contains(name))))
            .Where(score => score.Given + score.Expected > 0),
    ];

    /// <summary>The figures in an order to be read.</summary>
    /// <param name="command">The command line that makes them again; null for none.</param>
    /// <returns>The report.</returns>
    public Report ToReport(string? command = null) => TagReport.Of(this, command);

    /// <summary>The figures for programs (docs/schemas/evaluate-tags.schema.json).</summary>
    /// <returns>One line of JSON.</returns>
    public string ToJson() => ReportJson.Line("sensorium-evaluate-tags-1", json =>
    {
        ReportJson.WriteFaults(json, Faults);
        json.WriteNumber("tracks", Tracks.Count);
        Write(json, "sources", Sources);
        Write(json, "manner", Manner);
        json.WriteStartArray("tags");
        foreach (TagScore score in Tags)
        {
            json.WriteStartObject();
            json.WriteString("tag", score.Tag);
            Write(json, score);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("items");
        foreach (TrackTags track in Tracks)
        {
            json.WriteStartObject();
            json.WriteString("file", track.File);
            Write(json, "given", track.Given);
            Write(json, "expected", track.Expected);
            Write(json, "manner", track.Manner);
            Write(json, "expectedManner", track.ExpectedManner);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        ReportJson.Number(json, "millisecondsFor180s", Milliseconds);
    });

    private static void Write(Utf8JsonWriter json, string name, TagScore score)
    {
        json.WriteStartObject(name);
        Write(json, score);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, TagScore score)
    {
        json.WriteNumber("given", score.Given);
        json.WriteNumber("right", score.Right);
        json.WriteNumber("expected", score.Expected);
        ReportJson.Number(json, "precision", score.Precision);
        ReportJson.Number(json, "recall", score.Recall);
    }

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<SongTag> tags)
    {
        json.WriteStartObject(name);
        foreach (SongTag tag in tags)
        {
            ReportJson.Number(json, tag.Name, tag.Share);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<string> tags)
    {
        json.WriteStartArray(name);
        foreach (string tag in tags)
        {
            json.WriteStringValue(tag);
        }

        json.WriteEndArray();
    }
}
