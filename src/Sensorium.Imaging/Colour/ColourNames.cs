namespace Sensorium.Imaging;

/// <summary>
/// Names colours as a person would: the eleven basic terms of Berlin &amp; Kay (Basic Color Terms, 1969) with dark, light, pale, vivid and greyish.
/// </summary>
/// <remarks>
/// The borders in OKLab are ours: set by hand against the CSS colour names and the 949 names of the xkcd colour survey (Munroe 2010, public domain).
/// Hue alone does not name a colour: brown is dark or dull orange, pink is light red, olive is dark yellow on the green side.
/// </remarks>
public static class ColourNames
{
    private const float NeutralChroma = 0.028f;

    /// <summary>Names a colour.</summary>
    /// <param name="colour">The colour.</param>
    /// <returns>The basic term and the full name in English and Korean.</returns>
    public static ColourName Of(OkLab colour)
    {
        ColourTerm term = TermOf(colour);
        return new ColourName(term.Basic, Modify(term, colour));
    }

    /// <summary>Names an sRGB colour.</summary>
    /// <param name="colour">The colour.</param>
    /// <returns>The basic term and the full name in English and Korean.</returns>
    public static ColourName Of(Rgb colour) => Of(ColourConversion.ToOkLab(colour));

    private static ColourTerm TermOf(OkLab colour)
    {
        float l = colour.L;
        float c = colour.Chroma;
        float h = colour.HueDegrees;

        // Near white and near black an eye needs less, or more, chroma to see a hue.
        float neutral = l > 0.93f ? 0.024f : l < 0.25f ? 0.034f : NeutralChroma;
        if (l < 0.12f || (c < neutral && l < 0.25f))
        {
            return ColourTerm.Black;
        }

        if (c < neutral)
        {
            return l > 0.93f ? ColourTerm.White : ColourTerm.Grey;
        }

        return h switch
        {
            < 12 => l > 0.5f ? ColourTerm.Pink : ColourTerm.Red,
            < 30 => RedOrPink(l, c, h),
            < 37 => RedToOrange(l, c),
            < 78 => l < BrownBelow(c) ? ColourTerm.Brown : ColourTerm.Orange,
            < 122 => YellowSide(l, c, h),
            < 283.5f => h < GreenEndsAt(l) ? ColourTerm.Green : ColourTerm.Blue,
            < 328.5f => ColourTerm.Purple,
            < 345 => l > 0.66f ? ColourTerm.Pink : ColourTerm.Purple,
            _ => l > 0.5f ? ColourTerm.Pink : ColourTerm.Purple,
        };
    }

    private static ColourTerm RedOrPink(float l, float c, float h)
    {
        if (h > 18 && c < 0.07f && l < 0.62f)
        {
            return ColourTerm.Brown;
        }

        return l > 0.68f || (l > 0.62f && c < 0.12f) ? ColourTerm.Pink : ColourTerm.Red;
    }

    private static ColourTerm RedToOrange(float l, float c)
    {
        if (l < 0.6f)
        {
            return c < 0.11f ? ColourTerm.Brown : ColourTerm.Red;
        }

        if (c < 0.14f)
        {
            return l > 0.72f ? ColourTerm.Pink : ColourTerm.Brown;
        }

        return l > 0.71f ? ColourTerm.Orange : ColourTerm.Red;
    }

    /// <summary>Strong orange turns brown when it is dark, dull orange sooner.</summary>
    private static float BrownBelow(float chroma) =>
        0.83f - (Math.Clamp((chroma - 0.07f) / 0.085f, 0, 1) * 0.28f);

    private static ColourTerm YellowSide(float l, float c, float h)
    {
        float greenFrom = l > 0.85f ? 118 : l > 0.75f ? 113 : l > 0.5f ? 104 : 100;
        if (h >= greenFrom)
        {
            return ColourTerm.Green;
        }

        float brownBelow = h < 90 ? 0.80f - (Math.Clamp((c - 0.07f) / 0.06f, 0, 1) * 0.12f) : 0.68f;
        return l < brownBelow ? ColourTerm.Brown : ColourTerm.Yellow;
    }

    /// <summary>Of one hue between them, light cyan counts as blue and dark teal as green.</summary>
    private static float GreenEndsAt(float lightness) => 190 + (Math.Clamp((0.8f - lightness) / 0.2f, 0, 1) * 8);

    private static LocalizedText Modify(ColourTerm term, OkLab colour)
    {
        float l = colour.L;
        float c = colour.Chroma;
        LocalizedText name = term.Name;
        if (l > term.LightAbove)
        {
            return c >= term.VividAbove ? With("vivid", "선명한", name)
                : c < term.PaleBelow ? With("pale", "연한", name)
                : With("light", "밝은", name);
        }

        bool dark = l < term.DarkBelow;

        // The darker the colour, the less chroma sRGB leaves it: greyish means greyish for that lightness.
        if (c < term.GreyishBelow * Math.Clamp(l / 0.5f, 0.6f, 1))
        {
            name = With("greyish", "회색빛", name);
        }
        else if (!dark && c >= term.VividAbove)
        {
            return With("vivid", "선명한", name);
        }

        return dark ? With("dark", "어두운", name) : name;
    }

    private static LocalizedText With(string english, string korean, LocalizedText name) =>
        new($"{english} {name.English}", $"{korean} {name.Korean}");
}
