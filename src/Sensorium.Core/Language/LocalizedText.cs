namespace Sensorium;

/// <summary>One sentence or name in every <see cref="Language"/>.</summary>
/// <param name="English">The English text.</param>
/// <param name="Korean">The Korean text.</param>
public readonly record struct LocalizedText(string English, string Korean)
{
    /// <summary>The text in <paramref name="language"/>; the empty string for <c>default</c>.</summary>
    /// <param name="language">The language wanted.</param>
    /// <returns>The text, never null.</returns>
    public string In(Language language) => (language == Language.Korean ? Korean : English) ?? string.Empty;

    /// <summary>The English text.</summary>
    /// <returns>The text, never null.</returns>
    public override string ToString() => In(Language.English);
}
