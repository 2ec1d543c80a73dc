using Sensorium.Perception;

namespace Sensorium.Cli.Tests;

public sealed class FeelSummaryTests
{
    private static readonly Language[] Languages = [Language.English, Language.Korean];

    public static TheoryData<int> Widths => [30, 44, 59, 60, 78, 80, 100, 120];

    [Theory]
    [MemberData(nameof(Widths))]
    public void Lines_AnyWidth_StayWithin(int width) => Assert.All(Languages, language =>
        Assert.All(FeelSummary.Lines(Result(), width, language), line => Assert.InRange(line.Width, 0, width)));

    [Theory]
    [MemberData(nameof(Widths))]
    public void Lines_Chart_IsThereFromSixtyColumnsOn(int width) => Assert.All(Languages, language =>
        Assert.Equal(width >= 60, FeelSummary.Lines(Result(), width, language).Any(line => line.ToString().Contains('●', StringComparison.Ordinal))));

    [Fact]
    public void Lines_Everything_IsTold()
    {
        string text = string.Join('\n', FeelSummary.Lines(Result(), 100, Language.English));

        Assert.All(
            ["joy", "contempt", "valence", "arousal", "warmth", "! a contradiction", "face ", "scene ", "two glad faces", "Faces (2)", "upper left", "lower right", "unsure whether", "1.2 MB"],
            words => Assert.Contains(words, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Draw_Bars_AlignInBothLanguages() => Assert.All(Languages, language =>
    {
        IReadOnlyList<StyledLine> bars = EmotionBars.Draw(EmotionScores.FromWeights([8, 1, 0, 1, 0, 0, 0, 2]), 16, language);

        Assert.Equal(EmotionScores.Count, bars.Count);
        Assert.Single(bars.Select(bar => bar.Width).Distinct());
        Assert.StartsWith(EmotionWords.Noun(Emotion.Joy).In(language), bars[0].ToString(), StringComparison.Ordinal);
        Assert.EndsWith("67 %", bars[0].ToString(), StringComparison.Ordinal);
        Assert.Equal(10, bars[0].ToString().Count(letter => letter == '█'));
        Assert.DoesNotContain('█', bars[2].ToString());
    });

    [Theory]
    [InlineData(0, 0, 6, 21)]
    [InlineData(-1, -1, 10, 11)]
    [InlineData(1, 1, 2, 31)]
    [InlineData(0.5, -0.5, 8, 26)]
    public void Draw_Plane_PutsTheDotInItsCell(double valence, double arousal, int row, int column)
    {
        Affect affect = new() { Valence = new(valence, 0.2), Arousal = new(arousal, 0.2) };

        string[] lines = [.. PlaneChart.Draw(affect, Spectre.Console.Style.Plain, Language.English).Select(line => line.ToString())];

        Assert.Equal(13, lines.Length);
        string dotted = Assert.Single(lines, line => line.Contains('●', StringComparison.Ordinal));
        Assert.Equal((row, column + 1), (Array.IndexOf(lines, dotted), dotted.IndexOf('●', StringComparison.Ordinal)));
    }

    [Fact]
    public void Draw_Plane_ShadesOneAndTwoDeviations()
    {
        string Narrow(double sd) => string.Concat(PlaneChart.Draw(new Affect { Valence = new(0, sd), Arousal = new(0, sd) }, Spectre.Console.Style.Plain, Language.Korean));

        Assert.True(Narrow(0.4).Count(cell => cell == '▒') > Narrow(0.2).Count(cell => cell == '▒'));
        Assert.True(Narrow(0.3).Count(cell => cell == '░') > Narrow(0.3).Count(cell => cell == '▒'));
    }

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    public void Row_ManyInputs_LineUp(int width) => Assert.All(Languages, language =>
    {
        FeelResult korean = Result() with { Input = "폴더/아주 긴 이름을 가진 우리 가족 사진 여름 바닷가에서 2024년.jpg" };
        FeelTable table = new([Result().Input, korean.Input], width, language);

        Assert.Equal(table.Row(Result()).Width, table.Row(korean).Width);
        Assert.InRange(table.Row(korean).Width, 1, width);
        Assert.InRange(table.Head().Width, 1, width);
    });

    private static FeelResult Result()
    {
        Percept face = new()
        {
            Affect = new Affect { Valence = new(0.7, 0.28), Arousal = new(0.3, 0.3) },
            Emotions = EmotionScores.FromWeights([8, 1, 0, 1, 0, 0, 0, 2]),
            Evidence = [new("two glad faces", "기쁜 얼굴 둘")],
            Source = "face",
            Model = "face-expression@1",
        };
        Percept scene = face with
        {
            Affect = new Affect { Valence = new(-0.7, 0.3), Arousal = new(-0.1, 0.3), Warmth = 0.4 },
            Emotions = default,
            Evidence = [new("two glad faces", "기쁜 얼굴 둘"), new("a long sentence on the colours of the picture, which goes on for more columns than a narrow terminal has", "좁은 터미널보다 긴 문장으로 그림의 색을 아주 자세하게 설명하는 근거")],
            Source = "scene",
            Model = "scene@2",
        };
        FacePercept One(double x, double y) => new(new DetectedFace { Box = new(x, y, 120, 150), Confidence = 0.9 }, face);
        return new FeelResult
        {
            Input = "a/family.jpg",
            Kind = "picture",
            Width = 1600,
            Height = 1200,
            Bytes = 1_234_567,
            Percept = new PerceptFusion().Fuse([face, scene]),
            Faces = [One(10, 10), One(1400, 1000)],
            Notes = [new("unsure whether pleasant or unpleasant: the spread is 0.57", "유쾌한지 불쾌한지 확실하지 않음: 표준편차 0.57")],
        };
    }
}
