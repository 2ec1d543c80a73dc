using Sensorium.Imaging;

namespace Sensorium.Expression.Tests;

public sealed class LoopPlanTests
{
    private static readonly SoundMap Map = Samples.Map(Many());

    private static RegionMap Many()
    {
        RegionMapBuilder builder = new(128, 96);
        for (int i = 0; i < 40; i++)
        {
            Rgb colour = ColourConversion.ToRgb(new Hsv(i * 37 % 360, .3f + (i % 3 * .3f), .3f + (i % 5 * .16f)));
            builder.Paint(colour, i % 8 / 8.0, i / 8 / 5.0, ((i % 8) + 1) / 8.0, ((i / 8) + 1) / 5.0);
        }

        return builder.Build();
    }

    private static IEnumerable<string> RolesInUse(SoundMap map) => map.Sounds
        .SelectMany(sound => new[] { sound.Point, sound.Scan, sound.Protan, sound.Deutan, sound.Tritan })
        .SelectMany(voice => voice.Layers.Select(layer => layer.Role))
        .Distinct();

    [Theory]
    [InlineData(11)]
    [InlineData(18)]
    [InlineData(30)]
    public void Choose_AnyBudget_IsKeptAndServesEveryRoleInUse(int budget)
    {
        IReadOnlyList<LoopKey> loops = LoopPlan.Choose(Map.Regions, Map.Sounds, budget);

        Assert.True(RolesInUse(Map).Count() >= 9);
        Assert.InRange(loops.Count, 9, budget);
        Assert.All(RolesInUse(Map), role => Assert.Contains(loops, loop => loop.Role == role));
        Assert.Equal(loops.Count, loops.Distinct().Count());
    }

    [Fact]
    public void Choose_NoRoomAtAll_StillKeepsOneForEachRole() =>
        Assert.Equal(RolesInUse(Map).Count(), LoopPlan.Choose(Map.Regions, Map.Sounds, 1).Count);

    [Fact]
    public void Choose_LargerBudget_BringsLoopsNearerToTheVoices()
    {
        double[] away = [.. new[] { 11, 18, 40 }.Select(budget =>
        {
            Loop[] loops = [.. LoopPlan.Choose(Map.Regions, Map.Sounds, budget).Select(key => new Loop(key.Role, key.Pitch, 44100, [0]))];
            return Map.Sounds.Average(sound => Math.Abs(LoopPlan.Nearest(loops, sound.Point.Layers[0].Role, sound.Point.Pitch)!.Pitch - sound.Point.Pitch));
        })];

        Assert.True(away[0] > away[1] && away[1] > away[2], string.Join(" ", away));
    }

    [Fact]
    public void Choose_FewRegions_GivesEachItsOwnLoop()
    {
        SoundMap map = Samples.Map(RegionMapBuilder.Stripes(new Rgb(200, 40, 40), new Rgb(40, 60, 200)));

        IReadOnlyList<LoopKey> loops = LoopPlan.Choose(map.Regions, map.Sounds, 40);

        Assert.All(map.Sounds, sound => Assert.All(sound.Point.Layers, layer => Assert.Contains(new LoopKey(layer.Role, sound.Point.Pitch), loops)));
    }

    [Fact]
    public void Choose_SameMap_GivesTheSameLoopsInRoleOrder()
    {
        IReadOnlyList<LoopKey> loops = LoopPlan.Choose(Map.Regions, Map.Sounds);

        Assert.Equal(loops, LoopPlan.Choose(Map.Regions, Map.Sounds));
        Assert.Equal(loops.OrderBy(loop => loop.Role, StringComparer.Ordinal).ThenBy(loop => loop.Pitch), loops);
    }

    [Fact]
    public void Nearest_TwoOfARole_IsTheNearerAndNeverAnotherRole()
    {
        Loop[] loops = [Tones.Constant("red", 50), Tones.Constant("red", 62), Tones.Constant("blue", 57)];

        Assert.Equal(62, LoopPlan.Nearest(loops, "red", 57)!.Pitch);
        Assert.Equal(50, LoopPlan.Nearest(loops, "red", 55)!.Pitch);
        Assert.Null(LoopPlan.Nearest(loops, "green", 57));
    }
}
