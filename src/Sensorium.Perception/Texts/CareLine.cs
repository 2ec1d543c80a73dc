using System.Text.RegularExpressions;

namespace Sensorium.Perception;

/// <summary>
/// Notices words of self-harm in a text, in English and Korean, and answers with one calm line that names a helpline. It looks for what
/// people say of themselves; a word like "not" before it changes nothing, and a saying such as "to die for" or 배고파 죽겠다 is passed over.
/// It is no diagnosis, it misses what is said in other words, and it is said at most once a text.
/// </summary>
public static partial class CareLine
{
    private const string Korea = "KR";
    private const int MostLetters = TextPassages.LongestText;

    /// <summary>The line for a text.</summary>
    /// <param name="text">The text, of any length; only the first million letters are read.</param>
    /// <param name="country">ISO 3166 code of the reader's country; null takes Korea for Korean words and the directory otherwise.</param>
    /// <returns>The line; null where nothing calls for one.</returns>
    public static LocalizedText? For(string text, string? country = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ReadOnlySpan<char> read = text.AsSpan(0, Math.Min(text.Length, MostLetters));
        bool korean = IsIn(read, Korean(), KoreanSayings());
        return korean || IsIn(read, English(), EnglishSayings()) ? Say(Helplines.Of(country ?? (korean ? Korea : null))) : null;
    }

    private static LocalizedText Say(Helpline? line) => line is null
        ? new(
            $"If things feel too heavy, you do not have to carry them alone: {Helplines.Directory} lists people who listen, by country",
            $"마음이 너무 무겁다면 혼자 견디지 않아도 됩니다. {Helplines.Directory}에서 나라별 상담전화를 찾을 수 있습니다")
        : new(
            $"If things feel too heavy, you do not have to carry them alone: {line.Name.English} listens at {line.Number}",
            $"마음이 너무 무겁다면 혼자 견디지 않아도 됩니다. {line.Name.Korean} {line.Number}에서 이야기를 들어 줍니다");

    private static bool IsIn(ReadOnlySpan<char> text, Regex pattern, Regex sayings)
    {
        const int Before = 14, After = 40;
        foreach (ValueMatch match in pattern.EnumerateMatches(text))
        {
            int from = Math.Max(0, match.Index - Before);
            ReadOnlySpan<char> around = text[from..Math.Min(text.Length, match.Index + match.Length + After)];
            if (!sayings.IsMatch(around))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(
        """
        \b(?:kill|hang|drown|shoot|unalive|harm)(?:ing)?\s+my\s?self\b
        |\b(?:want|wants|wanted|wanna|going|gonna|urge|feel\s+like|keep|kept|started|thought\s+of|thoughts\s+of|thinking\s+(?:of|about))\s+(?:to\s+)?(?:cut|cutting|hurt|hurting)\s+my\s?self\b
        |\b(?:end|ending|take|taking|took)\s+my\s+(?:own\s+)?life\b
        |\b(?:i|i'm|im|i’m|me|to|gonna|just)\s+(?:\w{1,20}\s+){0,3}end(?:ing)?\s+it\s+all\b
        |\b(?:i|i'm|im|i’m|i've|i’ve|me|my)\s+(?:\S{1,20}\s+){0,6}suicid(?:e|al)\b
        |\bi\s+(?:\S{1,20}\s+){0,3}(?:want|wanna|wish|need|ready|rather|trying|tried)\s+(?:to\s+)?(?:just\s+)?(?:die|be\s+dead)\b
        |\b(?:wish|wishing)\s+(?:that\s+)?(?:i|i'd|i’d)\s+(?:was|were|could\s+be|would\s+be|had\s+never\s+been|was\s+never|were\s+never|wasn['’]?t|weren['’]?t|never\s+been|could\s+just|would\s+just)\s+(?:dead|born|alive|die|never\s+born)\b
        |\b(?:don['’]?t|do\s+not|didn['’]?t|no\s+longer)\s+(?:even\s+)?(?:want|wanna)\s+(?:to\s+)?(?:live|be\s+alive|exist|be\s+here)(?:\s+(?:any\s?more|any\s+longer)|\s*[.!,]|\s*$)
        |\b(?:no|any)\s+(?:reason|point)\s+(?:to|in|for\s+me\s+to)\s+(?:keep\s+|go\s+on\s+)?(?:live|living|being\s+alive)\b
        |\b(?:better\s+off\s+dead|better\s+off\s+without\s+me|never\s+wake\s+up\s+again|can['’]?t\s+go\s+on\s+living)\b
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex English();

    [GeneratedRegex(
        @"die\s+(?:laughing|of\s+(?:laughter|laughing|embarrassment|cringe|boredom|cuteness|shame|happiness)|from\s+(?:laughter|cringe|cuteness)|for\s+(?:this|that|a|an|the|some)\b)|myself\s+laughing|suicide\s+squad|wanna\s+die\s+(?:lol|lmao)|want\s+to\s+die\s+(?:lol|lmao|haha)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EnglishSayings();

    [GeneratedRegex(
        """
        죽고\s?싶|죽어\s?버리(?:고|려|자|겠)|죽어버릴|죽어\s?버릴|죽는\s?게\s?(?:낫|나을|더\s?나)|죽을래|죽으려고|죽을\s?생각
        |자살\s?(?:하고|할까|할래|하려|하자|충동|시도|생각|을\s?생각|하는\s?생각|할\s?생각|하는\s?게)
        |살고\s?싶지\s?(?:가\s?)?않|(?:더\s?이상|더는|이제|그만|정말|진짜|너무)\s?살기\s?싫|그만\s?살고\s?싶|살\s?(?:이유|가치|의미)(?:가|도|를)?\s?(?:없|모르)|살아서\s?뭐|왜\s?사는지\s?모르
        |(?:사라져\s?버리고|사라지고|없어지고|세상을\s?떠나고|세상\s?떠나고)\s?싶
        |목숨을?\s?끊(?:고|을|으려|자)|생을\s?마감하?(?:고\s?싶|려|할)|극단적(?:인)?\s?선택을?\s?(?:하고|할까|하려|생각)
        |뛰어\s?내리고\s?싶|손목을?\s?(?:긋|그었|그을|그어)|자해(?:하고|했|할|를\s?했|를\s?하|\s?충동|하게)|태어나지\s?(?:말|않았)
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Korean();

    [GeneratedRegex(
        @"(?:배고|배불|졸[려리]|웃[겨기]|더[워우]|추[워우]|심심|지루|귀[여엽]|예[뻐쁘]|쪽팔|창피|부끄|민망|좋아|보고\s?싶어|먹고\s?싶어|궁금해?)\S{0,3}\s?(?:서\s?)?죽|죽을래\s?(?:\?|ㅋ|진짜|너)|너\s?죽을래|죽고\s?싶냐|죽고\s?싶어\s?\?|죽고\s?싶나|죽으려고\s?환장",
        RegexOptions.CultureInvariant)]
    private static partial Regex KoreanSayings();
}
