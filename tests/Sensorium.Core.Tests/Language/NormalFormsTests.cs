namespace Sensorium.Core.Tests;

public sealed class NormalFormsTests
{
    [Theory]
    [InlineData("각", "\u1100\u1161\u11A8")]
    [InlineData("가나 힣", "\u1100\u1161\u1102\u1161 \u1112\u1175\u11C2")]
    [InlineData("Café Ångström", "Cafe\u0301 A\u030Angstro\u0308m")]
    [InlineData("ế", "e\u0302\u0301")]
    [InlineData("plain 12 ㅋㅋ 😀", "plain 12 ㅋㅋ 😀")]
    public void ComposeAndDecompose_AreEachOthersInverse(string composed, string decomposed)
    {
        Assert.Equal(composed, NormalForms.Compose(decomposed));
        Assert.Equal(decomposed, NormalForms.Decompose(composed));
        Assert.Equal(composed, NormalForms.Compose(composed));
        Assert.Equal(decomposed, NormalForms.Decompose(decomposed));
    }

    [Fact]
    public void Compose_EverySyllable_ComesBack()
    {
        string all = string.Concat(Enumerable.Range(0xAC00, 11172).Select(code => (char)code));
        Assert.Equal(all, NormalForms.Compose(NormalForms.Decompose(all)));
    }

    [Theory]
    [InlineData("\u0301")]
    [InlineData("\u11A8")]
    [InlineData("1\u0301")]
    [InlineData("")]
    public void Compose_WhatHasNoBase_StaysAsItIs(string text) => Assert.Equal(text, NormalForms.Compose(text));
}
