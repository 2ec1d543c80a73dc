using System.Text;
using System.Text.Json;
using Sensorium.Media;

namespace Sensorium.Tests;

/// <summary>The local history of moods.</summary>
public sealed class MoodHistoryTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sensorium-history-").FullName;
    private readonly Clock _clock = new();

    private MoodHistory History => new(new SensoriumHome(name => name == SensoriumHome.Variable ? Path.Combine(_folder, "home") : null));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Note_NeverTurnedOn_StoresNothing()
    {
        Assert.False(History.IsOn);
        Assert.False(History.Note(Glad(), _clock));
        Assert.False(Directory.Exists(Path.Combine(_folder, "home")));
    }

    [Fact]
    public void Note_On_KeepsTimeSourcePlaceAndEmotionAlone()
    {
        MoodHistory history = History;
        history.TurnOn();

        Assert.True(history.Note(Glad(), _clock));

        MoodEntry entry = Assert.Single(history.Read());
        Assert.Equal(new MoodEntry(_clock.GetLocalNow(), "text", 0.46, -0.12, Emotion.Joy), entry);
        Assert.Equal(
            "{\"time\":\"2031-05-06T07:08:09+00:00\",\"source\":\"text\",\"valence\":0.46,\"arousal\":-0.12,\"core\":\"joy\"}\n",
            File.ReadAllText(history.Path).Replace("\\u002B", "+", StringComparison.Ordinal));
    }

    [Fact]
    public void Note_AfterOff_KeepsWhatIsThereAndAddsNothing()
    {
        MoodHistory history = History;
        history.TurnOn();
        history.Note(Glad(), _clock);
        history.TurnOff();

        Assert.False(history.Note(Glad(), _clock));
        Assert.Single(history.Read());
    }

    [Fact]
    public void Note_AfterTornLine_LosesOnlyThatLine()
    {
        MoodHistory history = History;
        history.TurnOn();
        history.Note(Glad(), _clock);
        File.AppendAllText(history.Path, "{\"time\":\"2031-05-0");

        history.Note(Glad(), _clock);

        Assert.Equal(2, history.Read().Count);
        Assert.Equal(3, File.ReadAllLines(history.Path).Length);
    }

    [Fact]
    public void Note_FromManyThreads_KeepsEveryLine()
    {
        History.TurnOn();

        Parallel.For(0, 40, _ => History.Note(Glad(), _clock));

        Assert.Equal(40, History.Read().Count);
    }

    [Fact]
    public void Read_LinesOfOtherKinds_PassesThemOver()
    {
        MoodHistory history = History;
        history.TurnOn();
        File.WriteAllText(history.Path, "[]\n7\nnull\n\n{\"time\":3}\n{\"time\":\"2031-05-06T07:08:09Z\",\"source\":\"text\",\"valence\":0,\"arousal\":0,\"core\":\"glee\"}\n");

        Assert.Empty(history.Read());
    }

    [Fact]
    public void Export_Entries_AreTheSameInBothFormats()
    {
        MoodHistory history = History;
        history.TurnOn();
        history.Note(Glad(), _clock);

        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream))
        {
            history.WriteJson(json);
        }

        using JsonDocument written = JsonDocument.Parse(Encoding.UTF8.GetString(stream.ToArray()));
        Assert.Equal("joy", Assert.Single(written.RootElement.EnumerateArray().ToArray()).GetProperty("core").GetString());
        Assert.Equal("time,source,valence,arousal,core\n2031-05-06T07:08:09+00:00,text,0.46,-0.12,joy\n", history.ToCsv());
    }

    [Fact]
    public void Erase_Entries_LeavesNoneAndStaysOn()
    {
        MoodHistory history = History;
        history.TurnOn();
        history.Note(Glad(), _clock);

        Assert.Equal(1, history.Erase());
        Assert.False(File.Exists(history.Path));
        Assert.True(history.IsOn);
        Assert.Equal(0, history.Erase());
    }

    [Fact]
    public void TurnOn_FileInTheWay_IsASentence()
    {
        File.WriteAllText(Path.Combine(_folder, "home"), "in the way");

        Assert.Throws<OutputFailedException>(() => History.TurnOn());
    }

    private static Percept Glad() => new()
    {
        Affect = new Affect { Valence = new(0.456, 0.1), Arousal = new(-0.121, 0.1) },
        Emotions = EmotionScores.FromWeights([3, 1, 1, 1, 1, 1, 1, 1]),
        Evidence = [new("secret words", "비밀")],
        Source = "text",
        Model = "text@1",
    };

    private sealed class Clock : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => new(2031, 5, 6, 7, 8, 9, TimeSpan.Zero);
    }
}
