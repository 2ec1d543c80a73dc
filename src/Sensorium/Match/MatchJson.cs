using System.Text.Json;
using Sensorium.Library;

namespace Sensorium;

/// <summary>Writes an answer as JSON, as docs/schemas/match.schema.json describes it.</summary>
public static class MatchJson
{
    private const int Digits = 3;

    /// <summary>Writes an answer as an object.</summary>
    /// <param name="json">Receives the object.</param>
    /// <param name="result">The answer.</param>
    /// <param name="options">How songs were chosen.</param>
    /// <param name="language">Language of reasons and notes.</param>
    public static void Write(Utf8JsonWriter json, MatchResult result, MatchOptions options, Language language)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(options);
        json.WriteStartObject();
        json.WriteString("schema", "sensorium-match-1");
        json.WriteString("input", result.Input);
        WriteWish(json, result);
        json.WriteStartArray("songs");
        for (int i = 0; i < result.Ranking.Songs.Count; i++)
        {
            WriteSong(json, result.Ranking.Songs[i], result.Journey?.Steps[i], i + 1, language);
        }

        json.WriteEndArray();
        json.WriteNumber("considered", result.Ranking.Considered);
        json.WriteNumber("filtered", result.Ranking.Filtered);
        json.WriteNumber("belowFit", result.Ranking.BelowFit);
        Number(json, "minFit", result.MinFit);
        if (result.Journey is { } journey)
        {
            json.WriteStartObject("journey");
            Number(json, "seconds", journey.Length.TotalSeconds);
            json.WriteBoolean("complete", journey.IsComplete);
            WriteTexts(json, "gaps", journey.Gaps.Select(gap => MatchReasons.Of(gap, journey)), language);
            json.WriteEndObject();
        }

        if (result.Absences.Count > 0)
        {
            json.WriteStartArray("why");
            foreach (SongAbsence absence in result.Absences)
            {
                WriteAbsence(json, absence, options, language);
            }

            json.WriteEndArray();
        }

        WriteTexts(json, "notes", result.Notes, language);
        if (result.Felt?.Care is { } care)
        {
            json.WriteString("care", care.In(language));
        }

        json.WriteEndObject();
    }

    /// <summary>Writes a rounded number.</summary>
    internal static void Number(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, Math.Round(number, Digits) + 0.0);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    /// <summary>Writes a place, or null.</summary>
    internal static void Place(Utf8JsonWriter json, string name, Affect? affect)
    {
        if (affect is not { } place)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        Number(json, "valence", place.Valence.Mean);
        Number(json, "arousal", place.Arousal.Mean);
        json.WriteEndObject();
    }

    private static void WriteWish(Utf8JsonWriter json, MatchResult result)
    {
        json.WriteStartObject("wish");
        Number(json, "valence", result.Wish.Affect.Valence.Mean);
        Number(json, "valenceSd", result.Wish.Affect.Valence.Sd);
        Number(json, "arousal", result.Wish.Affect.Arousal.Mean);
        Number(json, "arousalSd", result.Wish.Affect.Arousal.Sd);
        json.WriteString("core", FeelingNames.Id(result.Wish.Emotions.Core));
        if (result.Asked is { } song)
        {
            json.WriteNumber("song", song.Id);
        }
        else
        {
            json.WriteNull("song");
        }

        json.WriteStartArray("tags");
        foreach (WishedTag tag in result.Wish.Tags)
        {
            json.WriteStartObject();
            json.WriteString("name", tag.Name);
            Number(json, "weight", tag.Weight);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("unknownWords");
        foreach (string word in result.Words?.Unknown ?? [])
        {
            json.WriteStringValue(word);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteSong(Utf8JsonWriter json, MatchedSong matched, JourneyStep? step, int rank, Language language)
    {
        LibrarySong song = matched.Song;
        json.WriteStartObject();
        json.WriteNumber("rank", rank);
        json.WriteNumber("id", song.Id);
        json.WriteString("path", song.Path);
        Number(json, "start", song.Start.TotalSeconds);
        Number(json, "seconds", song.Length.TotalSeconds);
        json.WriteString("title", song.Title);
        json.WriteString("artist", song.Tags.Artist);
        json.WriteString("album", song.Tags.Album);
        WriteFit(json, matched);
        json.WriteBoolean("pinned", matched.IsPinned);
        json.WriteString("reason", MatchReasons.Of(matched).In(language));
        if (step is not null)
        {
            Number(json, "at", step.Start.TotalSeconds);
            Number(json, "step", step.Step);
            Number(json, "offWay", step.Place.DistanceTo(step.Target));
        }

        json.WriteEndObject();
    }

    private static void WriteFit(Utf8JsonWriter json, MatchedSong matched)
    {
        Number(json, "fit", matched.Fit);
        json.WriteStartObject("parts");
        Number(json, "place", matched.Parts.Place);
        Number(json, "emotions", matched.Parts.Emotions);
        Number(json, "tags", matched.Parts.Tags);
        Number(json, "likeness", matched.Parts.Likeness);
        Number(json, "distance", matched.Parts.Distance);
        json.WriteEndObject();
        Number(json, "valence", matched.Song.Song.Percept.Affect.Valence.Mean);
        Number(json, "arousal", matched.Song.Song.Percept.Affect.Arousal.Mean);
    }

    private static void WriteAbsence(Utf8JsonWriter json, SongAbsence absence, MatchOptions options, Language language)
    {
        json.WriteStartObject();
        json.WriteNumber("id", absence.Song.Song.Id);
        json.WriteString("title", absence.Song.Song.Title);
        json.WriteString("kind", absence.Kind switch
        {
            AbsenceKind.Present => "present",
            AbsenceKind.IsTheQuestion => "question",
            AbsenceKind.Filtered => "filtered",
            AbsenceKind.BelowFit => "below-fit",
            AbsenceKind.Waiting => "waiting",
            AbsenceKind.SetAside => "set-aside",
            _ => "outranked",
        });
        json.WriteString("filter", absence.Filter?.ToString().ToLowerInvariant());
        Number(json, "rank", absence.Rank);
        json.WriteNumber("eligible", absence.Eligible);
        WriteFit(json, absence.Song);
        json.WriteString("reason", MatchReasons.Of(absence, options).In(language));
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<LocalizedText> texts, Language language)
    {
        json.WriteStartArray(name);
        foreach (LocalizedText text in texts)
        {
            json.WriteStringValue(text.In(language));
        }

        json.WriteEndArray();
    }
}
