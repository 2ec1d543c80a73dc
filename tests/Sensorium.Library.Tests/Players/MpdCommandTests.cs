using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Sensorium.Library.Tests;

public sealed class MpdCommandTests
{
    [Fact]
    public void ToLine_AnyArguments_AreReadBackByTheRulesOfTheProtocol() => Prop.ForAll(
        Gen.ArrayOf(Gen.ListOf(Gen.Elements("a", "\"", "\\", " ", "'", "한", "\t", "🎵", "{", ":")).Select(parts => string.Concat(parts))).ToArbitrary(),
        arguments =>
        {
            string line = new MpdCommand("add", arguments).ToLine();
            Assert.StartsWith("add", line, StringComparison.Ordinal);
            Assert.Equal(arguments, Unquote(line[3..]));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("a\nclear")]
    [InlineData("a\0")]
    public void ToLine_LineBreak_IsRefused(string argument) => Assert.Throws<MalformedInputException>(() => new MpdCommand("add", argument).ToLine());

    [Fact]
    public void ToString_OfPasswords_HidesThem()
    {
        Assert.Equal("password", new MpdCommand("password", "hush").ToString());
        Assert.DoesNotContain("hush", MpdAddress.Parse("hush@host").ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("host", "host", 6600, null)]
    [InlineData("pw@host:7000", "host", 7000, "pw")]
    [InlineData("[::1]:6601", "::1", 6601, null)]
    [InlineData("::1", "::1", 6600, null)]
    [InlineData("/run/mpd/socket", "/run/mpd/socket", 6600, null)]
    [InlineData("pw@/run/mpd/socket", "/run/mpd/socket", 6600, "pw")]
    [InlineData("@mpd", "@mpd", 6600, null)]
    public void Parse_Address_IsRead(string text, string host, int port, string? password)
    {
        MpdAddress address = MpdAddress.Parse(text);
        Assert.Equal((host, port, password), (address.Host, address.Port, address.Password));
    }

    [Theory]
    [InlineData("")]
    [InlineData("host:0")]
    [InlineData("host:x")]
    [InlineData("a b")]
    public void Parse_NoAddress_IsRefused(string text) => Assert.Throws<MalformedInputException>(() => MpdAddress.Parse(text));

    // As MPD reads a line: arguments in quotes, a backslash takes the next character as it is.
    private static List<string> Unquote(string text)
    {
        List<string> arguments = [];
        for (int at = 0; at < text.Length; at++)
        {
            Assert.Equal(" \"", text.Substring(at, 2));
            var argument = new StringBuilder();
            for (at += 2; text[at] != '"'; at++)
            {
                at += text[at] == '\\' ? 1 : 0;
                argument.Append(text[at]);
            }

            arguments.Add(argument.ToString());
        }

        return arguments;
    }
}
