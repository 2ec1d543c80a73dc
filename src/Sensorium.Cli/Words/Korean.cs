namespace Sensorium.Cli;

/// <summary>Particles that follow a Korean word by its last sound.</summary>
internal static class Korean
{
    /// <summary>The particle "and".</summary>
    /// <param name="word">The word before it, not empty.</param>
    /// <returns><c>과</c> or <c>와</c>.</returns>
    public static string And(string word) => EndsInConsonant(word) ? "과" : "와";

    // Hangul syllables come in blocks of 28 by their final consonant, the first without one (The Unicode Standard 16.0, section 3.12).
    private static bool EndsInConsonant(string word) => word[^1] is >= '가' and <= '힣' && (word[^1] - '가') % 28 > 0;
}
