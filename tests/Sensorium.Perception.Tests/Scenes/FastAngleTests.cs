using System.Runtime.Intrinsics;

namespace Sensorium.Perception.Tests;

public sealed class FastAngleTests
{
    [Fact]
    public void Of_AnyDirection_IsTheArctangent()
    {
        for (int i = 0; i < 3600; i++)
        {
            double angle = i * Math.Tau / 3600;
            float dx = (float)(40 * Math.Cos(angle)), dy = (float)(40 * Math.Sin(angle));
            double expected = Math.Atan2(dy, dx);
            expected = expected < 0 ? expected + Math.Tau : expected;
            Assert.Equal(expected, FastAngle.Of(dy, dx), 2e-6);
        }
    }

    [Fact]
    public void Of_EightAtATime_AreTheSameBits()
    {
        Pcg32 random = new(3);
        for (int round = 0; round < 500; round++)
        {
            float[] dy = [.. Enumerable.Range(0, 8).Select(_ => (float)random.NextGaussian())];
            float[] dx = [.. Enumerable.Range(0, 8).Select(_ => (float)random.NextGaussian())];
            Vector256<float> angles = FastAngle.Of(Vector256.Create(dy), Vector256.Create(dx));
            Assert.All(Enumerable.Range(0, 8), i => Assert.Equal(FastAngle.Of(dy[i], dx[i]), angles[i]));
        }
    }

    [Fact]
    public void Of_NoVector_IsZero()
    {
        Assert.Equal(0, FastAngle.Of(0, 0));
        Assert.Equal(Vector256<float>.Zero, FastAngle.Of(Vector256<float>.Zero, Vector256<float>.Zero));
    }
}
