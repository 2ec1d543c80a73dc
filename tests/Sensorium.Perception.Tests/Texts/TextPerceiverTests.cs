using System.Text;
using System.Text.Json;
using Sensorium.Inference;

namespace Sensorium.Perception.Tests;

/// <summary>The model that comes with the program.</summary>
public sealed class TextPerceiverTests
{
    private static readonly TextPerceiver Model = TextPerceiver.Open(ModelFolder.Load(Path.Combine(AppContext.BaseDirectory, "models", "text")));

    [Fact]
    public void Open_Shipped_HasTheTaskAndFitsInEightMegabytes()
    {
        ModelFolder folder = ModelFolder.Load(Path.Combine(AppContext.BaseDirectory, "models", "text"));

        Assert.Equal(TextPerceiver.Task, folder.Manifest.Task);
        Assert.True(folder.Manifest.Files.Sum(file => file.Bytes) <= 8_000_000);
        Assert.All(folder.Verify(TestContext.Current.CancellationToken), check => Assert.Equal(ModelFileState.Sound, check.State));
        Assert.Equal("text@1", Model.Model);
    }

    [Theory]
    [InlineData("I love this wonderful day, thank you so much!", "I hate this, my dog died and I feel terrible.")]
    [InlineData("We won the championship and everyone cheered.", "The bomb killed twelve people.")]
    [InlineData("This is good.", "This is not good.")]
    [InlineData("nice :)", "nice :(")]
    [InlineData("오늘 정말 행복하고 감사한 하루였어요", "너무 슬프고 힘들어서 눈물이 나요")]
    [InlineData("정말 감동적이네요 최고입니다", "정말 짜증나고 한심하네요 최악입니다")]
    public void Perceive_GladAndSorry_DifferInValence(string glad, string sorry)
    {
        double more = Model.Perceive(glad, TestContext.Current.CancellationToken).Affect.Valence.Mean;
        double less = Model.Perceive(sorry, TestContext.Current.CancellationToken).Affect.Valence.Mean;

        Assert.True(more > less + 0.02, $"{glad} {more:0.000}, {sorry} {less:0.000}");
    }

    [Theory]
    [InlineData("I love you, this is amazing, thank you!", Emotion.Joy)]
    [InlineData("I'm so sorry for your loss, I cried all night, it is so sad", Emotion.Sadness)]
    [InlineData("I am terrified, that was so scary", Emotion.Fear)]
    [InlineData("That is disgusting and gross", Emotion.Disgust)]
    [InlineData("Wow, what a surprise! How did that happen?", Emotion.Surprise)]
    [InlineData("You stupid idiot, I hate you, fuck off", Emotion.Anger)]
    [InlineData("The meeting is on Tuesday at 3 pm.", Emotion.Neutral)]
    [InlineData("너무 예쁘고 사랑스러워요 행복하세요", Emotion.Joy)]
    [InlineData("삼가 고인의 명복을 빕니다 너무 안타깝고 슬퍼요", Emotion.Sadness)]
    public void Perceive_PlainSentence_NamesItsEmotion(string text, Emotion emotion) =>
        Assert.Equal(emotion, Model.Perceive(text, TestContext.Current.CancellationToken).Emotions.Core);

    [Fact]
    public async Task PerceiveAsync_AnyText_IsWholeAndOnThePlane()
    {
        string[] texts = ["a", ".", "😀", "ㅋㅋㅋㅋ", "ㅠㅠ", "#", "\u0000\u0001x", "\ud800broken\udc00", "漢字だけ", "مرحبا", new string('!', 700), "a\u0301\u0301\u0301", "(^_^)", "한글 and English 섞어 쓰기 :)"];
        foreach (string text in texts)
        {
            Percept percept = await Model.PerceiveAsync(text, TestContext.Current.CancellationToken);

            Assert.InRange(percept.Affect.Valence.Mean, -1, 1);
            Assert.InRange(percept.Affect.Arousal.Mean, -1, 1);
            Assert.InRange(percept.Affect.Dominance!.Value, -1, 1);
            Assert.InRange(percept.Affect.Warmth!.Value, -1, 1);
            Assert.True(percept.Affect.Valence.Sd > 0 && percept.Affect.Arousal.Sd > 0);
            Assert.Equal(1, Enum.GetValues<Emotion>().Sum(emotion => percept.Emotions[emotion]), 6);
            Assert.NotEmpty(percept.Evidence);
            Assert.All(percept.Evidence, line => Assert.False(string.IsNullOrWhiteSpace(line.English) || string.IsNullOrWhiteSpace(line.Korean)));
            Assert.Equal(("text", "text@1"), (percept.Source, percept.Model));
        }
    }

    [Fact]
    public void Perceive_NegatedWord_ShowsItWithItsNegator()
    {
        Percept english = Model.Perceive("This film is not good at all", TestContext.Current.CancellationToken);
        Percept korean = Model.Perceive("하나도 재미있지 않아요", TestContext.Current.CancellationToken);

        Assert.Contains("not good", english.Evidence[0].English, StringComparison.Ordinal);
        Assert.Contains("재미있지 않아요", korean.Evidence[0].Korean, StringComparison.Ordinal);
    }

