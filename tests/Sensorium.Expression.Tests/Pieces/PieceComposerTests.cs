using FsCheck;
using FsCheck.Fluent;
using Sensorium.Imaging;
using Sensorium.Music;

namespace Sensorium.Expression.Tests;

public sealed class PieceComposerTests
{
    private static readonly SoundSet[] Sets = [.. SoundSetFile.BuiltInIds.Select(id => SoundSetFile.BuiltIn(id)!)];

    /// <summary>Maps of many pictures and feelings: few and many regions, grey and coloured, calm and excited.</summary>
    private static readonly Arbitrary<SoundMap> Maps = (
        from count in Gen.Choose(1, 14)
        from colours in Samples.Colours.ListOf(count)
        from valence in Gen.Choose(-10, 10)
        from arousal in Gen.Choose(-10, 10)
        from seed in Gen.Choose(0, 1000)
        select Samples.Map(RegionMapBuilder.Stripes([.. colours]), valence: valence / 10.0, arousal: arousal / 10.0, seed: (ulong)seed)).ToArbitrary();

    private static Piece Compose(SoundMap map, SoundSet? set = null) => new PieceComposer(map, set ?? Samples.Orchestra).Compose();

    [Fact]
    public void Compose_AnyTempo_Lasts20To40Seconds()
    {
        HashSet<double> tempi = [];
        for (int arousal = -100; arousal <= 100; arousal++)
        {
            Piece piece = Compose(Samples.Map(arousal: arousal / 100.0));
            tempi.Add(piece.Score.Tempo);
            Assert.InRange(piece.Seconds, 20, 40);
        }

        Assert.True(tempi.Max() - tempi.Min() > 80 && tempi.Count > 40);
    }

    [Fact]
    public void Compose_AnyMap_HasNotesInRangeThatDoNotOverlap() => Prop.ForAll(Maps, map => Sets.All(set =>
    {
        Score score = Compose(map, set).Score;
        return score.Parts.Count <= 15 && score.Parts.All(part =>
            part.Notes.All(note => note.Pitch is >= 0 and <= 127 && note.Velocity is >= 1 and <= 127 && note.Start >= 0 && note.Length > 0 && note.Start + note.Length <= score.Length + 1e-9)
            && part.Pan is >= -1 and <= 1
            && part.Notes.GroupBy(note => note.Pitch).All(same => same.OrderBy(note => note.Start).Zip(same.OrderBy(note => note.Start).Skip(1)).All(pair =>
                pair.First.Start + pair.First.Length <= pair.Second.Start + 1e-9)));
    })).QuickCheckThrowOnFailure();

    [Fact]
    public void Compose_AnyMap_HearsOnlyLeavesAndWithinThePiece() => Prop.ForAll(Maps, map =>
    {
        Piece piece = Compose(map);
        return piece.Notes.Count > 0
            && piece.Notes.All(note => map.Regions.Regions[note.RegionId].ChildIds.Count == 0 && note.StartSeconds >= 0 && note.StartSeconds + note.LengthSeconds <= piece.Seconds + 1e-6)
            && piece.Notes.Zip(piece.Notes.Skip(1)).All(pair => pair.First.StartSeconds <= pair.Second.StartSeconds);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Compose_AnyMap_EndsOnTheTonicChord() => Prop.ForAll(Maps, map =>
    {
        Score score = Compose(map).Score;
        Key key = map.Tonality.Key;
        int[] tonic = [key.Tonic, (key.Tonic + (key.IsMajor ? 4 : 3)) % 12, (key.Tonic + 7) % 12];
        Note[] last = [.. score.Parts.SelectMany(part => part.Notes).Where(note => note.Start >= score.Length - map.Tonality.BeatsPerBar)];
        Note bass = last.MinBy(note => note.Pitch);
        return last.All(note => tonic.Contains(note.Pitch % 12)) && bass.Pitch % 12 == key.Tonic && bass.Start + bass.Length == score.Length;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Compose_SameMap_GivesTheSamePiece()
    {
        Piece first = Compose(Samples.Map());
        Piece second = Compose(Samples.Map());

        Assert.Equal(first.Notes, second.Notes);
        Assert.Equal(Lines(first), Lines(second));
    }

    [Fact]
    public void Compose_OtherPictureOfTheSameFeeling_GivesAnotherPiece()
    {
        Rgb[] colours = [new(200, 40, 40), new(40, 160, 60), new(40, 60, 200), new(230, 200, 40)];

        Piece first = Compose(Samples.Map(RegionMapBuilder.Stripes(colours)));
        Piece second = Compose(Samples.Map(RegionMapBuilder.Stripes([.. colours.Reverse()])));

        Assert.NotEqual(Lines(first), Lines(second));
    }

    [Fact]
    public void Compose_Harbour_HearsEveryLeaf()
    {
        SoundMap map = Samples.Map();
        Piece piece = Compose(map);

        Assert.Equal(
            map.Regions.Regions.Where(region => region.ChildIds.Count == 0).Select(region => region.Id),
            piece.Notes.Select(note => note.RegionId).Distinct().Order());
    }

    [Fact]
    public void Compose_FigureFromLeftToRight_IsHeardInThatOrder()
    {
        RegionMap picture = new RegionMapBuilder(256, 96)
            .Paint(new Rgb(90, 140, 220), 0, 0, 1, 1)
            .Paint(new Rgb(200, 30, 30), .1, .2, .2, .4)
            .Paint(new Rgb(240, 200, 40), .45, .2, .55, .4)
            .Paint(new Rgb(30, 150, 50), .8, .2, .9, .4)
            .Build();

        Piece piece = Compose(Samples.Map(picture));

        double[] first = [.. new[] { 2, 3, 4 }.Select(id => piece.Notes.Where(note => note.RegionId == id).Min(note => note.StartSeconds))];
        Assert.True(first[0] < first[1] && first[1] < first[2], string.Join(" ", first));
    }

    [Theory]
    [InlineData(1, 512)]
    [InlineData(512, 1)]
    [InlineData(1, 1)]
    public void Compose_ExtremeShapes_IsStillHeardThroughout(int width, int height)
    {
        RegionMap picture = new RegionMapBuilder(width, height).Paint(new Rgb(200, 30, 30), 0, 0, 1, 1).Build();

        Piece piece = Compose(Samples.Map(picture));

        Assert.InRange(piece.Seconds, 20, 40);
        for (double time = 0; time < piece.Seconds - piece.Score.Meter.Quarters * 120 / piece.Score.Tempo; time++)
        {
            Assert.Contains(piece.Notes, note => note.StartSeconds <= time + 5 && note.StartSeconds + note.LengthSeconds >= time);
        }
    }

    private static (int Program, double Start, double Length, int Pitch, int Velocity)[] Lines(Piece piece) =>
        [.. piece.Score.Parts.SelectMany(part => part.Notes.Select(note => (part.Program, note.Start, note.Length, note.Pitch, note.Velocity)))];
}
