using System.Text;

namespace Sensorium.Library.Tests;

/// <summary>Tags that no program here writes, made by hand.</summary>
public sealed class Id3Tests
{
    [Fact]
    public void Read_Version22_IsUnderstood()
    {
        SongTags tags = Read(Tag(2, 0, [.. Frame2("TT2", [0, .. "Old"u8]), .. Frame2("TCO", [0, .. "(17)"u8]), .. Frame2("TRK", [0, .. "7"u8]), .. Frame2("TYE", [0, .. "1999"u8])]));

        Assert.Equal(("Old", 7, 1999), (tags.Title, tags.TrackNumber, tags.Year));
        Assert.Equal(["Rock"], tags.Genres);
    }

    [Fact]
    public void Read_Utf16OfBothKinds_IsUnderstood()
    {
        byte[] little = [1, 0xFF, 0xFE, .. Encoding.Unicode.GetBytes("작은")];
        byte[] big = [1, 0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes("큰")];
        byte[] bare = [2, .. Encoding.BigEndianUnicode.GetBytes("맨")];

        SongTags tags = Read(Tag(4, 0, [.. Frame4("TIT2", little), .. Frame4("TPE1", big), .. Frame4("TALB", bare)]));

        Assert.Equal(("작은", "큰", "맨"), (tags.Title, tags.Artist, tags.Album));
    }

    [Fact]
    public void Read_UnsynchronisedTag_IsRestored()
    {
        byte[] body = [.. Frame3("TIT2", [1, 0xFF, 0xFE, .. Encoding.Unicode.GetBytes("ÿa")]), .. Frame3("TPE1", [0, .. "B"u8])];
        byte[] changed = [.. body.SelectMany((value, i) => value == 0xFF && (i + 1 == body.Length || body[i + 1] is 0 or >= 0xE0) ? new byte[] { value, 0 } : [value])];

        SongTags tags = Read(Tag(3, 0x80, changed));

        Assert.Equal(("ÿa", "B"), (tags.Title, tags.Artist));
    }

    [Fact]
    public void Read_SizesOfEightBitsIn24_AreToldByWhatFollows()
    {
        byte[] text = [3, .. Encoding.UTF8.GetBytes(new string('x', 299))];
        byte[] wrong = [.. "TIT2"u8, 0, 0, 1, 44, 0, 0, .. text];

        SongTags tags = Read(Tag(4, 0, [.. wrong, .. Frame4("TPE1", [3, .. "B"u8])]));

        Assert.Equal(("B", 299), (tags.Artist, tags.Title?.Length));
    }

    [Fact]
    public void Read_SeveralGenresAndOwnFields_AreFound()
    {
        SongTags tags = Read(Tag(4, 0,
        [
            .. Frame4("TCON", [3, .. "Ambient\0(8)Free jazz\017"u8]),
            .. Frame4("TXXX", [3, .. "MOOD\0sad"u8]),
            .. Frame4("UFID", [.. "http://musicbrainz.org\0"u8, .. "6a0f3bc4-2ab5-4f94-8b37-3a1a1d3a5c11"u8]),
        ]));

        Assert.Equal(["Ambient", "Free jazz", "Rock"], tags.Genres);
        Assert.Equal(("sad", "6a0f3bc4-2ab5-4f94-8b37-3a1a1d3a5c11"), (tags.Mood, tags.MusicBrainzId));
    }

    [Fact]
    public void Read_Version1_FillsWhatVersion2LeavesOpen()
    {
        byte[] old = new byte[128];
        "TAGOld title"u8.CopyTo(old);
        "Old artist"u8.CopyTo(old.AsSpan(33));
        "2001"u8.CopyTo(old.AsSpan(93));
        old[126] = 9;
        old[127] = 26;

        SongTags tags = Read([.. Tag(3, 0, Frame3("TIT2", [0, .. "New title"u8])), .. new byte[500], .. old]);

        Assert.Equal(("New title", "Old artist", 2001, 9), (tags.Title, tags.Artist, tags.Year, tags.TrackNumber));
        Assert.Equal(["Ambient"], tags.Genres);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(400)]
    [InlineData(null)]
    public void Read_Tempo_IsTakenInItsRange(int? tempo)
    {
        SongTags tags = Read(Tag(3, 0, Frame3("TBPM", [0, .. Encoding.ASCII.GetBytes(tempo?.ToString() ?? "401")])));

        Assert.Equal(tempo, tags.Tempo);
    }

    [Fact]
    public void Read_ATitleOfAMegabyte_IsCut()
    {
        byte[] body = new byte[1 << 20];
        body.AsSpan().Fill((byte)'x');
        body[0] = 3;

        SongTags tags = Read(Tag(3, 0, [.. Frame3("TIT2", body), .. Frame3("TPE1", [0, .. "B"u8])]));

        Assert.Equal((SongTags.LongestText, "B"), (tags.Title?.Length, tags.Artist));
    }

    internal static byte[] Tag(byte version, byte flags, byte[] body) =>
        [.. "ID3"u8, version, 0, flags, (byte)((body.Length >> 21) & 0x7F), (byte)((body.Length >> 14) & 0x7F), (byte)((body.Length >> 7) & 0x7F), (byte)(body.Length & 0x7F), .. body];

    internal static byte[] Frame3(string name, byte[] body) =>
        [.. Encoding.ASCII.GetBytes(name), (byte)(body.Length >> 24), (byte)(body.Length >> 16), (byte)(body.Length >> 8), (byte)body.Length, 0, 0, .. body];

    private static byte[] Frame2(string name, byte[] body) => [.. Encoding.ASCII.GetBytes(name), (byte)(body.Length >> 16), (byte)(body.Length >> 8), (byte)body.Length, .. body];

    private static byte[] Frame4(string name, byte[] body) =>
        [.. Encoding.ASCII.GetBytes(name), (byte)((body.Length >> 21) & 0x7F), (byte)((body.Length >> 14) & 0x7F), (byte)((body.Length >> 7) & 0x7F), (byte)(body.Length & 0x7F), 0, 0, .. body];

    private static SongTags Read(byte[] file)
    {
        var fields = new TagFields();
        using var bytes = new TagBytes(file);
        Assert.True(TagReader.Read(bytes, fields));
        return fields.ToTags();
    }
}
