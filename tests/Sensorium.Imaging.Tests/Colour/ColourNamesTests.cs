using System.Globalization;

namespace Sensorium.Imaging.Tests;

public sealed class ColourNamesTests
{
    [Theory]
    [InlineData("#000000", "black", "검정")] // black
    [InlineData("#ffffff", "white", "하양")] // white
    [InlineData("#808080", "grey", "회색")] // grey
    [InlineData("#404040", "dark grey", "어두운 회색")]
    [InlineData("#d3d3d3", "light grey", "밝은 회색")] // lightgrey
    [InlineData("#ff0000", "vivid red", "선명한 빨강")] // red
    [InlineData("#8b0000", "dark red", "어두운 빨강")] // darkred
    [InlineData("#dc143c", "vivid red", "선명한 빨강")] // crimson
    [InlineData("#ff8c00", "vivid orange", "선명한 주황")] // darkorange
    [InlineData("#ffff00", "vivid yellow", "선명한 노랑")] // yellow
    [InlineData("#fffacd", "pale yellow", "연한 노랑")] // lemonchiffon
    [InlineData("#008000", "green", "초록")] // green
    [InlineData("#006400", "dark green", "어두운 초록")] // darkgreen
    [InlineData("#98fb98", "light green", "밝은 초록")] // palegreen
    [InlineData("#8fbc8f", "green", "초록")] // darkseagreen
    [InlineData("#708070", "greyish green", "회색빛 초록")]
    [InlineData("#0000ff", "vivid blue", "선명한 파랑")] // blue
    [InlineData("#000080", "dark blue", "어두운 파랑")] // navy
    [InlineData("#87ceeb", "light blue", "밝은 파랑")] // skyblue
    [InlineData("#add8e6", "pale blue", "연한 파랑")] // lightblue
    [InlineData("#708090", "greyish blue", "회색빛 파랑")] // slategrey
    [InlineData("#2f3f5f", "dark blue", "어두운 파랑")]
    [InlineData("#303848", "dark greyish blue", "어두운 회색빛 파랑")]
    [InlineData("#800080", "purple", "보라")] // purple
    [InlineData("#e6e6fa", "pale purple", "연한 보라")] // lavender
    [InlineData("#ffc0cb", "pale pink", "연한 분홍")] // pink
    [InlineData("#ff1493", "vivid pink", "선명한 분홍")] // deeppink
    [InlineData("#a52a2a", "red", "빨강")] // "brown" of CSS, a dark red to most eyes
    [InlineData("#8b4513", "brown", "갈색")] // saddlebrown
    [InlineData("#d2b48c", "light brown", "밝은 갈색")] // tan
    [InlineData("#3b2314", "dark brown", "어두운 갈색")]
    public void Of_KnownColour_SaysWhatAPersonSays(string hex, string english, string korean)
    {
        ColourName name = ColourNames.Of(Parse(hex));
        Assert.Equal(english, name.Text.English);
        Assert.Equal(korean, name.Text.Korean);
        Assert.EndsWith(name.Basic, name.Text.English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#fa8072", "pink")] // salmon
    [InlineData("#ff7f50", "orange")] // coral
    [InlineData("#ffa500", "orange")] // orange
    [InlineData("#ffd700", "yellow")] // gold
    [InlineData("#daa520", "yellow")] // goldenrod
    [InlineData("#f0e68c", "yellow")] // khaki
    [InlineData("#f5f5dc", "yellow")] // beige
    [InlineData("#808000", "green")] // olive: dark yellow on the green side
    [InlineData("#6b8e23", "green")] // olivedrab
    [InlineData("#9acd32", "green")] // yellowgreen
    [InlineData("#7fffd4", "green")] // aquamarine
    [InlineData("#40e0d0", "green")] // turquoise
    [InlineData("#008080", "green")] // teal
    [InlineData("#00ffff", "blue")] // cyan
    [InlineData("#4682b4", "blue")] // steelblue
    [InlineData("#191970", "blue")] // midnightblue
    [InlineData("#4169e1", "blue")] // royalblue
    [InlineData("#8a2be2", "purple")] // blueviolet
    [InlineData("#4b0082", "purple")] // indigo
    [InlineData("#ba55d3", "purple")] // mediumorchid
    [InlineData("#ff69b4", "pink")] // hotpink
    [InlineData("#a0522d", "brown")] // sienna
    [InlineData("#cd5c5c", "red")] // indianred
    [InlineData("#b22222", "red")] // firebrick
    [InlineData("#800000", "red")] // maroon
    [InlineData("#f5f5f5", "white")] // whitesmoke
    [InlineData("#fffafa", "white")] // snow
    [InlineData("#696969", "grey")] // dimgrey
    [InlineData("#101010", "black")]
    [InlineData("#7f7b77", "grey")]
    public void Of_KnownColour_HasTheBasicTerm(string hex, string basic) => Assert.Equal(basic, ColourNames.Of(Parse(hex)).Basic);

    [Fact]
    public void Of_DarkerOrange_TurnsBrown()
    {
        Assert.Equal("orange", ColourNames.Of(new OkLab(0.72f, 0.1f, 0.12f)).Basic);
        Assert.Equal("brown", ColourNames.Of(new OkLab(0.42f, 0.06f, 0.07f)).Basic);
    }

    [Fact]
    public void Of_AnyColour_IsOneOfTheElevenTermsInBothLanguages()
    {
        string[] english = ["black", "white", "grey", "red", "orange", "yellow", "green", "blue", "purple", "pink", "brown"];
        string[] korean = ["검정", "하양", "회색", "빨강", "주황", "노랑", "초록", "파랑", "보라", "분홍", "갈색"];
        var seen = new HashSet<string>();
        for (int i = 0; i < 1 << 24; i += 1021)
        {
            ColourName name = ColourNames.Of(new Rgb((byte)(i >> 16), (byte)(i >> 8), (byte)i));
            int term = Array.IndexOf(english, name.Basic);
            Assert.True(term >= 0, name.Basic);
            Assert.EndsWith(korean[term], name.Text.Korean, StringComparison.Ordinal);
            seen.Add(name.Basic);
        }

        // White takes in so few of the colours that the steps above pass over it.
        seen.Add(ColourNames.Of(new Rgb(255, 255, 255)).Basic);
        Assert.Equal(11, seen.Count);
    }

    private static Rgb Parse(string hex)
    {
        int value = int.Parse(hex.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return new Rgb((byte)(value >> 16), (byte)(value >> 8), (byte)value);
    }
}