    [Fact]
    public void Perceive_LovingText_TellsWordAndSign()
    {
        Percept percept = Model.Perceive("I love it! 😍", TestContext.Current.CancellationToken);

        Assert.Matches(@"love \+0\.\d\d", percept.Evidence[0].English);
        Assert.Contains(percept.Evidence, line => line.English.StartsWith("exclamation marks", StringComparison.Ordinal));
        Assert.Contains(percept.Evidence, line => line.Korean.StartsWith("즐거운 이모티콘", StringComparison.Ordinal));
    }

    [Fact]
    public void Perceive_WarmAndColdWords_DifferInWarmth()
    {
        double warm = Model.Perceive("My dear friend, thank you for the warm welcome home", TestContext.Current.CancellationToken).Affect.Warmth!.Value;
        double cold = Model.Perceive("He ignored me, cold and cruel, and I was alone", TestContext.Current.CancellationToken).Affect.Warmth!.Value;
        double korean = Model.Perceive("친구와 함께라서 따뜻하고 고마워", TestContext.Current.CancellationToken).Affect.Warmth!.Value;

        Assert.True(warm > 0.5, $"{warm}");
        Assert.True(cold < -0.3, $"{cold}");
        Assert.True(korean > 0.5, $"{korean}");
    }

    [Fact]
    public void Perceive_Decomposed_EqualsComposed()
    {
        const string Text = "정말 행복해요, café!";

        Assert.Equal(
            Model.Perceive(Text, TestContext.Current.CancellationToken).Affect,
            Model.Perceive(Text.Normalize(NormalizationForm.FormD), TestContext.Current.CancellationToken).Affect);
    }

    [Fact]
    public void Perceive_SameTextOnManyThreads_SaysTheSame()
    {
        string[] texts = ["I love this", "나는 슬프다", "This is awful!!! :(", "ㅋㅋㅋ 대박", "The report is due on Monday."];
        Affect[] alone = [.. texts.Select(text => Model.Perceive(text, TestContext.Current.CancellationToken).Affect)];
        Affect[] together = new Affect[texts.Length * 200];

        Parallel.For(0, together.Length, i => together[i] = Model.Perceive(texts[i % texts.Length], CancellationToken.None).Affect);

        Assert.All(together.Select((affect, i) => (affect, i)), pair => Assert.Equal(alone[pair.i % texts.Length], pair.affect));
    }

    [Fact]
    public void Perceive_LongText_LiesBetweenItsParts()
    {
        string glad = string.Concat(Enumerable.Repeat("What a lovely, happy day with friends. ", 40));
        string sad = string.Concat(Enumerable.Repeat("He died and we cried at the funeral. ", 40));
        Affect first = Model.Perceive(glad, TestContext.Current.CancellationToken).Affect;
        Affect second = Model.Perceive(sad, TestContext.Current.CancellationToken).Affect;

        Affect both = Model.Perceive(glad + sad, TestContext.Current.CancellationToken).Affect;

        Assert.InRange(both.Valence.Mean, second.Valence.Mean + 0.05, first.Valence.Mean - 0.05);
        Assert.True(both.Valence.Sd > Math.Min(first.Valence.Sd, second.Valence.Sd), "A text of two minds is less sure.");
    }

    [Theory]
    [InlineData(" \n\t ")]
    [InlineData("")]
    public void Perceive_Blank_SaysSo(string text)
    {
        MalformedInputException error = Assert.Throws<MalformedInputException>(() => Model.Perceive(text, TestContext.Current.CancellationToken));

        Assert.Contains("blank", error.Text.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Perceive_MillionLetters_IsReadAndOneMoreIsRefused()
    {
        string most = new('가', TextPerceiver.LongestText);

        Assert.InRange(Model.Perceive(most, TestContext.Current.CancellationToken).Affect.Valence.Mean, -1, 1);
        Assert.Throws<LimitReachedException>(() => Model.Perceive(most + "가", TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Perceive_Cancelled_Stops()
    {
        using CancellationTokenSource source = new();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => Model.Perceive("I love you", source.Token));
    }

    /// <summary>training/text.py works out the same from the same features: 64-bit sums there, 32-bit here.</summary>
    [Fact]
    public void Perceive_GoldenSentences_AgreeWithTraining()
    {
        using JsonDocument golden = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Texts", "golden.json")));
        int count = 0;
        foreach (JsonElement entry in golden.RootElement.EnumerateArray())
        {
            string text = entry.GetProperty("text").GetString()!;
            Percept percept = Model.Perceive(text, TestContext.Current.CancellationToken);
            double[] said = [percept.Affect.Valence.Mean, percept.Affect.Arousal.Mean, percept.Affect.Dominance!.Value, .. Enum.GetValues<Emotion>().Select(emotion => percept.Emotions[emotion])];
            double[] expected = [.. entry.GetProperty("values").EnumerateArray().Select(value => value.GetDouble())];
            for (int i = 0; i < expected.Length; i++)
            {
                Assert.True(Math.Abs(expected[i] - said[i]) < 1e-4, $"{text}: number {i} is {said[i]}, not {expected[i]}");
            }

            count++;
        }

        Assert.True(count >= 50);
    }
}
