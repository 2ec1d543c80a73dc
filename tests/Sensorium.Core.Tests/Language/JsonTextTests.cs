using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Sensorium.Core.Tests;

public sealed class JsonTextTests
{
    [Fact]
    public void ReadText_AnyUnicode_IsWhatWasWritten() => Prop.ForAll(
        ArbMap.Default.ArbFor<NonNull<string>>(),
        text =>
        {
            string clean = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.Get));
            Assert.Equal(clean, Read(JsonSerializer.SerializeToUtf8Bytes(clean)));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("\"caf\\udce9\"", "caf\uFFFD")]
    [InlineData("\"\\ud83d\\ude00 \\ud83d!\"", "\U0001F600 \uFFFD!")]
    [InlineData("\"\\udc00\\n\\\"\\\\\\/\\b\\f\\r\\t\"", "\uFFFD\n\"\\/\b\f\r\t")]
    public void ReadText_HalfOfASurrogatePair_BecomesTheReplacementSign(string json, string expected) => Assert.Equal(expected, Read(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void ReadText_BytesThatAreNoUtf8_BecomeTheReplacementSign() =>
        Assert.Equal("caf\uFFFD\\ 노래", Read([(byte)'"', (byte)'c', (byte)'a', (byte)'f', 0xE9, (byte)'\\', (byte)'\\', (byte)' ', .. "노래"u8, (byte)'"']));

    [Fact]
    public void ReadText_WhatIsNoText_IsRefused() => Assert.Throws<InvalidOperationException>(() => Read("1"u8.ToArray()));

    private static string Read(byte[] json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return document.RootElement.ReadText();
    }
}
