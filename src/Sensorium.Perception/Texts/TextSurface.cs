namespace Sensorium.Perception;

/// <summary>How a passage looks from afar: its length, marks, capitals and digits. Excited texts look different from calm ones before a word is read.</summary>
internal static class TextSurface
{
    /// <summary>How many numbers there are.</summary>
    public const int Count = 11;

    /// <summary>Measures a passage.</summary>
    /// <param name="text">The passage.</param>
    /// <param name="numbers">
    /// Receives, as log(1 + n): letters, spaces, commas, double quotes, exclamation marks, question marks; then the shares of capitals and of
    /// digits, whether it ends like a sentence, whether it begins with a capital, and letters a word.
    /// </param>
    public static void Measure(ReadOnlySpan<char> text, Span<double> numbers)
    {
        ReadOnlySpan<char> whole = text.Trim();
        Span<double> counts = stackalloc double[8];
        counts.Clear();
        foreach (char c in whole)
        {
            counts[0]++;
            counts[1] += c == ' ' ? 1 : 0;
            counts[2] += c == ',' ? 1 : 0;
            counts[3] += c == '"' ? 1 : 0;
            counts[4] += c == '!' ? 1 : 0;
            counts[5] += c == '?' ? 1 : 0;
            counts[6] += char.IsAsciiLetterUpper(c) ? 1 : 0;
            counts[7] += char.IsAsciiDigit(c) ? 1 : 0;
        }

        for (int i = 0; i < 6; i++)
        {
            numbers[i] = Math.Log(1 + counts[i]);
        }

        numbers[6] = counts[6] / Math.Max(counts[0], 1);
        numbers[7] = counts[7] / Math.Max(counts[0], 1);
        numbers[8] = whole.Length > 0 && whole[^1] is '.' or '!' or '?' or '"' ? 1 : 0;
        numbers[9] = whole.Length > 0 && char.IsAsciiLetterUpper(whole[0]) ? 1 : 0;
        numbers[10] = (counts[0] - counts[1]) / (counts[1] + 1);
    }
}
