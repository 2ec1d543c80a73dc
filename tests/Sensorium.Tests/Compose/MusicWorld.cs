using Sensorium.Expression;
using Sensorium.Media;

namespace Sensorium.Tests;

/// <summary>What the tests of generators begin with: a request, quick settings, and a sound as a server sends it.</summary>
internal static class MusicWorld
{
    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static MusicRequest Request(double seconds = 10)
    {
        AffectPath path = AffectPath.Iso((-0.6, 0.5), (0.6, -0.5), TimeSpan.FromSeconds(seconds));
        return new MusicRequest
        {
            Composition = new CompositionRequest { Path = path, Style = CompositionStyles.All[0], Seed = 7 },
            Prompt = MusicPrompt.Of(path, CompositionStyles.All[0], 0.5),
        };
    }

    public static GeneratorSettings At(FakeServer server) => new()
    {
        Url = new Uri(server.Url, "/"),
        Key = "secret",
        Pause = TimeSpan.FromMilliseconds(1),
        FirstPoll = TimeSpan.FromMilliseconds(1),
        MostPoll = TimeSpan.FromMilliseconds(2),
    };

    public static byte[] Wav(double seconds = 12, double level = 0.2)
    {
        SoundBuffer sound = new(8000, 1, (int)(seconds * 8000));
        for (int i = 0; i < sound.Length; i++)
        {
            sound.Channel(0)[i] = (float)(level * Math.Sin(i * 0.35));
        }

        using MemoryStream stream = new();
        WavFile.Write(stream, sound);
        return stream.ToArray();
    }

    /// <summary>A server that goes the whole way of a Suno-style service up to where the sound is fetched.</summary>
    public static FakeServer Suno(string address = "/sound.wav")
    {
        FakeServer server = new();
        string root = address.StartsWith('/') ? new Uri(server.Url, address).ToString() : address;
        return server
            .Answer(200, """{"credits_left":50,"period":"day","monthly_limit":50,"monthly_usage":0}""")
            .Answer(200, """[{"id":"a-1","status":"submitted"},{"id":"b-2","status":"submitted"}]""")
            .Answer(200, """[{"id":"a-1","status":"queued"},{"id":"b-2","status":"streaming","audio_url":"http://127.0.0.1:1/early"}]""")
            .Answer(200, $$"""[{"id":"a-1","status":"streaming"},{"id":"b-2","status":"complete","audio_url":"{{root}}","model_name":"chirp\u0007-v3"}]""");
    }

    public static string PathOf((string Head, string Body) request) => request.Head.Split(' ')[0] + " " + request.Head.Split(' ')[1];
}
