using Sensorium.Media;
using Sensorium.Perception;

namespace Sensorium.Library.Tests;

public sealed class PinBoardTests
{
    private static readonly string[] Names = ["harbour", "meadow", "plate", "snow", "storm"];

    private static readonly Dictionary<string, Lazy<Task<Picture>>> Read = Names.ToDictionary(name => name, name => new Lazy<Task<Picture>>(() => DecodeAsync(name)));

    public static TheoryData<string> Samples => [.. Names];

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Find_TheSamePhotoStoredOtherwise_BringsTheSongBack(string name)
    {
        Picture picture = await ReadAsync(name);
        Pin pin = PinBoard.Make(name, 7, PictureVector.Of(picture, TestContext.Current.CancellationToken), TimeProvider.System);
        (string Change, Picture Picture)[] changed =
        [
            ("as it was", picture),
            ("a tenth cut off around", Change(picture, 0.9, 0.05, 1, 0)),
            ("a tenth cut off at a corner", Change(picture, 0.9, 0, 1, 0)),
            ("brighter", Change(picture, 1, 0, 1.25, 0)),
            ("darker", Change(picture, 1, 0, 0.75, 0)),
            ("noisy", Change(picture, 1, 0, 1, 12)),
            ("smaller", Smaller(picture)),
        ];

        Assert.All(changed, other => Assert.True(
            PinBoard.Find([pin], PictureVector.Of(other.Picture, TestContext.Current.CancellationToken)) is [{ Pin.SongId: 7 }], other.Change));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Find_OtherPhotos_BringNothingBack(string name)
    {
        PictureVector picture = PictureVector.Of(await ReadAsync(name), TestContext.Current.CancellationToken);
        List<Pin> pins = [];
        foreach (string other in Names.Where(other => other != name))
        {
            pins.Add(PinBoard.Make(other, 1, PictureVector.Of(await ReadAsync(other), TestContext.Current.CancellationToken), TimeProvider.System));
        }

        Assert.Empty(PinBoard.Find(pins, picture));
    }

    [Fact]
    public async Task Of_AnyPicture_HasLengthOneAndLikensItselfMost()
    {
        PictureVector picture = PictureVector.Of(await ReadAsync("harbour"), TestContext.Current.CancellationToken);
        PictureVector black = PictureVector.Of(new Picture(7, 3), TestContext.Current.CancellationToken);

        Assert.Equal(PictureVector.Length, picture.Values.Length);
        Assert.Equal(1, picture.LikenessTo(picture), 5);
        Assert.Equal(1, black.LikenessTo(black), 5);
        Assert.InRange(picture.LikenessTo(black), -0.5, 0.6);
    }

    [Fact]
    public async Task Find_SeveralPins_TellsEachSongOnceTheLikestFirstAndNoOtherModels()
    {
        Picture photo = await ReadAsync("meadow");
        PictureVector picture = PictureVector.Of(photo, TestContext.Current.CancellationToken), near = PictureVector.Of(Change(photo, 0.95, 0, 1.1, 0), TestContext.Current.CancellationToken);
        Pin[] pins =
        [
            PinBoard.Make("near", 1, near, TimeProvider.System),
            PinBoard.Make("same", 2, picture, TimeProvider.System),
            PinBoard.Make("near again", 2, near, TimeProvider.System),
            PinBoard.Make("old", 3, picture, TimeProvider.System) with { Model = "picture@0" },
        ];

        Assert.Equal([2, 1], PinBoard.Find(pins, picture).Select(found => found.Pin.SongId));
    }

    // Each picture is decoded once, whichever tests ask for it.
    private static Task<Picture> ReadAsync(string name) => Read[name].Value;

    private static async Task<Picture> DecodeAsync(string name) =>
        (await new PictureReader().ReadAsync(
            Path.Combine(Repository.Root, "samples", $"{name}.png"), new PictureReadOptions { TargetLongSide = 512, Limits = new PictureLimits { MostTime = TimeSpan.FromMinutes(5) } }, CancellationToken.None)).Picture;

    private static Picture Change(Picture picture, double share, double from, double light, int noise)
    {
        Pcg32 random = new(3);
        Picture changed = new((int)(picture.Width * share), (int)(picture.Height * share));
        int left = (int)(picture.Width * from), top = (int)(picture.Height * from);
        for (int y = 0; y < changed.Height; y++)
        {
            for (int i = 0; i < 3 * changed.Width; i++)
            {
                double value = (picture.Row(y + top)[i + (3 * left)] * light) + (noise > 0 ? random.Next((2 * noise) + 1) - noise : 0);
                changed.Row(y)[i] = (byte)Math.Clamp(value, 0, 255);
            }
        }

        return changed;
    }

    private static Picture Smaller(Picture picture)
    {
        Picture small = new(picture.Width / 2, picture.Height / 2);
        for (int y = 0; y < small.Height; y++)
        {
            for (int x = 0; x < small.Width; x++)
            {
                for (int c = 0; c < 3; c++)
                {
                    small.Row(y)[(3 * x) + c] = picture.Row(2 * y)[(6 * x) + c];
                }
            }
        }

        return small;
    }
}
