using FsCheck;
using FsCheck.Fluent;

namespace Sensorium.Perception.Tests;

public sealed class NonMaximumSuppressionTests
{
    private static readonly Gen<DetectedFace> Faces = Gen.Choose(0, 60).Two().Zip(Gen.Choose(5, 40).Zip(Gen.Choose(0, 10)), (place, rest) =>
        new DetectedFace { Box = new(place.Item1, place.Item2, rest.Item1, rest.Item1), Confidence = rest.Item2 / 10.0 });

    [Fact]
    public void Keep_TwoFacesProposedTwice_KeepsTheSurerOfEach()
    {
        DetectedFace[] faces = [Face(0, 0.6), Face(2, 0.9), Face(50, 0.7), Face(52, 0.5)];

        IReadOnlyList<DetectedFace> kept = NonMaximumSuppression.Keep(faces, 0.4);

        Assert.Equal([faces[1], faces[2]], kept);
    }

    [Fact]
    public void Keep_Chain_DropsOnlyWhatOverlapsAKeptFace()
    {
        // The middle one overlaps both ends; it is the least sure, and the ends do not overlap each other.
        DetectedFace[] faces = [Face(0, 0.9), Face(5, 0.8), Face(10, 0.85)];

        Assert.Equal([faces[0], faces[2]], NonMaximumSuppression.Keep(faces, 0.3));
    }

    [Fact]
    public void Keep_OverlapOfOne_KeepsAll() => Assert.Equal(3, NonMaximumSuppression.Keep([Face(0, 0.9), Face(0, 0.9), Face(0, 0.8)], 1).Count);

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void Keep_ImpossibleOverlap_Throws(double overlap) => Assert.Throws<ArgumentOutOfRangeException>(() => NonMaximumSuppression.Keep([], overlap));

    [Fact]
    public void Keep_Any_LeavesNoOverlapAndDropsNothingElse() => Prop.ForAll(Faces.ListOf().ToArbitrary(), faces =>
    {
        IReadOnlyList<DetectedFace> kept = NonMaximumSuppression.Keep(faces, 0.3);
        for (int i = 0; i < kept.Count; i++)
        {
            for (int j = 0; j < i; j++)
            {
                Assert.True(kept[i].Box.IntersectionOverUnion(kept[j].Box) <= 0.3);
                Assert.True(kept[i].Confidence <= kept[j].Confidence);
            }
        }

        Assert.All(faces, face => Assert.Contains(kept, other => ReferenceEquals(face, other) || (other.Confidence >= face.Confidence && face.Box.IntersectionOverUnion(other.Box) > 0.3)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Keep_AnyOrder_GivesTheSameBoxes() => Prop.ForAll(Faces.ListOf().ToArbitrary(), faces => Assert.Equal(
        NonMaximumSuppression.Keep(faces.DistinctBy(face => (face.Box.X, face.Box.Y)), 0.3),
        NonMaximumSuppression.Keep(faces.DistinctBy(face => (face.Box.X, face.Box.Y)).Reverse(), 0.3))).QuickCheckThrowOnFailure();

    private static DetectedFace Face(double x, double confidence) => new() { Box = new(x, 0, 10, 10), Confidence = confidence };
}
