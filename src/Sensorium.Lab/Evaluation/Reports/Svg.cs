using System.Globalization;
using System.Text;

namespace Sensorium.Lab.Evaluation;

/// <summary>Draws shapes. Lengths are in units of a picture 360 wide, which is the width of a phone.</summary>
internal sealed class Svg
{
    /// <summary>Width of every picture.</summary>
    public const double Width = 360;

    private readonly StringBuilder _text = new();

    /// <summary>Begins a picture.</summary>
    /// <param name="height">Its height.</param>
    /// <param name="label">What it shows, for those who cannot see it.</param>
    public Svg(double height, string label) =>
        _text.Append("<svg viewBox=\"0 0 ").Append(N(Width)).Append(' ').Append(N(height)).Append("\" role=\"img\" aria-label=\"").Append(ReportHtml.Escape(label)).Append("\">\n");

    /// <summary>Writes text.</summary>
    /// <param name="x">Where it is anchored.</param>
    /// <param name="y">Its base line.</param>
    /// <param name="text">The text.</param>
    /// <param name="anchor"><c>start</c>, <c>middle</c> or <c>end</c>.</param>
    /// <param name="style">Classes; empty for none.</param>
    /// <param name="turn">Degrees, clockwise about the anchor.</param>
    public void Text(double x, double y, string text, string anchor = "middle", string style = "", double turn = 0)
    {
        _text.Append("<text x=\"").Append(N(x)).Append("\" y=\"").Append(N(y)).Append("\" text-anchor=\"").Append(anchor).Append('"');
        Class(style);
        if (turn != 0)
        {
            _text.Append(" transform=\"rotate(").Append(N(turn)).Append(' ').Append(N(x)).Append(' ').Append(N(y)).Append(")\"");
        }

        _text.Append('>').Append(ReportHtml.Escape(text)).Append("</text>\n");
    }

    /// <summary>Draws a straight line.</summary>
    /// <param name="x1">From.</param>
    /// <param name="y1">From.</param>
    /// <param name="x2">To.</param>
    /// <param name="y2">To.</param>
    /// <param name="style">Classes.</param>
    public void Line(double x1, double y1, double x2, double y2, string style)
    {
        _text.Append("<line x1=\"").Append(N(x1)).Append("\" y1=\"").Append(N(y1)).Append("\" x2=\"").Append(N(x2)).Append("\" y2=\"").Append(N(y2)).Append('"');
        Class(style);
        _text.Append("/>\n");
    }

    /// <summary>Draws a box.</summary>
    /// <param name="x">Left.</param>
    /// <param name="y">Top.</param>
    /// <param name="width">Width.</param>
    /// <param name="height">Height.</param>
    /// <param name="style">Classes.</param>
    /// <param name="opacity">0..1.</param>
    /// <param name="title">What it says when pointed at; empty for nothing.</param>
    public void Box(double x, double y, double width, double height, string style, double opacity = 1, string title = "")
    {
        _text.Append("<rect x=\"").Append(N(x)).Append("\" y=\"").Append(N(y)).Append("\" width=\"").Append(N(width)).Append("\" height=\"").Append(N(Math.Max(0, height))).Append('"');
        Class(style);
        if (opacity < 1)
        {
            _text.Append(" fill-opacity=\"").Append(opacity.ToString("0.###", CultureInfo.InvariantCulture)).Append('"');
        }

        _text.Append(title.Length > 0 ? $"><title>{ReportHtml.Escape(title)}</title></rect>\n" : "/>\n");
    }

    /// <summary>Adds any element.</summary>
    /// <param name="element">Its markup.</param>
    public void Raw(string element) => _text.Append(element).Append('\n');

    /// <summary>Ends the picture.</summary>
    /// <returns>Its markup.</returns>
    public string End() => _text.Append("</svg>\n").ToString();

    /// <summary>A length as short text.</summary>
    /// <param name="value">The length.</param>
    /// <returns>At most two decimals.</returns>
    public static string N(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private void Class(string style)
    {
        if (style.Length > 0)
        {
            _text.Append(" class=\"").Append(style).Append('"');
        }
    }
}
