using FsCheck;
using FsCheck.Fluent;

namespace Sensorium.Perception.Tests;

public sealed class FaceBoxTests
{
    private static readonly Gen<FaceBox> Boxes = Gen.Choose(-40, 80).Two().Zip(Gen.Choose(0, 60).Two(), (place, size) => new FaceBox(place.Item1, place.Item2, size.Item1, size.Item2));

    [Fact]
    public void IntersectionOverUnion_HalfShifted_IsAThird() =>
        Assert.Equal(1 / 3.0, new FaceBox(0, 0, 10, 10).IntersectionOverUnion(new(5, 0, 10, 10)), 1e-12);

    [Fact]
    public void IntersectionOverUnion_OneInTheOther_IsTheShareOfArea() =>
        Assert.Equal(0.25, new FaceBox(0, 0, 20, 20).IntersectionOverUnion(new(3, 4, 10, 10)), 1e-12);

    [Fact]
    public void IntersectionOverUnion_TouchingOrEmpty_IsZero()
    {
        Assert.Equal(0, new FaceBox(0, 0, 10, 10).IntersectionOverUnion(new(10, 0, 10, 10)));
        Assert.Equal(0, new FaceBox(2, 2, 0, 5).IntersectionOverUnion(new(0, 0, 10, 10)));
        Assert.Equal(0, default(FaceBox).IntersectionOverUnion(default));
    }

    // Whole-numbered boxes are unions of unit squares, which can be counted.
    [Fact]
    public void IntersectionOverUnion_AnyTwo_IsTheShareOfUnitSquares() => Prop.ForAll(Boxes.Two().ToArbitrary(), pair =>
    {
        (FaceBox a, FaceBox b) = pair;
        int both = 0, either = 0;
        for (int y = -40; y < 140; y++)
        {
            for (int x = -40; x < 140; x++)
            {
                bool inA = x >= a.X && x < a.Right && y >= a.Y && y < a.Bottom;
                bool inB = x >= b.X && x < b.Right && y >= b.Y && y < b.Bottom;
                both += inA && inB ? 1 : 0;
                either += inA || inB ? 1 : 0;
            }
        }

        double expected = either == 0 ? 0 : both / (double)either;
        Assert.Equal(expected, a.IntersectionOverUnion(b), 1e-12);
        Assert.Equal(a.IntersectionOverUnion(b), b.IntersectionOverUnion(a), 1e-12);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Within_OverTheBorder_IsCutThere()
    {
        Assert.Equal(new FaceBox(0, 5, 20, 15), new FaceBox(-10, 5, 30, 40).Within(100, 20));
        Assert.Equal(0, new FaceBox(-50, 0, 30, 30).Within(100, 100).Area);
        Assert.Equal(0, new FaceBox(500, 0, 30, 30).Within(100, 100).Area);
    }
}
