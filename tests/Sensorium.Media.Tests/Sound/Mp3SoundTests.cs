namespace Sensorium.Media.Tests.Sound;

public sealed class Mp3SoundTests
{
    private static readonly byte[] Frames = [0xFF, 0xFB, 0x90, 0x64, 1, 2, 3];

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(300)]
    [InlineData(70_000)]
    public void WithoutTag_ATagOfAnyLength_LeavesTheFrames(int length) =>
        Assert.Equal(Frames, Mp3Sound.WithoutTag(Tagged(length, footer: false)).ToArray());

    [Fact]
    public void WithoutTag_AFooter_IsPartOfTheTag() => Assert.Equal(Frames, Mp3Sound.WithoutTag(Tagged(20, footer: true)).ToArray());

    [Fact]
    public void WithoutTag_NoTag_LeavesTheFile() => Assert.Equal(Frames, Mp3Sound.WithoutTag(Frames).ToArray());

    [Fact]
    public void WithoutTag_ATagThatClaimsMoreThanThereIs_LeavesNothing() => Assert.True(Mp3Sound.WithoutTag(Tagged(300, footer: false).AsMemory(0, 200)).IsEmpty);

    private static byte[] Tagged(int length, bool footer) =>
    [
        .. "ID3"u8, 4, 0, (byte)(footer ? 0x10 : 0), (byte)(length >> 21), (byte)((length >> 14) & 127), (byte)((length >> 7) & 127), (byte)(length & 127),
        .. new byte[length + (footer ? 10 : 0)], .. Frames,
    ];
}
