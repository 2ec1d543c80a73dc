namespace Sensorium.Imaging;

/// <summary>A basic colour term with the borders at which its modifiers begin, in OKLab.</summary>
/// <param name="Name">The term in both languages.</param>
/// <param name="DarkBelow">Lightness under which it is called dark.</param>
/// <param name="LightAbove">Lightness over which it is called light, or pale where chroma is low.</param>
/// <param name="PaleBelow">Chroma under which a light one is called pale.</param>
/// <param name="GreyishBelow">Chroma under which it is called greyish.</param>
/// <param name="VividAbove">Chroma over which it is called vivid.</param>
internal sealed record ColourTerm(LocalizedText Name, float DarkBelow, float LightAbove, float PaleBelow, float GreyishBelow, float VividAbove)
{
    public static readonly ColourTerm Black = Neutral("black", "검정", 0, 1);
    public static readonly ColourTerm Grey = Neutral("grey", "회색", 0.45f, 0.77f);
    public static readonly ColourTerm White = Neutral("white", "하양", 0, 1);
    public static readonly ColourTerm Red = new(new("red", "빨강"), 0.47f, 0.655f, 0.10f, 0.075f, 0.215f);
    public static readonly ColourTerm Orange = new(new("orange", "주황"), 0.62f, 0.775f, 0.11f, 0.07f, 0.175f);
    public static readonly ColourTerm Yellow = new(new("yellow", "노랑"), 0.79f, 0.90f, 0.11f, 0.07f, 0.175f);
    public static readonly ColourTerm Green = new(new("green", "초록"), 0.50f, 0.79f, 0.12f, 0.065f, 0.20f);
    public static readonly ColourTerm Blue = new(new("blue", "파랑"), 0.43f, 0.72f, 0.08f, 0.065f, 0.19f);
    public static readonly ColourTerm Purple = new(new("purple", "보라"), 0.40f, 0.67f, 0.10f, 0.065f, 0.22f);
    public static readonly ColourTerm Pink = new(new("pink", "분홍"), 0.60f, 0.82f, 0.10f, 0.06f, 0.20f);
    public static readonly ColourTerm Brown = new(new("brown", "갈색"), 0.37f, 0.60f, 0.06f, 0.05f, 1);

    public string Basic => Name.English;

    private static ColourTerm Neutral(string english, string korean, float darkBelow, float lightAbove) =>
        new(new(english, korean), darkBelow, lightAbove, 0, 0, 1);
}
