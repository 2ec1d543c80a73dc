using System.Text;

namespace Sensorium.Library.Tests;

/// <summary>ID3 tags that ffmpeg does not write, made by hand.</summary>
public sealed class Id3EditorTests
{
    private static readonly byte[] Sound = [0xFF, 0xFB, 0x90, 0x64, .. Enumerable.Repeat((byte)0x55, 500), .. "TAG"u8, .. new byte[125]];

    [Theory]
    [InlineData(3, 0x00)]
    [InlineData(4, 0x00)]
    [InlineData(3, 0x80)]
    [InlineData(4, 0x80)]
    [InlineData(4, 0x10)]
    public void Write_KeepsVersionFlagsPaddingAndStrangeFrames(int version, int flags)
    {
        byte[] strange = Frame("XYZW", [1, 2, 3, 0xFF, 0xE0, 0, 9], 0x80, 0x40);
        byte[] title = Frame("TIT2", [3, .. Encoding.UTF8.GetBytes("ÿa")]);
        byte[] old = [.. Frame("TBPM", [1, 0xFF, 0xFE, .. Encoding.Unicode.GetBytes("77")]), .. Frame("TXXX", [3, .. "mood\0grim"u8])];
        byte[] frames = [.. strange, .. old, .. title];
        bool isWhole = version == 3 && flags == 0x80;
        byte[] tag = Tag(version, flags, [.. isWhole ? Unsync(frames) : frames, .. (flags & 0x10) != 0 ? [] : new byte[40]]);
        byte[] file = [.. tag, .. Sound];

        (byte[] after, FieldEdit[] back) = Edited.Write(file, (TagField.Mood, "calm"), (TagField.Tempo, "120"), (TagField.Key, "Am"));

        Assert.Equal(("ÿa", "calm", 120.0, "Am"), (Edited.Read(after).Title, Edited.Read(after).Mood, Edited.Read(after).Tempo, Edited.Read(after).Key));
        Assert.Equal((version, flags), (after[3], after[5]));
        byte[] kept = isWhole ? Unsync(strange) : strange;
        Assert.True(after.AsSpan().IndexOf(kept) > 0);
        Assert.True(after.AsSpan().EndsWith(Sound));
        if ((flags & 0x10) != 0)
        {
            Assert.Equal(after[6..10], after[(after.Length - Sound.Length - 4)..(after.Length - Sound.Length)]);
            Assert.True(after.AsSpan(after.Length - Sound.Length - 10).StartsWith("3DI"u8));
        }
        else
        {
            Assert.Equal(new byte[40], after[(after.Length - Sound.Length - 40)..(after.Length - Sound.Length)]);
        }

        Assert.Equal(file, Edited.Restore(after, back));
    }

    [Fact]
    public void Write_AFileWithoutATag_GetsOneThatGoesAgain()
    {
        (byte[] after, FieldEdit[] back) = Edited.Write(Sound, (TagField.Key, "C"));

        Assert.Equal("C", Edited.Read(after).Key);
        Assert.Equal(Sound, Edited.Restore(after, back));
    }

    [Theory]
    [InlineData(2, 0x00, "ID3v2.2")]
    [InlineData(3, 0x40, "checksum")]
    [InlineData(4, 0x40, "checksum")]
    public void Write_FormsThatCannotBeKept_AreRefusedByName(int version, int flags, string word)
    {
        byte[] extension = version == 3 ? [0, 0, 0, 10, 0x80, 0, 0, 0, 0, 0, 1, 2, 3, 4] : [0, 0, 0, 12, 1, 0x20, 5, 0, 0, 0, 0, 1];
        byte[] file = [.. Tag(version, flags, flags == 0 ? [] : [.. extension, .. Frame("TIT2", [0, .. "a"u8])]), .. Sound];

        Assert.Contains(word, Assert.Throws<UnsupportedInputException>(() => Edited.Write(file, (TagField.Key, "C"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_AnExtendedHeaderWithoutChecksum_KeepsIt()
    {
        foreach ((int version, byte[] extension) in ((int, byte[])[])[(3, [0, 0, 0, 6, 0, 0, 0, 0, 0, 10]), (4, [0, 0, 0, 6, 1, 0])])
        {
            byte[] file = [.. Tag(version, 0x40, [.. extension, .. Frame("TIT2", [0, .. "a"u8]), .. new byte[10]]), .. Sound];

            (byte[] after, FieldEdit[] back) = Edited.Write(file, (TagField.Key, "C"));

            Assert.Equal((extension.Length, "C", "a"), (after.AsSpan(10).CommonPrefixLength(extension), Edited.Read(after).Key, Edited.Read(after).Title));
            Assert.Equal(file, Edited.Restore(after, back));
        }
    }

    [Fact]
    public void Write_DamagedTags_AreRefused()
    {
        byte[] good = Frame("TIT2", [0, .. "a"u8]);
        foreach (byte[] body in (byte[][])[[.. good, 0, 0, 1], [.. good, .. "tit2"u8, 0, 0, 0, 2, 0, 0, 0, 65], [.. "TIT2"u8, 0, 0, 1, 0, 0, 0, 0]])
        {
            byte[] file = [.. Tag(3, 0, body), .. Sound];
            Assert.Throws<MalformedInputException>(() => Edited.Write(file, (TagField.Key, "C")));
        }

        byte[] tooLong = [.. "ID3"u8, 4, 0, 0, 0x7F, 0x7F, 0x7F, 0x7F, .. good];
        Assert.Throws<MalformedInputException>(() => Edited.Write(tooLong, (TagField.Key, "C")));
    }

    private static byte[] Tag(int version, int flags, byte[] body)
    {
        byte[] size = [(byte)(body.Length >> 21 & 127), (byte)(body.Length >> 14 & 127), (byte)(body.Length >> 7 & 127), (byte)(body.Length & 127)];
        byte[] footer = (flags & 0x10) != 0 ? [.. "3DI"u8, (byte)version, 0, (byte)flags, .. size] : [];
        return [.. "ID3"u8, (byte)version, 0, (byte)flags, .. size, .. body, .. footer];
    }

    private static byte[] Frame(string name, byte[] body, byte state = 0, byte format = 0) => [.. Encoding.ASCII.GetBytes(name), 0, 0, 0, (byte)body.Length, state, format, .. body];

    private static byte[] Unsync(byte[] body) =>
        [.. body.SelectMany((value, i) => value == 0xFF && (i + 1 == body.Length || body[i + 1] is 0 or >= 0xE0) ? new byte[] { value, 0 } : [value])];
}
