namespace Sensorium.Library.Tests;

public sealed class FingerprintTests
{
    [Fact]
    public void Of_Copies_IsTheSameWhateverNameAndTime()
    {
        using var folder = new TempFolder();
        byte[] content = Content(500_000);
        folder.Write("a", content);
        folder.Write("b", content);
        File.SetLastWriteTimeUtc(folder["b"], DateTime.UnixEpoch);

        Assert.Equal(Fingerprint.Of(folder["a"]), Fingerprint.Of(folder["b"]));
        Assert.Matches("^[0-9a-f]{32}$", Fingerprint.Of(folder["a"]));
    }

    [Theory]
    [InlineData(500_000, 0)]
    [InlineData(500_000, 65_535)]
    [InlineData(500_000, 65_536)]
    [InlineData(500_000, 434_464)]
    [InlineData(500_000, 499_999)]
    [InlineData(163_840, 100_000)]
    [InlineData(1, 0)]
    public void Of_OneByteChangedWhereItLooks_IsAnother(int length, int at)
    {
        using var folder = new TempFolder();
        byte[] content = Content(length);
        folder.Write("a", content);
        content[at] ^= 1;
        folder.Write("b", content);

        Assert.NotEqual(Fingerprint.Of(folder["a"]), Fingerprint.Of(folder["b"]));
    }

    [Fact]
    public void Of_AByteMore_IsAnother()
    {
        using var folder = new TempFolder();
        folder.Write("a", new byte[300_000]);
        folder.Write("b", new byte[300_001]);

        Assert.NotEqual(Fingerprint.Of(folder["a"]), Fingerprint.Of(folder["b"]));
    }

    private static byte[] Content(int length)
    {
        var random = new Pcg32(3);
        var content = new byte[length];
        for (int i = 0; i < length; i++)
        {
            content[i] = (byte)random.Next(256);
        }

        return content;
    }
}
