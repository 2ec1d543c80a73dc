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
    [InlineData(500_000, 250_001)]
    [InlineData(500_000, 499_999)]
    [InlineData(131_072, 131_071)]
    [InlineData(1, 0)]
    public void Of_OneByteChanged_IsAnother(int length, int at)
    {
        using var folder = new TempFolder();
        byte[] content = Content(length);
        folder.Write("a", content);
        content[at] ^= 1;
        folder.Write("b", content);

        Assert.NotEqual(Fingerprint.Of(folder["a"]), Fingerprint.Of(folder["b"]));
    }

    // The places that count lie some 390 kB apart.
    [Theory]
    [InlineData(0, 1, false)]
    [InlineData(70_000_000, 400_000, false)]
    [InlineData(99_999_999, 1, false)]
    [InlineData(100_000, 1, true)]
    public void Of_AFileOver64MiB_IsLookedAtInManyPlaces(long at, int length, bool isMissed)
    {
        using var folder = new TempFolder();
        foreach (string name in (string[])["a", "b"])
        {
            using FileStream file = File.Create(folder[name]);
            file.SetLength(100_000_000);
            file.Position = at;
            file.Write(name == "b" ? Content(length) : new byte[length]);
        }

        Assert.Equal(isMissed, Fingerprint.Of(folder["a"]) == Fingerprint.Of(folder["b"]));
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
