namespace Sensorium.Lab.Listening;

/// <summary>The two lists of colours that the listener is asked to tell apart.</summary>
public static class ColourClasses
{
    /// <summary>Eight hues, at the anchors of the perceptual mapping, over a wide span of lightness and chroma: the hue must be heard whatever else changes.</summary>
    public static IReadOnlyList<ColourClass> Hues { get; } =
    [
        Hue("red", "빨강", 29),
        Hue("orange", "주황", 63),
        Hue("yellow", "노랑", 106),
        Hue("green", "초록", 145),
        Hue("cyan", "청록", 196),
        Hue("blue", "파랑", 262),
        Hue("purple", "보라", 308),
        Hue("pink", "분홍", 352),
    ];

    /// <summary>Eighteen colours that a person would name. Their rooms do not touch: every sample is nearest to its own centre.</summary>
    public static IReadOnlyList<ColourClass> Colours { get; } =
    [
        Neutral("black", "검정", .12),
        Neutral("grey", "회색", .58),
        Neutral("white", "하양", .96),
        Colour("red", "빨강", .58, .20, 27),
        Colour("dark red", "어두운 빨강", .36, .12, 27),
        Colour("pink", "분홍", .80, .10, 355),
        Colour("orange", "주황", .74, .16, 60),
        Colour("brown", "갈색", .43, .085, 55),
        Colour("yellow", "노랑", .90, .16, 104),
        Colour("olive", "올리브색", .54, .10, 110),
        Colour("green", "초록", .68, .18, 144),
        Colour("dark green", "어두운 초록", .40, .10, 145),
        Colour("cyan", "청록", .82, .12, 198),
        Colour("light blue", "하늘색", .80, .09, 245),
        Colour("blue", "파랑", .52, .19, 262),
        Colour("navy", "남색", .30, .11, 264),
        Colour("purple", "보라", .48, .19, 305),
        Colour("magenta", "자홍", .64, .23, 338),
    ];

    private static ColourClass Hue(string english, string korean, double degrees) =>
        new(new LocalizedText(english, korean), (.45, .8), (.1, .2), (degrees, 12));

    private static ColourClass Colour(string english, string korean, double lightness, double chroma, double degrees) =>
        new(new LocalizedText(english, korean), (lightness - .04, lightness + .04), (chroma - .02, chroma + .02), (degrees, 6));

    private static ColourClass Neutral(string english, string korean, double lightness) =>
        new(new LocalizedText(english, korean), (lightness - .04, lightness + .04), (0, .015), (0, 180));
}
