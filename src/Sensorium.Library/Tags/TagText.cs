using System.Text;

namespace Sensorium.Library;

/// <summary>Makes of whatever stands in a file a text that can be shown: valid Unicode, on one line, without control signs, not too long.</summary>
internal static class TagText
{
    // The rows of KS X 1001 that hold Hangul, and its signs; their second byte.
    private const byte FirstHangul = 0xB0, LastHangul = 0xC8, FirstSign = 0xA1, LastSign = 0xAC, FirstTrail = 0xA1, LastTrail = 0xFE;

    private static readonly Encoding StrictUtf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);
    private static readonly Encoding? Korean = CodePagesEncodingProvider.Instance.GetEncoding(949);

    /// <summary>Cleans a text.</summary>
    /// <param name="text">Anything.</param>
    /// <returns>Null where nothing is left; never longer than <see cref="SongTags.LongestText"/>.</returns>
    public static string? Clean(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        var clean = new StringBuilder(Math.Min(text.Length, SongTags.LongestText));
        foreach (Rune rune in text.EnumerateRunes())
        {
            bool isSpace = Rune.IsWhiteSpace(rune) || rune.Value is 0x2028 or 0x2029;
            if (isSpace ? clean.Length == 0 || clean[^1] == ' ' : IsUnwanted(rune))
            {
                continue;
            }

            if (clean.Length + (isSpace ? 1 : rune.Utf16SequenceLength) > SongTags.LongestText)
            {
                break;
            }

            // EnumerateRunes gives U+FFFD for halves of surrogate pairs.
            clean.Append(isSpace ? new Rune(' ') : rune);
        }

        string result = clean.ToString().TrimEnd();
        return result.Length == 0 ? null : result;
    }

    /// <summary>Reads bytes that say to be Latin-1: UTF-8 and Korean (code page 949) are told by their patterns, since many programs write them there.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <returns>The text, not yet cleaned.</returns>
    public static string FromLatin(ReadOnlySpan<byte> bytes)
    {
        if (System.Text.Ascii.IsValid(bytes))
        {
            return Encoding.ASCII.GetString(bytes);
        }

        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Korean is not null && LooksKorean(bytes) ? Korean.GetString(bytes) : Encoding.Latin1.GetString(bytes);
        }
    }

    /// <summary>Reads bytes that say to be UTF-8; where they are not, see <see cref="FromLatin"/>.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <returns>The text, not yet cleaned.</returns>
    public static string FromUtf8(ReadOnlySpan<byte> bytes) => FromLatin(bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? bytes[3..] : bytes);

    // Control and format signs, but the joiners that emoji and some scripts need; signs that turn the direction of what follows; what is no character.
    private static bool IsUnwanted(Rune rune) =>
        Rune.GetUnicodeCategory(rune) switch
        {
            System.Globalization.UnicodeCategory.Control or System.Globalization.UnicodeCategory.OtherNotAssigned or System.Globalization.UnicodeCategory.PrivateUse => true,
            System.Globalization.UnicodeCategory.Format => rune.Value is not (0x200C or 0x200D or (>= 0xE0020 and <= 0xE007F)),
            _ => false,
        };

    // Every high byte belongs to a pair, and one pair at least is Hangul.
    private static bool LooksKorean(ReadOnlySpan<byte> bytes)
    {
        bool hangul = false;
        for (int i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] < 0x80)
            {
                continue;
            }

            bool isHangul = bytes[i] is >= FirstHangul and <= LastHangul;
            bool isSign = bytes[i] is >= FirstSign and <= LastSign;
            if (!(isHangul || isSign) || i + 1 == bytes.Length || bytes[i + 1] is < FirstTrail or > LastTrail)
            {
                return false;
            }

            hangul |= isHangul;
            i++;
        }

        return hangul;
    }
}
