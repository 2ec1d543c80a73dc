using Spectre.Console;

namespace Sensorium.Cli;

/// <summary>Bars of the eight emotions, always in the same order, the strongest one bold.</summary>
internal static class EmotionBars
{
    private const string Eighths = " ▏▎▍▌▋▊▉";
    private const int PercentWidth = 5;

    /// <summary>The colour of an emotion: its name goes beside it wherever it is used.</summary>
    /// <param name="emotion">The emotion.</param>
    /// <returns>The colour.</returns>
    public static Color ColourOf(Emotion emotion) => emotion switch
    {
        Emotion.Joy => new Color(230, 180, 30),
        Emotion.Sadness => new Color(80, 135, 215),
        Emotion.Anger => new Color(220, 75, 60),
        Emotion.Surprise => new Color(225, 130, 180),
        Emotion.Fear => new Color(145, 110, 210),
        Emotion.Contempt => new Color(160, 145, 85),
        Emotion.Disgust => new Color(95, 165, 80),
        _ => new Color(150, 150, 150),
    };

    /// <summary>Draws the bars.</summary>
    /// <param name="emotions">The shares.</param>
    /// <param name="width">Columns of a bar of 100 %, at least 1.</param>
    /// <param name="language">Language of the names.</param>
    /// <returns>Eight lines of one width.</returns>
    public static IReadOnlyList<StyledLine> Draw(EmotionScores emotions, int width, Language language)
    {
        int nameWidth = Enum.GetValues<Emotion>().Max(emotion => TextWidth.Of(EmotionWords.Noun(emotion).In(language)));
        List<StyledLine> lines = [];
        foreach (Emotion emotion in Enum.GetValues<Emotion>())
        {
            double share = emotions[emotion];
            Style style = new(ColourOf(emotion), decoration: emotion == emotions.Core ? Decoration.Bold : Decoration.None);
            lines.Add(new StyledLine()
                .AddLeft(EmotionWords.Noun(emotion).In(language), nameWidth + 1, emotion == emotions.Core ? style : null)
                .AddLeft(Bar(share, width), width, style)
                .AddRight(Figures.WholePercent(share), PercentWidth + 1, emotion == emotions.Core ? style : null));
        }

        return lines;
    }

    private static string Bar(double share, int width)
    {
        int eighths = (int)Math.Round(share * width * 8);
        return new string('█', eighths / 8) + (eighths % 8 > 0 ? Eighths[eighths % 8].ToString() : string.Empty);
    }
}
