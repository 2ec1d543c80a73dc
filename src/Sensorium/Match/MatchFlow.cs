using Sensorium.Library;
using Sensorium.Media;
using Sensorium.Perception;

namespace Sensorium;

/// <summary>Anything goes in - pictures, voices, videos, words, songs, several of them together - and songs of the user's library that fit come out, with reasons.</summary>
public sealed class MatchFlow
{
    // A picture that is looked for again is measured small anyway.
    private static readonly PictureReadOptions PinSized = new() { TargetLongSide = 512 };

    private readonly FeelFlow _feel;
    private readonly ICatalogue _catalogue;
    private readonly IPictureReader _pictures;
    private readonly TimeProvider _clock;
    private readonly Lazy<SongShelf> _shelf;

    /// <summary>Creates the flow.</summary>
    /// <param name="feel">Feels what is asked with.</param>
    /// <param name="catalogue">The library.</param>
    /// <param name="pictures">Reads pictures; null takes ours. Default null.</param>
    /// <param name="clock">Tells the time; null takes the system's. Default null.</param>
    public MatchFlow(FeelFlow feel, ICatalogue catalogue, IPictureReader? pictures = null, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(feel);
        ArgumentNullException.ThrowIfNull(catalogue);
        _feel = feel;
        _catalogue = catalogue;
        _pictures = pictures ?? new PictureReader();
        _clock = clock ?? TimeProvider.System;
        _shelf = new(() => SongShelf.Of(catalogue.LoadSongs()));
    }

    /// <summary>The library's songs.</summary>
    /// <exception cref="UnsupportedInputException">There are none.</exception>
    public SongShelf Shelf => _shelf.Value.Count > 0 ? _shelf.Value : throw MatchErrors.EmptyLibrary();

    /// <summary>Finds songs.</summary>
    /// <param name="inputs">What to ask with, at least one.</param>
    /// <param name="request">How.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The songs.</returns>
    /// <exception cref="SensoriumException">The library is empty, an input is unfit, a component is missing, or a song that was named is not there.</exception>
    public async Task<MatchResult> RunAsync(IReadOnlyList<FeelInput> inputs, MatchRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs.Count, 1, nameof(inputs));
        SongShelf shelf = Shelf;
        SongFinder finder = new(shelf.Songs);

