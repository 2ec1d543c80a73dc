using System.Text;

namespace Sensorium;

/// <summary>A video's or a song's feeling over time as a table for a spreadsheet: one row a moment, a dot in numbers, commas between them (RFC 4180).</summary>
public static class TimelineCsv
{
    /// <summary>Writes the table.</summary>
    /// <param name="result">What was felt.</param>
    /// <returns>A line of names, then a line for each moment; the line of names alone without a timeline.</returns>
    public static string Write(FeelResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        StringBuilder text = new("seconds,valence,valence_sd,arousal,arousal_sd,core");
        foreach (Emotion emotion in Enum.GetValues<Emotion>())
        {
            text.Append(',').Append(FeelingNames.Id(emotion));
        }

        text.Append(",sources,words_valence,words_arousal,words_core,words\n");
        foreach (FeelMoment moment in result.Timeline)
        {
            Affect affect = moment.Percept.Affect;
            text.Append($"{moment.At.TotalSeconds:0.###},{affect.Valence.Mean:0.###},{affect.Valence.Sd:0.###},{affect.Arousal.Mean:0.###},{affect.Arousal.Sd:0.###},")
                .Append(FeelingNames.Id(moment.Percept.Emotions.Core));
            foreach (double share in PerceptJson.Shares(moment.Percept.Emotions))
            {
                text.Append($",{share:0.###}");
            }

            text.Append(',').Append(string.Join(' ', Sources(moment.Percept))).Append(Words(moment.Words)).Append('\n');
        }

        return text.ToString();
    }

    // Quoted, because words have commas, quotes and line breaks.
    private static string Words(FeelWords? words) => words is null
        ? ",,,,"
        : $",{words.Percept.Affect.Valence.Mean:0.###},{words.Percept.Affect.Arousal.Mean:0.###},{FeelingNames.Id(words.Percept.Emotions.Core)},\"{Short(words).Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>Words on one line, cut where they are long: a moment is no place for a diary.</summary>
    internal static string Short(FeelWords words)
    {
        const int Most = 200;
        string text = words.Text.AsSpan(0, Math.Min(words.Text.Length, Most)).ToString().ReplaceLineEndings(" ");
        return words.Text.Length > Most ? text + "…" : text;
    }

    /// <summary>The sources of one moment.</summary>
    internal static IEnumerable<string> Sources(Percept percept) => percept.Parts.Count > 0 ? percept.Parts.Select(part => part.Percept.Source) : [percept.Source];
}
