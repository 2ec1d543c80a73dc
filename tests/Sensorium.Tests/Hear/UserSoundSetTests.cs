using System.Text;
using System.Text.Json;
using Sensorium.Expression;
using Sensorium.Media;

namespace Sensorium.Tests;

public sealed class UserSoundSetTests
{
    [Fact]
    public async Task RunAsync_SetOfRecordings_IsPlayed()
    {
        using Folder folder = new();
        Store(folder, Tone(), loop: [4410, 39689]);
        HearResult result = await Run(folder);
        Assert.Contains("\"set\":\"mine\"", File.ReadAllText(result.Files[0]).Replace(" ", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.InRange(result.LoudnessLufs!.Value, -17, -15);
    }

    [Fact]
    public async Task RunAsync_LoopBeyondTheRecording_SaysHowLongItIs()
    {
        using Folder folder = new();
        Store(folder, Tone(), loop: [0, 1_000_000]);
        MalformedInputException error = await Assert.ThrowsAsync<MalformedInputException>(() => Run(folder));
        Assert.Contains("44100 frames", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_MissingRecording_IsNamed()
    {
        using Folder folder = new();
        Store(folder, Tone(), loop: [0, 100]);
        File.Delete(folder["tone.wav"]);
        SensoriumException error = await Assert.ThrowsAnyAsync<SensoriumException>(() => Run(folder));
        Assert.Contains("tone.wav", error.Message, StringComparison.Ordinal);
    }

    private static Task<HearResult> Run(Folder folder) => new HearFlow().RunAsync(
        folder.Store("beach.png", Painting.Beach()),
        folder["out"],
        new HearOptions { SoundSets = [folder["mine.json"]], Formats = ["html", "wav"] },
        null,
        TestContext.Current.CancellationToken);

    private static SoundBuffer Tone()
    {
        SoundBuffer tone = new(44100, 1, 44100);
        for (int i = 0; i < tone.Length; i++)
        {
            tone.Channel(0)[i] = .3f * MathF.Sin(2 * MathF.PI * 440 * i / 44100);
        }

        return tone;
    }

    private static void Store(Folder folder, SoundBuffer tone, int[] loop)
    {
        using FileStream stream = File.Create(folder["tone.wav"]);
        WavFile.Write(stream, tone);
        object instrument = new { name = new { en = "tone", ko = "소리" }, file = "tone.wav", pitch = 69, loop };
        object set = new
        {
            id = "mine",
            version = 1,
            name = new { en = "Mine", ko = "내 소리" },
            roles = SoundSet.RoleNames.ToDictionary(role => role, _ => instrument),
            accompaniment = SoundSet.FamilyNames.ToDictionary(family => family, _ => instrument),
        };
        File.WriteAllText(folder["mine.json"], JsonSerializer.Serialize(set), Encoding.UTF8);
    }
}
