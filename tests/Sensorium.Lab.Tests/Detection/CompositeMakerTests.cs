using Sensorium.Lab.Tests;
using Sensorium.Perception;

namespace Sensorium.Lab.Detection.Tests;

public sealed class CompositeMakerTests
{
    private static CompositeMaker Maker(ulong seed) => new(
        [TemporaryFolder.Grey(640, 480, 40), TemporaryFolder.Grey(480, 640, 80)],
        [new GreyTile(48, [.. Enumerable.Repeat((byte)220, 48 * 48)])],
        seed);

    [Fact]
    public void Make_SameSeedAndIndex_GivesTheSamePicture()
    {
        Assert.Equal(Maker(3).Make(7).Picture.Pixels.ToArray(), Maker(3).Make(7).Picture.Pixels.ToArray());
        Assert.NotEqual(Maker(3).Make(7).Faces, Maker(4).Make(7).Faces);
    }

    [Fact]
    public void Make_Many_FacesLieApartInsideAndOverAllSizes()
    {
        DetectionPicture[] made = [.. Enumerable.Range(0, 100).Select(Maker(1).Make)];

        Assert.All(made, picture =>
        {
            Assert.InRange(picture.Faces!.Count, 1, 3);
            Assert.All(picture.Faces!, box =>
            {
                Assert.True(box.X >= 0 && box.Y >= 0 && box.Right <= picture.Picture.Width && box.Bottom <= picture.Picture.Height);
                Assert.InRange(BoxMatching.SizeOf(box), 15, 161);
                Assert.DoesNotContain(picture.Faces!, other => other != box && other.IntersectionOverUnion(box) > 0);
            });
        });
        double[] sizes = [.. made.SelectMany(picture => picture.Faces!).Select(BoxMatching.SizeOf)];
        Assert.All(((double, double)[])[(0, 24), (24, 48), (48, 96), (96, 1000)], range => Assert.Contains(sizes, size => size >= range.Item1 && size < range.Item2));
    }

    /// <summary>The face fades into the scene: its middle is the face's, its corners are the scene's, and no edge jumps.</summary>
    [Fact]
    public void Make_Face_FadesIntoTheScene()
    {
        DetectionPicture made = Enumerable.Range(0, 50).Select(Maker(1).Make).First(picture => picture.Faces!.Any(box => box.Height > 100));
        FaceBox face = made.Faces!.First(box => box.Height > 100);
        byte scene = made.Picture.Pixels[0];
        int middle = (int)(face.X + (face.Width / 2)), row = (int)(face.Y + (face.Height / 2));

        Assert.True(made.Picture.Row(row)[3 * middle] > 150);
        Assert.Equal(scene, made.Picture.Row((int)face.Y + 1)[3 * ((int)face.X + 1)]);
        for (int x = 1; x < made.Picture.Width; x++)
        {
            Assert.InRange(Math.Abs(made.Picture.Row(row)[3 * x] - made.Picture.Row(row)[3 * (x - 1)]), 0, 60);
        }
    }

    [Fact]
    public void Enlarge_Ramp_StaysARamp()
    {
        Picture ramp = new(16, 8);
        for (int y = 0; y < 8; y++)
        {
            for (int x = 0; x < 16; x++)
            {
                ramp.Row(y).Slice(3 * x, 3).Fill((byte)(16 * x));
            }
        }

        Picture large = PictureEnlargement.Enlarge(ramp, 64, 32);
        for (int x = 2; x < 62; x++)
        {
            Assert.InRange(large.Row(11)[3 * x], (16 * ((x + .5) / 4)) - 8 - 1, (16 * ((x + .5) / 4)) - 8 + 1);
        }
    }
}
