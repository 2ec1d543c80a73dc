namespace Sensorium.Perception;

/// <summary>Helplines by country, as their operators publish them. A country that is not here is sent to findahelpline.com.</summary>
public static class Helplines
{
    /// <summary>A directory of helplines of all countries.</summary>
    public const string Directory = "findahelpline.com";

    /// <summary>The lines, one a country.</summary>
    public static IReadOnlyList<Helpline> All { get; } =
    [
        new("KR", new("Korea's suicide prevention line", "자살예방 상담전화"), "109"),
        new("US", new("988 Suicide & Crisis Lifeline (United States)", "미국 988 자살·위기 상담전화"), "988"),
        new("CA", new("9-8-8 Suicide Crisis Helpline (Canada)", "캐나다 9-8-8 자살 위기 상담전화"), "988"),
        new("GB", new("Samaritans (United Kingdom)", "영국 사마리탄스"), "116 123"),
        new("IE", new("Samaritans (Ireland)", "아일랜드 사마리탄스"), "116 123"),
        new("AU", new("Lifeline (Australia)", "오스트레일리아 라이프라인"), "13 11 14"),
        new("NZ", new("1737, need to talk? (New Zealand)", "뉴질랜드 1737 상담전화"), "1737"),
        new("DE", new("TelefonSeelsorge (Germany)", "독일 텔레폰젤조르게"), "0800 111 0 111"),
        new("FR", new("3114, the national suicide prevention line (France)", "프랑스 3114 자살예방 상담전화"), "3114"),
        new("ES", new("Línea 024 (Spain)", "스페인 024 상담전화"), "024"),
        new("BR", new("CVV (Brazil)", "브라질 CVV 상담전화"), "188"),
    ];

    /// <summary>The line of a country.</summary>
    /// <param name="country">ISO 3166 code, in any case; null for unknown.</param>
    /// <returns>The line; null where none is known.</returns>
    public static Helpline? Of(string? country) =>
        country is null ? null : All.FirstOrDefault(line => line.Country.Equals(country, StringComparison.OrdinalIgnoreCase));
}
