using System.Net;
using System.Text;
using Sensorium.Expression;
using Sensorium.Media;
using Sensorium.Music;

namespace Sensorium;

/// <summary>A composed piece as one HTML file that needs nothing else: to listen to, its piano roll and path, its spectrogram, and its phrases and chords as a table.</summary>
public static class CompositionPage
{
    private const int MostColumns = 1200;

    private const string Style =
        "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}audio,svg,img{width:100%}img{height:10rem;image-rendering:auto}"
        + ".scroll{max-height:30rem;overflow:auto}.scroll:focus{outline:2px solid}.wide{overflow-x:auto}.wide svg{min-width:40rem}table{border-collapse:collapse}th,td{padding:.2rem .8rem;text-align:left;border-bottom:1px solid #8886}";

    /// <summary>Writes the page.</summary>
    /// <param name="piece">The piece.</param>
    /// <param name="sound">How it sounds; null leaves the spectrogram out.</param>
    /// <param name="mp3">The same as an MP3 file; empty leaves the player out.</param>
    /// <param name="language">Language of its words.</param>
    /// <returns>The file's text.</returns>
    public static string Write(Composition piece, SoundBuffer? sound, ReadOnlySpan<byte> mp3, Language language)
    {
        ArgumentNullException.ThrowIfNull(piece);
        string Word(string english, string korean) => WebUtility.HtmlEncode(new LocalizedText(english, korean).In(language));
        TempoMap tempi = new(piece.Score);
        string title = WebUtility.HtmlEncode(piece.Score.Title.Length > 0 ? piece.Score.Title : "Sensorium");
        StringBuilder html = new();
        html.Append($"<!doctype html>\n<html lang=\"{(language == Language.Korean ? "ko" : "en")}\">\n<meta charset=\"utf-8\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:; media-src data:\">\n")
            .Append($"<meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n<style>{Style}</style>\n<main>\n<h1>{title}</h1>\n");
        Key first = piece.Chords[0].Key, last = piece.Chords[^1].Key;
        string key = WebUtility.HtmlEncode(first.Name.In(language) + (first == last ? string.Empty : $" → {last.Name.In(language)}"));
        html.Append($"<p>{WebUtility.HtmlEncode(piece.Request.Style.Name.In(language))}, {key}, {Clock.Of(TimeSpan.FromSeconds(tempi.Seconds))}</p>\n");
        if (!mp3.IsEmpty)
        {
            html.Append($"<audio controls aria-label=\"{Word("Listen", "듣기")}\" src=\"data:audio/mpeg;base64,{Convert.ToBase64String(mp3)}\"></audio>\n");
        }

        html.Append($"<h2>{Word("Notes, and the path they follow", "음과 그 경로")}</h2>\n<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"{Word("Piano roll", "피아노 롤")}\">{CompositionSvg.Draw(piece, language)}</div>\n");
        if (sound is not null)
        {
            html.Append($"<h2>{Word("Spectrogram", "스펙트로그램")}</h2>\n<img alt=\"{Word("Loudness by time and pitch, low at the bottom", "시간과 높이에 따른 세기. 아래가 낮은 소리")}\" src=\"data:image/png;base64,{Spectrogram(sound)}\">\n");
        }

        html.Append($"<h2 id=\"t\">{Word("Phrases and chords", "악구와 화음")}</h2>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-labelledby=\"t\">\n<table>\n<thead><tr>");
        foreach (string head in (string[])[Word("time", "시각"), Word("phrase", "악구"), Word("key", "조"), Word("chords", "화음")])
        {
            html.Append($"<th scope=\"col\">{head}</th>");
        }

        html.Append("</tr></thead>\n<tbody>\n");
        for (int i = 0; i < piece.Score.Form.Count; i++)
        {
            double from = piece.Score.Form[i].Beat, to = i + 1 < piece.Score.Form.Count ? piece.Score.Form[i + 1].Beat : double.MaxValue;
            ScoreChord[] chords = [.. piece.Chords.Where(chord => chord.Beat >= from && chord.Beat < to)];
            html.Append($"<tr><td>{Clock.Of(TimeSpan.FromSeconds(tempi.SecondsAt(from)))}</td><th scope=\"row\">{WebUtility.HtmlEncode(piece.Score.Form[i].Label)}</th>")
                .Append($"<td>{WebUtility.HtmlEncode(chords[0].Key.Name.In(language))}</td><td>{WebUtility.HtmlEncode(string.Join(' ', chords.Select(chord => chord.Chord.Symbol)))}</td></tr>\n");
        }

        return html.Append("</tbody>\n</table>\n</div>\n</main>\n</html>\n").ToString();
    }

    /// <summary>A spectrogram as the text of a PNG file.</summary>
    /// <param name="sound">The sound.</param>
    /// <returns>Base64.</returns>
    public static string Spectrogram(SoundBuffer sound)
    {
        using MemoryStream png = new();
        PngFile.Write(png, SpectrogramPicture.Of(sound, MostColumns));
        return Convert.ToBase64String(png.ToArray());
    }
}
