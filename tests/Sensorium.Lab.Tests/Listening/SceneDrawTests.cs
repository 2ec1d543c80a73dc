using Sensorium.Expression;

namespace Sensorium.Lab.Listening.Tests;

public sealed class SceneDrawTests
{
    private static readonly Mapping Perceptual = MappingFile.BuiltIn("perceptual")!;

    [Fact]
    public void Draw_TrainingAndTest_ShareNoTonic()
    {
        int[] training = [.. Enumerable.Range(0, 60).Select(i => Draw(i, test: false).Tonality.Key.Tonic).Distinct()];
        int[] test = [.. Enumerable.Range(0, 60).Select(i => Draw(i, test: true).Tonality.Key.Tonic).Distinct()];

        Assert.Empty(training.Intersect(test));
        Assert.Equal(6, training.Length);
        Assert.Equal(6, test.Length);
    }

    [Fact]
    public void Draw_SameSeed_IsTheSamePicture()
    {
        Scene first = Draw(3, test: true);
        Scene second = Draw(3, test: true);

        Assert.Equal(first.Tonality.Scale, second.Tonality.Scale);
        Assert.Equal(first.Regions.Regions.Select(region => region.Colour), second.Regions.Regions.Select(region => region.Colour));
        Assert.NotEqual(first.Regions.Regions[1].Colour, Draw(3, test: false).Regions.Regions[1].Colour);
    }

    [Fact]
    public void Draw_ManyPictures_DifferAsPicturesDo()
    {
        Scene[] scenes = [.. Enumerable.Range(0, 60).Select(i => Draw(i, test: false))];

        Assert.True(scenes.Max(scene => scene.Tonality.Tempo) - scenes.Min(scene => scene.Tonality.Tempo) > 50);
        Assert.True(scenes.Max(scene => scene.Tonality.Dynamics) - scenes.Min(scene => scene.Tonality.Dynamics) > .5);
        Assert.True(scenes.Select(scene => scene.Tonality.Key.Mode).Distinct().Count() >= 5);
        double rough = scenes.SelectMany(scene => scene.Regions.Regions.Skip(1)).Average(region => region.LocalContrast > .03 ? 1.0 : 0);
        Assert.InRange(rough, .4, .6);
    }

    private static Scene Draw(int index, bool test) =>
        SceneDraw.Draw(1, index, test, random => [.. ColourClasses.Colours.Select(colour => colour.Draw(random))], Perceptual);
}
