using Sensorium.Imaging;

namespace Sensorium.Perception.Tests;

public sealed class FacePerceiverTests
{
    private const int Width = 400;
    private const int Height = 200;

    [Fact]
    public void Read_NoFace_IsEmpty()
    {
        FaceReading reading = Perceiver().Read(Blank(), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Empty(reading.Faces);
        Assert.Null(reading.Group);
        Assert.Equal(0, reading.Found);
        Assert.False(reading.IsCut);
    }

    [Fact]
    public void Read_OneFace_IsItselfTheGroup()
    {
        (Picture picture, DetectedFace[] faces) = Scene((Emotion.Joy, 30, 100));

        FaceReading reading = Read(picture, faces);

        FacePercept face = Assert.Single(reading.Faces);
        Assert.Same(face.Percept, reading.Group);
        Assert.Equal("face", face.Percept.Source);
        Assert.Equal("fake-expression@3", face.Percept.Model);
        Assert.Equal(Doubted(Emotion.Joy), face.Percept.Emotions);
        Assert.Equal(Circumplex.AffectOf(face.Percept.Emotions).Valence.Mean, face.Percept.Affect.Valence.Mean, 1e-12);
        Assert.Null(face.Attributes);
    }

    [Fact]
    public void Read_OneFace_SaysWhatAndWhere()
    {
        (Picture picture, DetectedFace[] faces) = Scene((Emotion.Joy, 30, 100));

        LocalizedText evidence = Read(picture, faces).Faces[0].Percept.Evidence[0];

        // 80 x 100 of 400 x 200 pixels.
        Assert.Equal("smiling face, 10 % of the picture, on the left; joy 67 %", evidence.English);
        Assert.Equal("웃는 얼굴, 사진의 10 %, 왼쪽; 기쁨 67 %", evidence.Korean);
    }

    [Fact]
    public void Read_ThreeFaces_CountsThemAndWeighsByHeightAndConfidence()
    {
        (Picture picture, DetectedFace[] faces) = Scene((Emotion.Joy, 10, 100), (Emotion.Neutral, 150, 50), (Emotion.Joy, 290, 60));
        faces[2] = faces[2] with { Confidence = 0.5 };

        FaceReading reading = Read(picture, faces);

        Percept group = reading.Group!;
        Assert.Equal([100.0, 60, 50], reading.Faces.Select(face => face.Face.Box.Height));
        // Flat tiles have no detail at all, so that all are halved alike.
        Assert.Equal([100 / 180.0, 30 / 180.0, 50 / 180.0], group.Parts.Select(part => Math.Round(part.Weight, 12)), (a, b) => Math.Abs(a - b) < 1e-9);
        Assert.Equal("three faces: two joyful, one neutral", group.Evidence[0].English);
        Assert.Equal("얼굴 셋: 기쁨 둘, 무표정 하나", group.Evidence[0].Korean);
        Assert.Equal((130 / 180.0 * Doubted(Emotion.Joy)[Emotion.Joy]) + (50 / 180.0 * Doubted(Emotion.Neutral)[Emotion.Joy]), group.Emotions[Emotion.Joy], 1e-9);
    }

    [Fact]
    public void Read_FacesThatDisagree_SpreadWiderThanFacesThatAgree()
    {
        Percept agreeing = Group(Emotion.Joy, Emotion.Joy);
        Percept disagreeing = Group(Emotion.Joy, Emotion.Sadness);

        Assert.Contains(disagreeing.Evidence, text => text.English.StartsWith("the faces differ: valence", StringComparison.Ordinal));
        Affect one = Circumplex.AffectOf(Doubted(Emotion.Joy));
        double alone = Math.Sqrt((one.Valence.Sd * one.Valence.Sd) + (FaceClarity.MostSpread * FaceClarity.MostSpread));
        Assert.Equal(alone, agreeing.Affect.Valence.Sd, 1e-9);
        Affect other = Circumplex.AffectOf(Doubted(Emotion.Sadness));
        double mean = (one.Valence.Mean + other.Valence.Mean) / 2;
        double apart = Math.Pow((one.Valence.Mean - other.Valence.Mean) / 2, 2);
        double within = ((one.Valence.Sd * one.Valence.Sd) + (other.Valence.Sd * other.Valence.Sd)) / 2;
        Assert.Equal(mean, disagreeing.Affect.Valence.Mean, 1e-9);
        Assert.Equal(Math.Sqrt(apart + within + (FaceClarity.MostSpread * FaceClarity.MostSpread)), disagreeing.Affect.Valence.Sd, 1e-9);
        Assert.Equal("two faces, both joyful", agreeing.Evidence[0].English);
        Assert.Equal("얼굴 둘, 모두 기쁨", agreeing.Evidence[0].Korean);
    }

    [Fact]
    public void Read_Largest_ReadsOneAndIsNotCut()
    {
        (Picture picture, DetectedFace[] faces) = Scene((Emotion.Anger, 10, 40), (Emotion.Fear, 100, 90), (Emotion.Joy, 250, 50));

        FaceReading reading = Read(picture, faces, new FaceReadOptions { Selection = FaceSelection.Largest });

        Assert.Equal(Emotion.Fear, Assert.Single(reading.Faces).Percept.Emotions.Core);
        Assert.Equal(3, reading.Found);
        Assert.False(reading.IsCut);
    }

    [Fact]
    public void Read_MoreFacesThanAllowed_ReadsTheLargestAndSaysSo()
    {
        (Picture picture, DetectedFace[] faces) = Scene((Emotion.Anger, 10, 40), (Emotion.Fear, 100, 90), (Emotion.Joy, 250, 50));

        FaceReading reading = Read(picture, faces, new FaceReadOptions { MostFaces = 2 });

        Assert.Equal([Emotion.Fear, Emotion.Joy], reading.Faces.Select(face => face.Percept.Emotions.Core));
        Assert.True(reading.IsCut);
        Assert.Contains(reading.Group!.Evidence, text => text.English == "3 faces were found and the 2 largest read" && text.Korean == "얼굴 3개를 찾아 큰 것부터 2개를 읽음");
        Assert.Throws<ArgumentOutOfRangeException>(() => Read(picture, faces, new FaceReadOptions { MostFaces = 0 }));
    }

    [Fact]
    public void Read_WholePicture_LooksForNothing()
    {
        byte grey = FakeExpressions.Grey(Emotion.Surprise);
        Picture picture = Pictures.Flat(grey, grey, grey, 60, 90);

        FaceReading reading = Read(picture, [new DetectedFace { Box = new(1, 1, 5, 5), Confidence = 1 }], new FaceReadOptions { WholePicture = true });

        FacePercept face = Assert.Single(reading.Faces);
        Assert.Equal(new FaceBox(0, 0, 60, 90), face.Face.Box);
        Assert.Equal(Emotion.Surprise, face.Percept.Emotions.Core);
        Assert.StartsWith("surprised face, the whole picture; surprise 67 %", face.Percept.Evidence[0].English, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SmallFace_IsWiderAndSaysWhy()
    {
        (Picture picture, DetectedFace[] faces) = Scene((Emotion.Joy, 300, 12));

        Percept percept = Read(picture, faces).Faces[0].Percept;

        Assert.True(percept.IsUnsure);
        Assert.Contains(percept.Evidence, text => text.English == "read from only 12 pixels of height, so less certain");
        Assert.Equal("smiling face, under 1 % of the picture, on the right; joy 67 %", percept.Evidence[0].English);
    }

    [Theory]
    [InlineData(FaceCropKind.Margin)]
    [InlineData(FaceCropKind.Aligned)]
    [InlineData(FaceCropKind.BackgroundRemoved)]
    public void Read_EachCrop_ReadsTheFace(FaceCropKind crop)
    {
        (Picture picture, DetectedFace[] faces) = Scene((Emotion.Disgust, 50, 100));

        Assert.Equal(Emotion.Disgust, Read(picture, faces, new FaceReadOptions { Crop = crop }).Faces[0].Percept.Emotions.Core);
    }

    [Fact]
    public void Read_AgeAndGenderWithoutAPack_SaysWhereToPutOne()
    {
        MissingComponentException error = Assert.Throws<MissingComponentException>(() => Read(Blank(), [], new FaceReadOptions { AgeAndGender = true }));

        Assert.Equal("face-attributes", error.Component);
        Assert.Contains("models/", error.Text.English, StringComparison.Ordinal);
        Assert.Contains("models/", error.Text.Korean, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AgeAndGenderWithAPack_OnlyWhenAskedFor()
    {
        (Picture picture, DetectedFace[] faces) = Scene((Emotion.Joy, 50, 100), (Emotion.Anger, 250, 60));
        FacePerceiver perceiver = new(new FakeFaces(faces), new FakeExpressions(), new FakeAttributes());

        FaceReading unasked = perceiver.Read(picture, cancellationToken: TestContext.Current.CancellationToken);
        FaceReading asked = perceiver.Read(picture, new FaceReadOptions { AgeAndGender = true }, TestContext.Current.CancellationToken);

        Assert.All(unasked.Faces, face => Assert.Null(face.Attributes));
        Assert.Equal([100.0, 60], asked.Faces.Select(face => face.Attributes!.Age ?? 0));
    }

    // Flat tiles have no detail at all: their doubt is full, and what the model says of them is softened by all of it.
    private static EmotionScores Doubted(Emotion emotion) => Tempering.Of(FakeExpressions.Scores(emotion), 1 + FaceClarity.MostHeat);

    private static Percept Group(Emotion first, Emotion second)
    {
        (Picture picture, DetectedFace[] faces) = Scene((first, 10, 80), (second, 200, 80));
        return Read(picture, faces).Group!;
    }

    private static FaceReading Read(Picture picture, DetectedFace[] faces, FaceReadOptions? options = null) =>
        Perceiver(faces).Read(picture, options, TestContext.Current.CancellationToken);

    private static FacePerceiver Perceiver(params DetectedFace[] faces) => new(new FakeFaces(faces), new FakeExpressions());

    private static Picture Blank() => Pictures.Flat(255, 255, 255, Width, Height);

    /// <summary>A picture with a patch of the grey that stands for each emotion, larger than its box so that the crop sees nothing else.</summary>
    private static (Picture Picture, DetectedFace[] Faces) Scene(params (Emotion Emotion, int X, int Height)[] people)
    {
        Picture picture = Pictures.Paint(Width, Height, (x, _) =>
        {
            (Emotion emotion, _, _) = people.MinBy(person => Math.Abs(person.X + (0.4 * person.Height) - x));
            byte grey = FakeExpressions.Grey(emotion);
            return new Rgb(grey, grey, grey);
        });
        return (picture, [.. people.Select(person => new DetectedFace { Box = new(person.X, 50, 0.8 * person.Height, person.Height), Confidence = 1 })]);
    }

    private sealed class FakeAttributes : IFaceAttributesModel
    {
        public string Model => "fake-attributes@1";

        public IReadOnlyList<FaceAttributes> Estimate(Picture picture, IReadOnlyList<DetectedFace> faces, CancellationToken cancellationToken = default) =>
            [.. faces.Select(face => new FaceAttributes { Model = Model, Age = face.Box.Height })];
    }
}
