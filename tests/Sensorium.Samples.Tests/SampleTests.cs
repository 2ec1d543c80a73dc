using System.Runtime.InteropServices;
using Sensorium.Imaging;
using Sensorium.Media;
using Sensorium.Samples.Pictures;

namespace Sensorium.Samples.Tests;

public sealed class SampleTests
{
    public static TheoryData<string> Names => [.. SampleList.All.Select(sample => sample.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Draw_Again_GivesTheCommittedPixels(string name)
    {
        ISample sample = SampleList.All.Single(candidate => candidate.Name == name);
        using FileStream file = File.OpenRead(Path.Combine(Folder(), $"{name}.png"));
        Picture committed = PngFile.Read(file, new PictureReadOptions { TargetLongSide = 4096 }, TestContext.Current.CancellationToken).Picture;

        Picture drawn = sample.Draw();

        Assert.Equal((committed.Width, committed.Height), (drawn.Width, drawn.Height));

        // Sine and power may differ in the last bit between systems' mathematics libraries; that can move a value across a rounding step, and few of them.
        int different = 0;
        for (int i = 0; i < drawn.Pixels.Length; i++)
        {
            different += drawn.Pixels[i] != committed.Pixels[i] ? 1 : 0;
        }

        if (OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64)
        {
            Assert.Equal(0, different);
        }
        else
        {
            Assert.InRange(different / (double)drawn.Pixels.Length, 0, 0.001);
        }
    }

    [Fact]
    public void Pairs_OfThePlate_DifferForTrichromatsAndNotForDeuteranopes()
    {
        Assert.All(Plate.Pairs, pair =>
        {
            Rgb ground = new((byte)pair.Ground.R, (byte)pair.Ground.G, (byte)pair.Ground.B);
            Rgb figure = new((byte)pair.Figure.R, (byte)pair.Figure.G, (byte)pair.Figure.B);

            Assert.True(Difference(ground, figure) > 20);
            Assert.True(Difference(DeficiencySimulation.Simulate(ground, ColourVision.Deutan), DeficiencySimulation.Simulate(figure, ColourVision.Deutan)) < 5);
        });
    }

    [Fact]
    public void Samples_Folder_HoldsNothingElse()
    {
        IEnumerable<string> files = Directory.GetFiles(Folder(), "*.png").Select(path => Path.GetFileNameWithoutExtension(path)!);

        Assert.Equal(SampleList.All.Select(sample => sample.Name).Order(StringComparer.Ordinal), files.Order(StringComparer.Ordinal));
    }

    private static double Difference(Rgb first, Rgb second) =>
        CieDe2000.Difference(ColourConversion.ToCieLab(first), ColourConversion.ToCieLab(second));

    private static string Folder() => Path.Combine(Repository.Root, "samples");
}
