using System.Text.Json;
using Sensorium.Library;

namespace Sensorium;

/// <summary>What matching remembers of a listener: pins, what was liked and skipped, and what was played. It stays in the catalogue on this machine.</summary>
/// <param name="catalogue">Where it is kept.</param>
/// <param name="clock">Tells the time; null takes the system's.</param>
public sealed class MatchMemory(ICatalogue catalogue, TimeProvider? clock = null)
{
    private readonly TimeProvider _clock = clock ?? TimeProvider.System;

    /// <summary>Keeps that songs were liked or skipped, and how the listener felt before and after.</summary>
    /// <param name="kind">Like or skip.</param>
    /// <param name="songs">The songs.</param>
    /// <param name="goal">The feeling that was sought; null for none.</param>
    /// <param name="before">How the listener felt before; null where that was not told.</param>
    /// <param name="after">How the listener felt after; null where that was not told.</param>
    public void Keep(FeedbackKind kind, IEnumerable<LibrarySong> songs, Affect? goal, PlanePoint? before, PlanePoint? after)
    {
        ArgumentNullException.ThrowIfNull(songs);
        foreach (LibrarySong song in songs)
        {
            catalogue.AddFeedback(new Feedback { SongId = song.Id, Kind = kind, Time = _clock.GetUtcNow(), Goal = goal });
            if (after is not null)
            {
                catalogue.AddFeedback(new Feedback { SongId = song.Id, Kind = FeedbackKind.Mood, Time = _clock.GetUtcNow(), Before = ToAffect(before), After = ToAffect(after) });
            }
        }
    }

    /// <summary>Keeps that a song was played or put into a queue: it waits before it comes again.</summary>
    /// <param name="song">The song.</param>
    /// <param name="goal">The feeling that was sought; null for none.</param>
    public void KeepPlay(LibrarySong song, Affect? goal)
    {
        ArgumentNullException.ThrowIfNull(song);
        catalogue.AddFeedback(new Feedback { SongId = song.Id, Kind = FeedbackKind.Play, Time = _clock.GetUtcNow(), Goal = goal });
    }

    /// <summary>Options with all that is remembered.</summary>
    /// <param name="options">The options.</param>
    /// <param name="shelf">The library.</param>
    /// <param name="pins">Pins that a picture brought back.</param>
    /// <returns>Options with the time, the taste, likings, times played and pins.</returns>
    public MatchOptions Recall(MatchOptions options, SongShelf shelf, IReadOnlyList<FoundPin> pins)
    {
        ArgumentNullException.ThrowIfNull(options);
        IReadOnlyList<Feedback> feedback = catalogue.Feedbacks();
        return options with
        {
            Now = _clock.GetUtcNow(),
            LastPlayed = TasteLearner.LastPlayedOf(feedback),
            Taste = TasteOf(feedback, shelf),
            Liking = TasteLearner.LikingOf(feedback),
            Pinned = [.. pins.Select(pin => pin.Pin.SongId)],
        };
    }

    /// <summary>Writes everything as an object, as docs/schemas/match-memory.schema.json describes it.</summary>
    /// <param name="json">Receives the object.</param>
    public void Write(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        IReadOnlyList<Feedback> feedback = catalogue.Feedbacks();
        PersonalTaste taste = TasteOf(feedback, SongShelf.Of(catalogue.LoadSongs()));
        json.WriteStartObject();
        json.WriteString("schema", "sensorium-match-memory-1");
        json.WriteStartObject("taste");
        MatchJson.Number(json, "valenceOffset", taste.ValenceOffset);
        MatchJson.Number(json, "arousalOffset", taste.ArousalOffset);
        MatchJson.Number(json, "valenceMetric", taste.ValenceMetric);
        MatchJson.Number(json, "arousalMetric", taste.ArousalMetric);
        json.WriteEndObject();
        json.WriteStartArray("pins");
        foreach (Pin pin in catalogue.Pins())
        {
            json.WriteStartObject();
            json.WriteString("name", pin.Name);
            json.WriteNumber("song", pin.SongId);
            json.WriteString("model", pin.Model);
            json.WriteString("time", pin.Time);
            json.WriteStartArray("vector");
            foreach (float value in pin.Vector.Span)
            {
                json.WriteNumberValue(value);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("feedback");
        foreach (Feedback said in feedback)
        {
            json.WriteStartObject();
            json.WriteNumber("song", said.SongId);
            json.WriteString("kind", said.Kind.ToString().ToLowerInvariant());
            json.WriteString("time", said.Time);
            MatchJson.Place(json, "before", said.Before);
            MatchJson.Place(json, "after", said.After);
            MatchJson.Place(json, "goal", said.Goal);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Erases pins and all that was said and played.</summary>
    /// <param name="songId">The song that it is about; null for all of it. Default null.</param>
    /// <returns>How many entries there were.</returns>
    public int Erase(long? songId = null) => songId is { } song
        ? catalogue.Pins().Where(pin => pin.SongId == song).Sum(pin => catalogue.ErasePins(pin.Id)) + catalogue.EraseFeedback(song)
        : catalogue.ErasePins() + catalogue.EraseFeedback();

    private static PersonalTaste TasteOf(IReadOnlyList<Feedback> feedback, SongShelf shelf) =>
        TasteLearner.Learn(feedback, id => shelf.RowOf(id) is { } row ? PlanePoint.Of(shelf.Songs[row].Song.Percept.Affect) : null);

    private static Affect? ToAffect(PlanePoint? place) => place is { } point ? new Affect { Valence = new(point.Valence, 0), Arousal = new(point.Arousal, 0) } : null;
}