        // Named songs are looked up first: nobody waits for an analysis that ends in "no such song".
        LibrarySong[] why = [.. request.Why.Select(finder.Find)], liked = [.. request.Liked.Select(finder.Find)], skipped = [.. request.Skipped.Select(finder.Find)];
        LibrarySong? pin = request.Pin is { } named ? finder.Find(named) : null;
        Asked asked = await AskAsync(inputs, request.Feel, shelf, finder, cancellationToken);
        IReadOnlyList<PictureVector> pictures = await PicturesAsync(inputs, cancellationToken);
        MatchMemory memory = new(_catalogue, _clock);
        memory.Keep(FeedbackKind.Like, liked, asked.Wish.Affect, request.Before, request.After);
        memory.Keep(FeedbackKind.Skip, skipped, asked.Wish.Affect, request.Before, request.After);
        Tie(pin, inputs, pictures);
        IReadOnlyList<FoundPin> pins = request.Remembers ? Pins(pictures) : [];
        MatchOptions options = request.Remembers ? memory.Recall(request.Options, shelf, pins) : request.Options;
        SongMatcher matcher = new(shelf);
        Journey? journey = request.Journey is { } wanted ? Plan(wanted, asked.Wish, options, shelf, cancellationToken) : null;
        MatchRanking ranking = journey is null ? matcher.Match(asked.Wish, options, cancellationToken) : RankingOf(journey, matcher, asked.Wish, options);
        return new MatchResult
        {
            Input = string.Join(" + ", inputs.Select(input => input.Name)),
            Felt = asked.Felt,
            Asked = asked.Song,
            Wish = asked.Wish,
            Words = asked.Words,
            Ranking = ranking,
            Journey = journey,
            Pins = pins,
            Absences = [.. why.Select(song => matcher.Explain(song.Id, asked.Wish, options, cancellationToken))],
            MinFit = options.MinFit,
            Notes = [.. MatchNotes.Of(shelf, asked.Words, asked.Felt, ranking, journey, options)],
        };
    }

    private async Task<Asked> AskAsync(IReadOnlyList<FeelInput> inputs, FeelOptions options, SongShelf shelf, SongFinder finder, CancellationToken cancellationToken)
    {
        List<FeelInput> rest = [];
        LibrarySong? song = null;
        foreach (FeelInput input in inputs)
        {
            if (song is null && input.Path is { } path && finder.At(path) is { } known)
            {
                song = known;
            }
            else
            {
                rest.Add(input);
            }
        }

        WordReading? words = await WordsAsync(rest, shelf, cancellationToken);
        FeelResult? felt = rest.Count > 0 ? await _feel.RunTogetherAsync(rest, options, cancellationToken) : null;
        Percept percept = felt?.Percept ?? song!.Song.Percept;
        (WordReading? tags, double weight) = words is not null ? (words, MatchWish.TextWeight) : (felt is null ? null : EvidenceWords.Of(felt.Percept), MatchWish.EvidenceWeight);
        MatchWish wish = MatchWish.Of(percept, tags, weight) with
        {
            Vector = song?.Song.Vector ?? felt?.Song?.Vector ?? default,
            SongId = song?.Id,
        };
        return new Asked(wish, felt, song, words);
    }

    private static async Task<WordReading?> WordsAsync(List<FeelInput> inputs, SongShelf shelf, CancellationToken cancellationToken)
    {
        List<string> texts = [];
        foreach (FeelInput input in inputs)
        {
            if (input.Words is { } words)
            {
                texts.Add(words);
            }
            else if (input.Path is { } path && MediaKinds.Of(await MediaKinds.ReadStartAsync(path, cancellationToken)) == MediaKind.Text)
            {
                texts.Add(await TextFile.ReadAsync(path, cancellationToken));
            }
        }

        return texts.Count == 0 ? null : WordTable.Default.Read(string.Join('\n', texts), shelf.IsTerm);
    }

    private async Task<IReadOnlyList<PictureVector>> PicturesAsync(IReadOnlyList<FeelInput> inputs, CancellationToken cancellationToken)
    {
        List<PictureVector> pictures = [];
        foreach (FeelInput input in inputs.Where(input => input.Path is null || ServerPlace.Of(input.Path) is null))
        {
            byte[]? start = input.Path is { } path ? await MediaKinds.ReadStartAsync(path, cancellationToken) : null;
            ReadOnlyMemory<byte> bytes = start ?? input.Bytes ?? default;
            if (MediaKinds.Of(bytes.Span[..Math.Min(bytes.Length, MediaKinds.StartBytes)]) == MediaKind.Picture)
            {
                DecodedPicture decoded = input.Path is { } file
                    ? await _pictures.ReadAsync(file, PinSized, cancellationToken)
                    : await _pictures.ReadAsync(bytes, input.Name, PinSized, cancellationToken);
                pictures.Add(PictureVector.Of(decoded.Picture, cancellationToken));
            }
        }

        return pictures;
    }

    private void Tie(LibrarySong? song, IReadOnlyList<FeelInput> inputs, IReadOnlyList<PictureVector> pictures)
    {
        if (song is null)
        {
            return;
        }

        if (pictures.Count == 0)
        {
            throw MatchErrors.NoPicture();
        }

        foreach (PictureVector picture in pictures)
        {
            _catalogue.AddPin(PinBoard.Make(Path.GetFileName(inputs[0].Name), song.Id, picture, _clock));
        }
    }

    private IReadOnlyList<FoundPin> Pins(IReadOnlyList<PictureVector> pictures)
    {
        IReadOnlyList<Pin> all = pictures.Count > 0 ? _catalogue.Pins() : [];
        return [.. pictures.SelectMany(picture => PinBoard.Find(all, picture)).OrderByDescending(found => found.Likeness).DistinctBy(found => found.Pin.SongId)];
    }

    private static Journey Plan(JourneyRequest request, MatchWish wish, MatchOptions options, SongShelf shelf, CancellationToken cancellationToken)
    {
        LibrarySong[] songs = [.. shelf.Songs.Where(song => song.Id != wish.SongId && options.Filter.Refuses(song) is null)];
        return JourneyPlanner.Plan(songs, request.PathFrom(PlanePoint.Of(wish.Affect)), new JourneyOptions { Length = request.Length, Taste = options.Taste }, cancellationToken);
    }

    private static MatchRanking RankingOf(Journey journey, SongMatcher matcher, MatchWish wish, MatchOptions options) => new()
    {
        Songs = [.. journey.Steps.Select(step => matcher.Measure(step.Song.Id, wish, options))],
        Considered = matcher.Shelf.Count,
        Filtered = options.Filter.IsOpen ? 0 : matcher.Shelf.Songs.Count(song => options.Filter.Refuses(song) is not null),
        BelowFit = 0,
        BestBelow = null,
        IsSpacingRelaxed = false,
    };

    /// <summary>What was asked for, once the inputs are felt.</summary>
    private sealed record Asked(MatchWish Wish, FeelResult? Felt, LibrarySong? Song, WordReading? Words);
}
