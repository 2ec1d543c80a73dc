using System.Text.Json;
using Sensorium.Media;

namespace Sensorium.Cli.Tests;

/// <summary><c>evaluate song</c> as a person calls it.</summary>
public sealed class EvaluateSongTests
{
    [Fact]
    public async Task Song_OneRecording_WritesAllReports()
    {
        using TemporaryFolder data = new();
        File.WriteAllText(data["quadrants.csv"], "file,quadrant,original\nnoise.wav,Q2,a\n");
        Directory.CreateDirectory(data["quadrants"]);
        Pcg32 random = new(1);
        SoundBuffer sound = new(22_050, 1, 6 * 22_050);
        foreach (ref float sample in sound.Channel(0))
        {
            sample = (float)random.NextDouble() - 0.5f;
        }

        using (FileStream file = File.Create(data["quadrants/noise.wav"]))
        {
            WavFile.Write(file, sound);
        }

        ProgramResult result = await ProgramRun.RunAsync(
            ["evaluate", "song", data.FullPath, "--no-timing", "--out", data["r.html"], "--out", data["r.md"], "--out", data["r.json"], "--json"], data.FullPath, ("SENSORIUM_HOME", data.FullPath));

        Assert.Equal((0, string.Empty), (result.ExitCode, result.Error));
        using JsonDocument json = JsonDocument.Parse(result.Output);
        Assert.Equal("sensorium-evaluate-song-1", json.RootElement.GetProperty("schema").GetString());
        Assert.Equal(1, json.RootElement.GetProperty("scores")[0].GetProperty("items").GetInt32());
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("millisecondsFor180s").ValueKind);
        Assert.Equal(result.Output.TrimEnd(), File.ReadAllText(data["r.json"]).TrimEnd());
        Assert.StartsWith("<!DOCTYPE html>", File.ReadAllText(data["r.html"]), StringComparison.Ordinal);
        Assert.Contains("plain formula", File.ReadAllText(data["r.md"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Song_FolderWithoutSongs_SaysWhatIsWanted()
    {
        using TemporaryFolder data = new();

        ProgramResult result = await ProgramRun.RunAsync(["evaluate", "song", data.FullPath, "--lang", "ko"], null, ("SENSORIUM_HOME", data.FullPath));

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("quadrants.csv", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Song_FontWithoutFolds_SaysThatBothAreWanted()
    {
        using TemporaryFolder data = new();

        ProgramResult result = await ProgramRun.RunAsync(["evaluate", "song", data.FullPath, "--font", "some.sf2"], null, ("SENSORIUM_HOME", data.FullPath));

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("--folds", result.Error, StringComparison.Ordinal);
    }
}
