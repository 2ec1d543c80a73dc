using Sensorium.Expression;
using Sensorium.Imaging;
using Sensorium.Music;

namespace Sensorium.Lab.Listening;

/// <summary>Draws pictures: any feeling, any key, regions anywhere, flat or rough, small or large.</summary>
/// <remarks>
/// Training and test share nothing: their seeds are different streams, and their keys never have the same tonic
/// (C, D, E ... to train with, C sharp, E flat, F ... to be tested with).
/// </remarks>
internal static class SceneDraw
{
    /// <summary>Draws one picture.</summary>
    /// <param name="seed">The seed of the evaluation.</param>
    /// <param name="index">The picture's number.</param>
    /// <param name="test">Whether the listener is tested with it rather than trained.</param>
    /// <param name="draw">Draws the colours of its regions.</param>
    /// <param name="mapping">The mapping, for the rules that choose the music.</param>
    /// <returns>The picture.</returns>
    public static Scene Draw(ulong seed, int index, bool test, Func<Pcg32, IReadOnlyList<OkLab>> draw, Mapping mapping)
    {
        Pcg32 random = new(seed, (2 * (ulong)index) + (test ? 1u : 0));
        RegionMap regions = Map(draw(random), random);
        FeelingMapping feeling = mapping.Feeling;
        Affect affect = new()
        {
            Valence = new Estimate(feeling.ValenceCentre + (Signed(random) / feeling.ValenceGain), 0),
            Arousal = new Estimate(feeling.ArousalCentre + (Signed(random) / feeling.ArousalGain), 0),
        };
        Tonality chosen = TonalityRules.Choose(affect, default, regions, mapping);
        Key key = chosen.Key with { Tonic = (2 * random.Next(6)) + (test ? 1 : 0) };
        PitchMapping pitch = mapping.Point.Pitch;
        return new Scene
        {
            Random = random,
            Regions = regions,
            Tonality = chosen with { Key = key, Scale = TonalityRules.Scale(key, pitch.LowestHz, pitch.HighestHz) },
        };
    }

    private static double Signed(Pcg32 random) => (2 * random.NextDouble()) - 1;

    /// <summary>A picture of one region a colour. Its outlines are of no account: nothing here looks at them.</summary>
    private static RegionMap Map(IReadOnlyList<OkLab> colours, Pcg32 random)
    {
        double[] weights = [.. colours.Select(_ => .2 + random.NextDouble())];
        double total = weights.Sum();
        OkLab mean = new(colours.Average(c => c.L), colours.Average(c => c.A), colours.Average(c => c.B));
        List<Region> regions = [Whole(mean, colours.Count)];
        for (int i = 0; i < colours.Count; i++)
        {
            // Half of the regions are flat, half have a texture that is heard as tremolo.
            double contrast = random.Next(2) == 0 ? .025 * random.NextDouble() : .03 + (.09 * random.NextDouble());
            UnitPoint place = new((float)random.NextDouble(), (float)random.NextDouble());
            regions.Add(Leaf(i + 1, colours[i], weights[i] / total, place, contrast));
        }

        return new RegionMap(1, 1, [1], regions, ColourSpace.OkLab, colours.Count);
    }

    private static Region Whole(OkLab colour, int count) => Leaf(0, colour, 1, new UnitPoint(.5f, .5f), .05) with
    {
        Level = RegionLevel.Whole,
        ParentId = null,
        ChildIds = [.. Enumerable.Range(1, count)],
    };

    private static Region Leaf(int id, OkLab colour, double share, UnitPoint place, double contrast)
    {
        Rgb rgb = ColourConversion.ToRgb(colour);
        return new Region
        {
            Id = id,
            Level = RegionLevel.Object,
            ParentId = 0,
            ChildIds = [],
            Colour = colour,
            Rgb = rgb,
            Hsv = ColourConversion.ToHsv(rgb),
            Name = ColourNames.Of(colour),
            AreaShare = share,
            Anchor = place,
            Centre = place,
            Box = new UnitBox(0, 0, 1, 1),
            Outlines = [],
            NeighbourIds = [],
            LocalContrast = contrast,
        };
    }
}
