using System.Net;
using System.Text;

namespace Sensorium;

/// <summary>A video's or a song's feeling over time as one HTML file that needs nothing else: the chart, and the same as a table beside it.</summary>
public static class TimelinePage
{
    private const string Style =
        "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}"
        + "table{border-collapse:collapse}th,td{padding:.2rem .8rem;text-align:right;border-bottom:1px solid #8886}th:last-child,td:last-child,th.w,td.w{text-align:left}"
        + ".scroll{max-height:30rem;overflow:auto}.scroll:focus{outline:2px solid}svg{width:100%;height:auto}";

    /// <summary>Writes the page.</summary>
    /// <param name="result">What was felt, with a timeline.</param>
    /// <param name="language">Language of its words.</param>
    /// <returns>The file's text.</returns>
    public static string Write(FeelResult result, Language language)
    {
        ArgumentNullException.ThrowIfNull(result);
        string Word(string english, string korean) => new LocalizedText(english, korean).In(language);
        string title = WebUtility.HtmlEncode(new LocalizedText($"What {result.Input} feels like over time", $"{result.Input}: 시간에 따른 느낌").In(language));
        StringBuilder html = new();
        html.Append($"<!doctype html>\n<html lang=\"{(language == Language.Korean ? "ko" : "en")}\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n<style>{Style}</style>\n");
        html.Append($"<main>\n<h1>{title}</h1>\n{TimelineSvg.Draw(result, language)}");
        html.Append($"<h2 id=\"t\">{Word("The same as a table", "같은 내용의 표")}</h2>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-labelledby=\"t\">\n<table>\n<thead><tr>");
        foreach (string head in (string[])[Word("time", "시각"), Word("valence", "정서가"), Word("arousal", "각성도"), Word("emotion", "감정"), Word("share", "몫"), Word("sources", "근거"), Word("words", "말")])
        {
            html.Append($"<th scope=\"col\">{head}</th>");
        }

        html.Append("</tr></thead>\n<tbody>\n");
        foreach (FeelMoment moment in result.Timeline)
        {
            Percept percept = moment.Percept;
            string sources = string.Join(", ", TimelineCsv.Sources(percept).Select(source => Perception.SourceNames.Of(source).In(language)));
            html.Append($"<tr><td>{Clock.Of(moment.At)}</td><td>{Figure(percept.Affect.Valence)}</td><td>{Figure(percept.Affect.Arousal)}</td>");
            html.Append($"<td class=\"w\">{FeelingNames.Noun(percept.Emotions.Core).In(language)}</td><td>{100 * percept.Emotions[percept.Emotions.Core]:0} %</td><td class=\"w\">{WebUtility.HtmlEncode(sources)}</td><td>{Said(moment.Words, language)}</td></tr>\n");
        }

        return html.Append("</tbody>\n</table>\n</div>\n</main>\n</html>\n").ToString();
    }

    private static string Said(FeelWords? words, Language language) =>
        words is null ? string.Empty : WebUtility.HtmlEncode($"{FeelingNames.Noun(words.Percept.Emotions.Core).In(language)}: {TimelineCsv.Short(words)}");

    private static string Figure(Estimate estimate) => $"{estimate.Mean:+0.00;-0.00;0.00} ± {estimate.Sd:0.00}";
}
