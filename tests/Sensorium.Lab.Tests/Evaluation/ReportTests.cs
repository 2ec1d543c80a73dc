using System.Xml.Linq;

namespace Sensorium.Lab.Evaluation.Tests;

public sealed class ReportTests
{
    private static ConfusionMatrix Matrix()
    {
        ConfusionMatrix matrix = new(2);
        matrix.Add(0, 0);
        matrix.Add(0, 1);
        matrix.Add(1, 1);
        return matrix;
    }

    private static Report Example() => new()
    {
        Title = new("Cats & <dogs>", "고양이와 \"개\""),
        Command = "evaluate cats \"my <data>\"",
        Introduction = [new("First.", "먼저.")],
        Sections =
        [
            new ReportSection
            {
                Title = new("One", "하나"),
                Blocks =
                [
                    new ReportText(new("Words.", "말.")),
                    new ReportTable
                    {
                        Caption = new("Figures", "수치"),
                        Columns = [new("model", "모델"), new("accuracy", "정확도")],
                        Rows = [new ReportRow([ReportCell.Of("a|b@1"), ReportCell.Percent(new ConfidenceInterval(.5, .25, .75))]), new ReportRow([ReportCell.Of("none"), ReportCell.Percent(double.NaN)], IsReference: true)],
                    },
                    HeatMapChart.Of(new("Confusion", "혼동"), Matrix(), [new("cat", "고양이"), new("dog", "개")]),
                    ReliabilityChart.Of(new("Reliability", "신뢰도"), Calibration.EqualWidth([.9, .6], [true, false], 5)),
                    new XYChart
                    {
                        Title = new("By size", "크기별"),
                        X = new ChartAxis(new("side", "한 변"), 20, 50, [24, 48]),
                        Y = ChartAxis.Share(new("accuracy", "정확도")),
                        Series = [new ChartSeries(new("a", "a"), [new(24, .5), new(48, .8)]), new ChartSeries(new("b", "b"), [new(48, double.NaN), new(24, .25)], IsReference: true)],
                        HasDiagonal = true,
                    },
                ],
            },
        ],
    };

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Korean)]
    public void ToHtml_AllBlocks_IsOneWellFormedFileThatFetchesNothing(Language language)
    {
        string html = Example().ToHtml(language);
        XElement body = Body(html);

        Assert.Contains($"<html lang=\"{(language == Language.Korean ? "ko" : "en")}\">", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("http", html.Replace("http-equiv", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", html, StringComparison.Ordinal);
        Assert.Equal(3, body.Descendants("figure").Count());
        Assert.All(body.Descendants("figure"), figure => Assert.NotNull(figure.Element("details")?.Descendants("table").FirstOrDefault()));
        Assert.All(body.Descendants("svg").Where(svg => svg.Attribute("aria-hidden") is null), svg => Assert.NotEmpty(svg.Attribute("aria-label")!.Value));
        Assert.All(body.Descendants("div").Where(div => (string?)div.Attribute("class") == "scroll"), div => Assert.Equal("0", (string?)div.Attribute("tabindex")));
    }

    [Fact]
    public void ToHtml_SpecialCharacters_StandForThemselves()
    {
        string html = Example().ToHtml(Language.English);

        Assert.Contains("<h1>Cats &amp; &lt;dogs&gt;</h1>", html, StringComparison.Ordinal);
        Assert.Contains("my &lt;data&gt;", html, StringComparison.Ordinal);
    }

    [Fact]
    public void ToHtml_HeatMap_ShowsEveryCount()
    {
        XElement svg = Body(Example().ToHtml(Language.English)).Descendants("figure").First().Element("svg")!;

        Assert.Equal(["1", "1", "0", "1"], svg.Elements("text").Select(text => text.Value).Where(text => int.TryParse(text, out _)));
        Assert.Contains("cat → dog: 1 (50.0 %)", svg.Descendants("title").Select(title => title.Value));
    }

    [Fact]
    public void ToMarkdown_Tables_KeepTheirColumns()
    {
        string[] lines = Example().ToMarkdown(Language.English).Split('\n');

        Assert.Equal("# Cats & <dogs>", lines[0]);
        Assert.Contains("| model | accuracy |", lines);
        Assert.Contains("|---|---:|", lines);
        Assert.Contains("| a\\|b@1 | 50.0 % (25.0–75.0) |", lines);
        Assert.Contains("| none | – |", lines);
        Assert.Contains("| 24 | 50.0 % | 25.0 % |", lines);
        Assert.Contains("| 48 | 80.0 % | – |", lines);
    }

    [Theory]
    [InlineData(.5, 3, "0.500")]
    [InlineData(double.NaN, 3, "–")]
    public void Cell_Number_HasItsDecimals(double value, int decimals, string text) => Assert.Equal(text, ReportCell.Number(value, decimals).Text.English);

    /// <summary>The page is written so that it is XML but for the head's void elements.</summary>
    private static XElement Body(string html)
    {
        int from = html.IndexOf("<main>", StringComparison.Ordinal), to = html.IndexOf("</main>", StringComparison.Ordinal) + "</main>".Length;
        return XElement.Parse(html[from..to]);
    }
}
