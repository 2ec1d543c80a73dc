namespace Sensorium.Expression.Tests;

public sealed class LoopTests
{
    private static readonly Loop Numbers = new("red", 60, 44100, [1, 2, 4, 8, 16]);

    [Fact]
    public void At_WholePlaces_AreTheSamplesForEver()
    {
        float[] expected = [1, 2, 4, 8, 16];

        Assert.All(Enumerable.Range(0, 23), i => Assert.Equal(expected[i % 5], Numbers.At(i)));
    }

    /// <summary>Catmull-Rom at the middle of b and c is (-a + 9b + 9c - d) / 16.</summary>
    [Theory]
    [InlineData(2.5, (-2 + (9 * 4) + (9 * 8) - 16) / 16.0)]
    [InlineData(4.5, (-8 + (9 * 16) + (9 * 1) - 2) / 16.0)]
    [InlineData(0.5, (-16 + (9 * 1) + (9 * 2) - 4) / 16.0)]
    public void At_Halfway_InterpolatesAcrossTheSeam(double position, double expected) => Assert.Equal(expected, Numbers.At(position), 5);

    [Fact]
    public void At_SineAtAnotherRate_StaysASine()
    {
        Loop sine = Tones.Sine(441, amplitude: 1);

        Assert.All(Enumerable.Range(0, 2000), i =>
            Assert.Equal(Math.Sin(2 * Math.PI * 441 * i * 1.37 / Tones.Rate), sine.At(i * 1.37), .001));
    }
}
