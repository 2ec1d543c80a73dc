namespace Sensorium.Perception.Tests;

public sealed class FaceClarityTests
{
    [Theory]
    [InlineData(300, 0)]
    [InlineData(48, 0)]
    [InlineData(24, 0.5)]
    [InlineData(12, 1)]
    [InlineData(3, 1)]
    [InlineData(0, 1)]
    public void Of_Height_DoubtsInOctaves(double height, double doubt) => Assert.Equal(doubt, FaceClarity.Of(height, Noise()).Smallness, 1e-12);

    [Fact]
    public void Of_SharpThenBlurredTile_DoubtsMore()
    {
        GreyTile sharp = Noise();

        Assert.Equal(0, FaceClarity.Of(100, sharp).Blur);
        Assert.InRange(FaceClarity.Of(100, sharp.Resize(12).Resize(48)).Blur, 0.6, 1);
        Assert.Equal(1, FaceClarity.Of(100, new GreyTile(48, new byte[48 * 48])).Blur);
    }

    [Fact]
    public void Widen_FullDoubt_IsAlwaysUnsure()
    {
        Affect affect = new() { Valence = new(0.3, 0.25), Arousal = new(0.1, 0.4), Warmth = 0.2 };

        Affect wide = FaceClarity.Of(10, Noise()).Widen(affect);

        Assert.Equal(Math.Sqrt((0.25 * 0.25) + 0.25), wide.Valence.Sd, 1e-12);
        Assert.Equal(Math.Sqrt((0.4 * 0.4) + 0.25), wide.Arousal.Sd, 1e-12);
        Assert.Equal(0.3, wide.Valence.Mean);
        Assert.Equal(0.2, wide.Warmth);
        Assert.Equal(affect, FaceClarity.Of(480, Noise()).Widen(affect));
    }

    private static GreyTile Noise()
    {
        Pcg32 random = new(3);
        return new(48, [.. Enumerable.Range(0, 48 * 48).Select(_ => (byte)random.Next(256))]);
    }
}
