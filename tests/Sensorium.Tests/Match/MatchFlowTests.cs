using System.Text;
using System.Text.Json;
using Sensorium.Library;
using Sensorium.Media;

namespace Sensorium.Tests;

public sealed class MatchFlowTests : IDisposable
{
    private static readonly JsonSchema Schema = JsonSchema.Read("match");
    private static readonly JsonSchema MemorySchema = JsonSchema.Read("match-memory");

    private readonly Folder _folder = new();
    private readonly MemoryCatalogue _catalogue = new();
    private readonly FeelWorld _world = new();

    public void Dispose()
    {
        _folder.Dispose();
        _catalogue.Dispose();
    }

    [Fact]
    public async Task RunAsync_EmptyLibrary_SaysWhatToDo()
    {
        UnsupportedInputException error = await Assert.ThrowsAsync<UnsupportedInputException>(() => MatchAsync([FeelInput.OfWords("rain")], new MatchRequest()));

        Assert.Contains("library add DIR", error.Text.English, StringComparison.Ordinal);
        Assert.Contains("library add", error.Text.Korean, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rainy night drive")]
    [InlineData("비 오는 밤 드라이브")]
    public async Task RunAsync_Words_FindsTheSongThatHasTheirTags(string words)
    {
        long dark = SmallLibrary.Add(_catalogue, "/m/dark.mp3", 0, -0.2, [new("slow", 0.9), new("dark", 0.9), new("soft", 0.8), new("electronic", 0.8)]);
        SmallLibrary.Add(_catalogue, "/m/light.mp3", 0, -0.2, [new("fast", 0.9), new("bright", 0.9), new("loud", 0.8), new("acoustic", 0.8)]);

        MatchResult result = await MatchAsync([FeelInput.OfWords(words)], new MatchRequest());

        Assert.Equal(dark, result.Ranking.Songs[0].Song.Id);
        Assert.Empty(result.Words!.Unknown);
        LocalizedText reason = MatchReasons.Of(result.Ranking.Songs[0]);
        Assert.Contains("dark 90 %", reason.English, StringComparison.Ordinal);
        Assert.Contains("어두움 90 %", reason.Korean, StringComparison.Ordinal);
        Assert.EndsWith(".", reason.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_UnknownWords_AreNoted()
    {
        SmallLibrary.Add(_catalogue, "/m/a.mp3", 0, 0, file: new SongTags { Genres = ["Shoegaze"] });

        MatchResult result = await MatchAsync([FeelInput.OfWords("shoegaze qwertz rain")], new MatchRequest());

        Assert.Equal(["qwertz"], result.Words!.Unknown);
        Assert.Contains(result.Notes, note => note.English.Contains("qwertz", StringComparison.Ordinal));
    }

    [Fact]
    public async Task RunAsync_ASongOfTheLibrary_FindsOthersAndNotItself()
    {
        string path = _folder["asked.mp3"];
        await File.WriteAllTextAsync(path, "any", TestContext.Current.CancellationToken);
        long asked = SmallLibrary.Add(_catalogue, path, 0.5, 0.5);
        long like = SmallLibrary.Add(_catalogue, $"/m/{new string('x', path.Length - 7)}.mp3", 0.5, 0.5);

        MatchResult result = await MatchAsync([FeelInput.OfFile(path)], new MatchRequest());

        Assert.Equal(asked, result.Asked!.Id);
        Assert.Null(result.Felt);
        Assert.Equal([like], result.Ranking.Songs.Select(song => song.Song.Id));
        Assert.Equal(1, result.Ranking.Songs[0].Parts.Likeness!.Value, 3);
    }

    [Fact]
    public async Task RunAsync_ASongFromOutsideTheLibrary_IsFeltAndFindsWhatSoundsLikeIt()
    {
        SmallLibrary.Add(_catalogue, "/m/any.mp3", 0.4, 0.5);
        string path = await Clip.MakeAsync(_folder["outside.wav"], "-f lavfi -i sine=440:d=2");
        FeelFlow feel = new(new FeelWorld { Heard = Perception.SoundClass.Music });

        MatchResult alone = await new MatchFlow(feel, _catalogue).RunAsync([FeelInput.OfFile(path)], new MatchRequest { Options = new MatchOptions { MinFit = 0 } }, TestContext.Current.CancellationToken);
        MatchResult mixed = await new MatchFlow(feel, _catalogue).RunAsync([FeelInput.OfFile(Write("a.png", new Picture(64, 48))), FeelInput.OfFile(path)], new MatchRequest(), TestContext.Current.CancellationToken);

        Assert.Equal((0.4, 1), (alone.Wish.Affect.Valence.Mean, alone.Wish.Vector.Span[3]));
        Assert.NotNull(alone.Felt!.Song);
        Assert.NotNull(Assert.Single(alone.Ranking.Songs).Parts.Likeness);
        Assert.Equal(["scene", "song"], mixed.Felt!.Percept.Parts.Select(part => part.Percept.Source).Order());
        Assert.Equal(1, mixed.Wish.Vector.Span[3]);
    }

    [Fact]
    public async Task RunAsync_APinnedPicture_BringsItsSongBackFirstAndOtherPicturesDoNot()
    {
        long song = SmallLibrary.Add(_catalogue, "/m/beach song.mp3", -0.8, 0.8);
        SmallLibrary.Add(_catalogue, "/m/usual.mp3", 0.2, -0.1);
        string beach = Write("beach.png", Painting.Beach()), smaller = Write("smaller.png", Painting.Beach(160, 100)), grey = Write("grey.png", new Picture(64, 48));

        MatchResult pinned = await MatchAsync([FeelInput.OfFile(beach)], new MatchRequest { Pin = "beach song" });
        MatchResult again = await MatchAsync([FeelInput.OfFile(smaller)], new MatchRequest());
        MatchResult other = await MatchAsync([FeelInput.OfFile(grey)], new MatchRequest());
        MatchResult forgetful = await MatchAsync([FeelInput.OfFile(smaller)], new MatchRequest { Remembers = false });

        Assert.Equal(song, pinned.Ranking.Songs[0].Song.Id);
        Assert.True(again.Ranking.Songs[0] is { IsPinned: true } first && first.Song.Id == song);
        Assert.Contains("pinned", MatchReasons.Of(again.Ranking.Songs[0]).English, StringComparison.Ordinal);
        Assert.DoesNotContain(other.Ranking.Songs, found => found.Song.Id == song);
        Assert.DoesNotContain(forgetful.Ranking.Songs, found => found.Song.Id == song);
        Assert.Equal("beach.png", Assert.Single(_catalogue.Pins()).Name);
    }

    [Fact]
    public async Task RunAsync_PinWithoutAPicture_IsRefusedAndNothingIsKept()
    {
        SmallLibrary.Add(_catalogue, "/m/a.mp3", 0, 0);

        await Assert.ThrowsAsync<UnsupportedInputException>(() => MatchAsync([FeelInput.OfWords("rain")], new MatchRequest { Pin = "a" }));

        Assert.Empty(_catalogue.Pins());
    }

    [Fact]
    public async Task RunAsync_LikesAndSkips_AreKeptWithTheGoalCanBeExportedAndErased()
    {
        long first = SmallLibrary.Add(_catalogue, "/m/a.mp3", 0.1, 0), second = SmallLibrary.Add(_catalogue, "/m/bb.mp3", 0.1, 0);

        MatchResult result = await MatchAsync(
            [FeelInput.OfWords("glad")], new MatchRequest { Liked = ["a"], Skipped = [$"#{second}"], Before = new(-0.5, 0), After = new(0.5, 0), Options = new MatchOptions { MinFit = 0 } });

        Assert.Equal([FeedbackKind.Like, FeedbackKind.Mood, FeedbackKind.Skip, FeedbackKind.Mood], _catalogue.Feedbacks().Select(said => said.Kind));
        Assert.Equal(result.Wish.Affect.Valence.Mean, _catalogue.Feedbacks()[0].Goal!.Value.Valence.Mean);
        Assert.True(result.Ranking.Songs.Single(song => song.Song.Id == first).Liking > 0);
        Assert.True(result.Ranking.Songs.Single(song => song.Song.Id == second).Liking < 0);
        MatchMemory memory = new(_catalogue);
        Assert.Empty(MemorySchema.Faults(Json(memory.Write)));
        Assert.Equal(4, memory.Erase());
        Assert.Empty(_catalogue.Feedbacks());
    }

    [Fact]
    public async Task RunAsync_AJourney_LeadsFromTheMoodToTheGoalInTime()
    {
        for (int i = 0; i < 20; i++)
        {
            SmallLibrary.Add(_catalogue, $"/m/{new string('s', i + 1)}.mp3", 0.2 + (0.01 * i), -0.1 - (0.02 * i), seconds: 144);
        }

        MatchRequest request = new() { Journey = new JourneyRequest(), Options = new MatchOptions { MinFit = 0 } };
        MatchResult result = await MatchAsync([FeelInput.OfFile(Write("a.png", Painting.Beach()))], request);

        Assert.True(result.Journey!.IsComplete);
        Assert.Equal(TimeSpan.FromMinutes(24), result.Journey.Length);
        Assert.Equal(result.Journey.Steps.Select(step => step.Song.Id), result.Ranking.Songs.Select(song => song.Song.Id));
        Assert.Empty(Schema.Faults(Json(json => MatchJson.Write(json, result, request.Options, Language.Korean))));
    }

    [Fact]
    public async Task RunAsync_AHoleInTheLibrary_IsNoted()
    {
        SmallLibrary.Add(_catalogue, "/m/a.mp3", 0.2, -0.1);

        MatchResult result = await MatchAsync([FeelInput.OfWords("music")], new MatchRequest { Journey = new JourneyRequest() });

        Assert.False(result.Journey!.IsComplete);
        Assert.Contains(result.Notes, note => note.English.Contains("emptiest place", StringComparison.Ordinal) && note.Korean.Contains("가장 빈 곳", StringComparison.Ordinal));
    }

    [Fact]
    public async Task RunAsync_Why_SaysWhatKeptASongOut()
    {
        SmallLibrary.Add(_catalogue, "/m/near.mp3", 0, 0);
        SmallLibrary.Add(_catalogue, "/m/far away.mp3", -0.9, 0.9);
        MatchRequest request = new() { Why = ["far"] };

        MatchResult result = await MatchAsync([FeelInput.OfWords("music")], request);

        Assert.Equal(AbsenceKind.BelowFit, Assert.Single(result.Absences).Kind);
        Assert.Contains("cut-off of 50 %", MatchReasons.Of(result.Absences[0], request.Options).English, StringComparison.Ordinal);
        Assert.Contains(result.Notes, note => note.English.StartsWith("1 of 2 songs fit", StringComparison.Ordinal));
        Assert.Empty(Schema.Faults(Json(json => MatchJson.Write(json, result, request.Options, Language.English))));
    }

    [Theory]
    [InlineData("nothing like it")]
    [InlineData("song")]
    [InlineData(" ")]
    public async Task RunAsync_ASongThatIsNotClear_IsExplained(string asked)
    {
        SmallLibrary.Add(_catalogue, "/m/song one.mp3", 0, 0);
        SmallLibrary.Add(_catalogue, "/m/song three.mp3", 0, 0);

        await Assert.ThrowsAsync<MalformedInputException>(() => MatchAsync([FeelInput.OfWords("music")], new MatchRequest { Why = [asked] }));
    }

    [Fact]
    public void Of_EveryTagOfOurs_HasAKoreanName() => Assert.All(
        Perception.SongTagNames.Instruments.Concat(Perception.SongTagNames.Qualities).Concat(Perception.SongTagNames.Moods),
        tag => Assert.Contains(TagWords.Of(tag).Korean, letter => letter is >= '가' and <= '힣'));

    private string Write(string name, Picture picture)
    {
        using FileStream stream = File.Create(_folder[name]);
        PngFile.Write(stream, picture);
        return _folder[name];
    }

    private static string Json(Action<Utf8JsonWriter> write)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private Task<MatchResult> MatchAsync(IReadOnlyList<FeelInput> inputs, MatchRequest request) =>
        new MatchFlow(new FeelFlow(_world), _catalogue).RunAsync(inputs, request, TestContext.Current.CancellationToken);
}
