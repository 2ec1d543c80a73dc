namespace Sensorium;

/// <summary>What the tags of songs are called.</summary>
public static class TagWords
{
    private static readonly Dictionary<string, string> Korean = new()
    {
        ["piano"] = "피아노",
        ["guitar"] = "기타",
        ["strings"] = "현악",
        ["brass"] = "금관",
        ["woodwind"] = "목관",
        ["flute"] = "플루트",
        ["organ"] = "오르간",
        ["synth"] = "신시사이저",
        ["bells"] = "종소리",
        ["harp"] = "하프",
        ["bass"] = "베이스",
        ["drums"] = "드럼",
        ["voice"] = "목소리",
        ["vocal"] = "노래",
        ["instrumental"] = "연주곡",
        ["fast"] = "빠름",
        ["slow"] = "느림",
        ["loud"] = "큰 소리",
        ["soft"] = "작은 소리",
        ["bright"] = "밝음",
        ["dark"] = "어두움",
        ["major"] = "장조",
        ["minor"] = "단조",
        ["electronic"] = "전자음",
        ["acoustic"] = "어쿠스틱",
        ["excited"] = "들뜸",
        ["happy"] = "행복",
        ["content"] = "흐뭇함",
        ["calm"] = "차분함",
        ["tired"] = "나른함",
        ["sad"] = "슬픔",
        ["tense"] = "긴장",
        ["angry"] = "화남",
        ["rock"] = "록",
        ["metal"] = "메탈",
        ["punk"] = "펑크",
        ["jazz"] = "재즈",
        ["classical"] = "클래식",
        ["pop"] = "팝",
        ["hip"] = "힙합",
        ["soul"] = "소울",
        ["folk"] = "포크",
        ["ambient"] = "앰비언트",
    };

    /// <summary>The word for a tag.</summary>
    /// <param name="tag">The tag.</param>
    /// <returns>Its name in both languages; the tag itself where it is a genre as written.</returns>
    public static LocalizedText Of(string tag) => new(tag, Korean.GetValueOrDefault(tag, tag));
}
