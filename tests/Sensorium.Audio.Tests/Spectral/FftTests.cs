namespace Sensorium.Audio.Tests.Spectral;

public sealed class FftTests
{
    public static TheoryData<int> Lengths => [4, 8, 16, 32, 64, 128, 512, 1024, 2048, 4096];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Forward_AgainstTheNaiveTransform_IsEqual(int length)
    {
        float[] x = Sounds.Noise(length, 1, (ulong)length);
        var fft = new Fft(length);
        var real = new float[fft.BinCount];
        var imaginary = new float[fft.BinCount];
        fft.Forward(x, real, imaginary);
        for (int k = 0; k <= length / 2; k++)
        {
            double re = 0, im = 0;
            for (int n = 0; n < length; n++)
            {
                (double sin, double cos) = Math.SinCos(-2 * Math.PI * k * n / length);
                re += x[n] * cos;
                im += x[n] * sin;
            }

            Assert.Equal(re, real[k], 2e-6 * length);
            Assert.Equal(im, imaginary[k], 2e-6 * length);
        }
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Inverse_OfForward_IsTheSignal(int length)
    {
        float[] x = Sounds.Noise(length, 1, 3);
        var fft = new Fft(length);
        var real = new float[fft.BinCount];
        var imaginary = new float[fft.BinCount];
        var back = new float[length];
        fft.Forward(x, real, imaginary);
        fft.Inverse(real, imaginary, back);
        for (int n = 0; n < length; n++)
        {
            Assert.Equal(x[n], back[n], 1e-5f);
        }
    }

    [Fact]
    public void Power_SineOfAWholeNumberOfPeriods_LiesInOneBin()
    {
        const int length = 4096;
        var fft = new Fft(length);
        var power = new float[fft.BinCount];
        fft.Power([.. Enumerable.Range(0, length).Select(n => (float)Math.Cos(2 * Math.PI * 100 * n / length))], power, new float[fft.BinCount]);
        Assert.Equal(length / 2.0 * (length / 2.0), power[100], 50.0);
        Assert.True(power.Where((_, k) => k != 100).Max() < 1e-3);
    }

    [Fact]
    public void Power_Noise_KeepsItsEnergy()
    {
        const int length = 2048;
        float[] x = Sounds.Noise(length, 1, 9);
        var fft = new Fft(length);
        var power = new float[fft.BinCount];
        fft.Power(x, power, new float[fft.BinCount]);
        double energy = (power[0] + power[^1] + (2 * power[1..^1].Sum(p => (double)p))) / length;
        Assert.Equal(x.Sum(v => (double)v * v), energy, 1e-3);
    }

    [Fact]
    public void Forward_Always_AllocatesNothing()
    {
        var fft = new Fft(2048);
        float[] x = Sounds.Noise(2048, 1, 9);
        var real = new float[fft.BinCount];
        var imaginary = new float[fft.BinCount];
        fft.Forward(x, real, imaginary);
        long before = GC.GetAllocatedBytesForCurrentThread();
        fft.Forward(x, real, imaginary);
        fft.Inverse(real, imaginary, x);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(1000)]
    [InlineData(-8)]
    public void Constructor_NoPowerOfTwo_IsRefused(int length) => Assert.Throws<ArgumentOutOfRangeException>(() => new Fft(length));
}
