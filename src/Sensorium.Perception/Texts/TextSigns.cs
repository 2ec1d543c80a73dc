namespace Sensorium.Perception;

/// <summary>Finds signs beside words and puts them into words.</summary>
internal static class TextSigns
{
    private const int FewestCapitals = 3;

    /// <summary>The sign that a token is.</summary>
    /// <param name="token">The token.</param>
    /// <param name="letters">Its letters.</param>
    /// <returns>The sign; null for none.</returns>
    public static TextSign? Of(TextToken token, ReadOnlySpan<char> letters) => token.Kind switch
    {
        TokenKind.Jamo when letters[0] is 'ㅋ' or 'ㅎ' => TextSign.Laughing,
        TokenKind.Jamo when letters[0] is 'ㅠ' or 'ㅜ' => TextSign.Crying,
        TokenKind.Emoticon => OfSign(Emoticons.SignOf(letters)),
        TokenKind.Emoji => OfSign(EmojiFeelings.SignOf(letters)),
        TokenKind.Mark when letters[0] == '!' => TextSign.Exclaiming,
        TokenKind.Word when (token.Traits & TokenTraits.Capitals) != 0 && letters.Length >= FewestCapitals => TextSign.Capitals,
        TokenKind.Word or TokenKind.Hangul when (token.Traits & TokenTraits.Drawn) != 0 => TextSign.Drawn,
        _ => null,
    };

    /// <summary>A sign in words.</summary>
    /// <param name="sign">The sign.</param>
    /// <param name="times">How often it was met, at least 1.</param>
    /// <returns>A few words.</returns>
    public static LocalizedText Say(TextSign sign, int times) => sign switch
    {
        TextSign.Laughing => new($"written laughter (ㅋㅋ, ㅎㅎ), {Times(times)}", $"웃음 표시(ㅋㅋ, ㅎㅎ) {times}번"),
        TextSign.Crying => new($"written tears (ㅠㅠ), {Times(times)}", $"울음 표시(ㅠㅠ) {times}번"),
        TextSign.Glad => new($"glad emoticons or emoji, {Times(times)}", $"즐거운 이모티콘 {times}번"),
        TextSign.Sad => new($"sad, angry or frightened emoticons or emoji, {Times(times)}", $"슬프거나 화나거나 두려운 이모티콘 {times}번"),
        TextSign.Exclaiming => new($"exclamation marks, {Times(times)}", $"느낌표 {times}번"),
        TextSign.Capitals => new($"words in capitals, {Times(times)}", $"대문자로 쓴 단어 {times}번"),
        _ => new($"drawn-out letters, {Times(times)}", $"늘여 쓴 글자 {times}번"),
    };

    private static TextSign? OfSign(int sign) => sign switch { > 0 => TextSign.Glad, < 0 => TextSign.Sad, _ => null };

    private static string Times(int times) => times == 1 ? "once" : $"{times} times";
}
