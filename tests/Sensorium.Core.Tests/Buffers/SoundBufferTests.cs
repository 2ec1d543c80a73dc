namespace Sensorium.Core.Tests;

public sealed class SoundBufferTests
{
    [Fact]
    public void Constructor_New_IsSilentPlanarAndOfItsLength()
    {
        SoundBuffer sound = new(48000, 2, 24000);

        sound.Channel(0)[5] = 1;

        Assert.Equal(24000, sound.Channel(1).Length);
        Assert.Equal(2, sound.ChannelCount);
        Assert.Equal(0, sound.Channel(1)[5]);
        Assert.Equal(1, sound.Channel(0)[5]);
        Assert.Equal(TimeSpan.FromSeconds(.5), sound.Duration);
    }

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(44100, 0, 1)]
    [InlineData(44100, 1, -1)]
    public void Constructor_OutOfRange_Throws(int rate, int channels, int length) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SoundBuffer(rate, channels, length));

    [Fact]
    public void Constructor_NoFrames_IsAllowed() => Assert.Equal(TimeSpan.Zero, new SoundBuffer(44100, 1, 0).Duration);
}
