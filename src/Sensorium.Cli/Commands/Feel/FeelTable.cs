using Spectre.Console;

namespace Sensorium.Cli;

/// <summary>The answers of <c>feel</c> on many inputs for the eye: one line each, written as they come, so that widths are chosen beforehand.</summary>
internal sealed class FeelTable
{
    private const int WidestName = 40;
    private const int NarrowestName = 12;
    private const int EmotionWidth = 10;
    private const int NumberWidth = 9;
    private const int SourceWidth = 10;

    private static readonly Style Grey = new(Color.Grey);

    private readonly Language _language;
    private readonly int _nameWidth;
    private readonly bool _isWide;

    /// <summary>Chooses the widths.</summary>
    /// <param name="inputs">All inputs.</param>
    /// <param name="width">Columns of the terminal.</param>
    /// <param name="language">The language.</param>
    public FeelTable(IReadOnlyList<string> inputs, int width, Language language)
    {
        const int Numbers = EmotionWidth + 6 + NumberWidth + NumberWidth + SourceWidth;
        int longest = inputs.Max(input => TextWidth.Of(FeelFacts.NameOf(input).In(language)));
        _language = language;
        _isWide = width >= NarrowestName + 2 + Numbers;
        int most = width - 2 - (_isWide ? Numbers : EmotionWidth + 6);
        _nameWidth = Math.Clamp(longest, NarrowestName, Math.Clamp(most, NarrowestName, WidestName));
    }

    /// <summary>The line above the first.</summary>
    /// <returns>The columns' names.</returns>
    public StyledLine Head()
    {
        StyledLine line = new StyledLine()
            .AddLeft(string.Empty, _nameWidth + 2)
            .AddLeft(new LocalizedText("emotion", "감정").In(_language), EmotionWidth + 6, Grey);
        return _isWide
            ? line
                .AddRight(new LocalizedText("valence", "정서가").In(_language), NumberWidth, Grey)
                .AddRight(new LocalizedText("arousal", "각성도").In(_language), NumberWidth, Grey)
                .AddRight(new LocalizedText("from", "근거").In(_language), SourceWidth, Grey)
            : line;
    }

    /// <summary>The line of one input.</summary>
    /// <param name="result">What was felt.</param>
    /// <returns>Name, emotion, place and what it was felt from; a question mark where the feeling is unsure.</returns>
    public StyledLine Row(FeelResult result)
    {
        Percept percept = result.Percept;
        Emotion core = percept.Emotions.Core;
        Style style = new(EmotionBars.ColourOf(core));
        StyledLine line = new StyledLine()
            .AddLeft(FeelFacts.NameOf(result.Input).In(_language), _nameWidth).Add("  ")
            .AddLeft(EmotionWords.Noun(core).In(_language), EmotionWidth, style)
            .AddRight(Figures.WholePercent(percept.Emotions[core]), 5, style)
            .Add(percept.IsUnsure ? "?" : " ", Grey);
        return _isWide
            ? line
                .AddRight(Figures.Number(percept.Affect.Valence.Mean), NumberWidth)
                .AddRight(Figures.Number(percept.Affect.Arousal.Mean), NumberWidth)
                .AddRight(TextWidth.Cut(FeelFacts.FeltFrom(result).In(_language), SourceWidth - 1), SourceWidth)
            : line;
    }
}
